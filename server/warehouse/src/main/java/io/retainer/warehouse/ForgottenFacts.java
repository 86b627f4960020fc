package io.retainer.warehouse;

import java.util.List;
import java.util.Map;

/**
 * What there was about a client.
 *
 * @param rows by table
 * @param files hashes of received files that no other client has
 */
public record ForgottenFacts(Map<String, Long> rows, List<String> files) {

  public ForgottenFacts {
    rows = Map.copyOf(rows);
    files = List.copyOf(files);
  }
}
