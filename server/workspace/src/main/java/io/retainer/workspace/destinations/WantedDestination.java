package io.retainer.workspace.destinations;

import java.util.List;

/**
 * A destination that somebody wants, as it was written.
 *
 * @param clients their ids, or {@link Destination#ALL} alone
 * @param hostKeys of an SFTP server; empty for others
 */
public record WantedDestination(
    String name,
    Destination.Kind kind,
    String target,
    List<String> clients,
    List<String> hostKeys,
    String secret) {

  public boolean isOfAll() {
    return clients.equals(List.of(Destination.ALL));
  }

  /** Without the secret: a record's own would take it into messages and logs. */
  @Override
  public String toString() {
    return name + "@" + kind.word();
  }
}
