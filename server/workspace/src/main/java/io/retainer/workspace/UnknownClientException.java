package io.retainer.workspace;

import io.retainer.model.client.ClientId;
import java.util.List;

/** Somebody asked for a client that is not there. */
public class UnknownClientException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final int MOST_NAMED = 20;

  UnknownClientException(ClientId id, List<ClientId> known) {
    super(
        "There is no client \""
            + id
            + "\""
            + (known.isEmpty()
                ? "; there are no clients yet. Add one with: retainer client add"
                : "; there are " + named(known)));
  }

  /** Not thousands of them. */
  private static String named(List<ClientId> known) {
    return known.size() <= MOST_NAMED
        ? known.toString()
        : known.subList(0, MOST_NAMED) + " + " + (known.size() - MOST_NAMED);
  }
}
