package io.retainer.app.links;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A link to one run.
 *
 * @param openings when it was used, the latest first; at most the last hundred
 */
public record Link(
    String id,
    String run,
    String madeBy,
    Instant madeAt,
    Instant expiresAt,
    Optional<Instant> revokedAt,
    Optional<String> revokedBy,
    List<Opening> openings) {

  public Link {
    openings = List.copyOf(openings);
  }

  /**
   * @param what the page, or the word of a file
   */
  public record Opening(String what, Instant at) {}

  public boolean worksAt(Instant moment) {
    return revokedAt.isEmpty() && moment.isBefore(expiresAt);
  }
}
