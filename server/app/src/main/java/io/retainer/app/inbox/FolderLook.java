package io.retainer.app.inbox;

import io.retainer.model.client.ClientId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a look into the watched folder found.
 *
 * @param at empty before the first look
 * @param problem why nothing could be looked at, in the machine's words; empty usually
 */
public record FolderLook(
    Optional<Instant> at, List<OfClient> waiting, List<LeftAlone> leftAlone, String problem) {

  public FolderLook {
    waiting = List.copyOf(waiting);
    leftAlone = List.copyOf(leftAlone);
  }

  /** A file of a client's folder that waits. */
  public record OfClient(ClientId client, Waiting file) {}

  static FolderLook none() {
    return new FolderLook(Optional.empty(), List.of(), List.of(), "");
  }

  static FolderLook failed(Instant at, String problem) {
    return new FolderLook(Optional.of(at), List.of(), List.of(), problem);
  }
}
