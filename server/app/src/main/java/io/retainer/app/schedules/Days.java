package io.retainer.app.schedules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The days on which a schedule may issue anything, in the client's zone.
 *
 * @param first empty for no beginning
 * @param last empty for no end
 */
public record Days(Optional<LocalDate> first, Optional<LocalDate> last) {

  static final Days ALL = new Days(Optional.empty(), Optional.empty());

  public Days {
    if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
      throw new IllegalArgumentException(
          "A schedule ends on its first day or later; saw %s, then %s"
              .formatted(first.get(), last.get()));
    }
  }

  /**
   * @param first like 2026-12-01; empty for no beginning
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  static Days of(String first, String last) {
    return new Days(day(first), day(last));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no day; write it like 2026-12-01, or nothing", e);
    }
  }

  /** The moment after which times count, not before the given one. */
  Instant from(Instant after, ZoneId zone) {
    return first
        .map(day -> day.atStartOfDay(zone).toInstant().minusNanos(1))
        .filter(begin -> begin.isAfter(after))
        .orElse(after);
  }

  boolean isOver(Instant at, ZoneId zone) {
    return last.filter(day -> LocalDate.ofInstant(at, zone).isAfter(day)).isPresent();
  }
}
