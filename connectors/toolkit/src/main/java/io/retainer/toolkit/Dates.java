package io.retainer.toolkit;

import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.Optional;

/** Spans of days: how one cell writes them, and whether they are a month. */
public final class Dates {

  private Dates() {}

  /**
   * Reads {@code 1 Jan 2025-31 Dec 2025}, {@code 2025-01-01 - 2025-12-31}, {@code
   * 20250101–20251231} and the like: two dates that read one way only, with a dash between; one
   * date is a span of one day.
   */
  public static Optional<DateSpan> span(String text) {
    for (int i = 1; i < text.length() - 1; i++) {
      char c = text.charAt(i);
      if (c == '-' || c == '–' || c == '—') {
        Moment first = DateText.parse(text.substring(0, i), null);
        Moment last = DateText.parse(text.substring(i + 1), null);
        if (first != null && last != null && !last.date().isBefore(first.date())) {
          return Optional.of(DateSpan.ofDays(first.date(), last.date()));
        }
      }
    }
    Moment only = DateText.parse(text, null);
    return only == null ? Optional.empty() : Optional.of(DateSpan.ofDay(only.date()));
  }

  /** Whether the days are a month of the calendar, all of it. */
  public static boolean isMonth(DateSpan span) {
    LocalDate first = span.start();
    return first.getDayOfMonth() == 1 && span.end().equals(first.plusMonths(1));
  }
}
