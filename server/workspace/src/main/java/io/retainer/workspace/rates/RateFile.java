package io.retainer.workspace.rates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file that rates came from.
 *
 * @param number counted from 1, in the order they were taken
 * @param added how many rates were not known before
 * @param changed how many there were before, and were otherwise
 * @param undoneBy who took it back; empty while it counts
 */
public record RateFile(
    int number,
    String name,
    String sha256,
    Instant at,
    String by,
    int added,
    int changed,
    LocalDate first,
    LocalDate last,
    Optional<String> undoneBy) {

  public boolean isUndone() {
    return undoneBy.isPresent();
  }

  /** As reports name the rates that are in force since this file. */
  public String title() {
    return "%s, no. %d, %s, %s"
        .formatted(name, number, at.toString().substring(0, 10), sha256.substring(0, 12));
  }
}
