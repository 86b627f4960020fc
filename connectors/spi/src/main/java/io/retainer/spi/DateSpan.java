package io.retainer.spi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days from {@code start} up to but not including {@code end}.
 *
 * @param start first day
 * @param end the day after the last day
 */
public record DateSpan(LocalDate start, LocalDate end) implements Comparable<DateSpan> {

  public DateSpan {
    if (!end.isAfter(start)) {
      throw new IllegalArgumentException("No day lies between " + start + " and " + end);
    }
  }

  /** The span of both days and all between. */
  public static DateSpan ofDays(LocalDate first, LocalDate last) {
    return new DateSpan(first, last.plusDays(1));
  }

  public static DateSpan ofDay(LocalDate day) {
    return new DateSpan(day, day.plusDays(1));
  }

  public LocalDate lastDay() {
    return end.minusDays(1);
  }

  public long days() {
    return ChronoUnit.DAYS.between(start, end);
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(end);
  }

  public boolean contains(DateSpan other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  public boolean overlaps(DateSpan other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  @Override
  public int compareTo(DateSpan other) {
    int byStart = start.compareTo(other.start);
    return byStart != 0 ? byStart : end.compareTo(other.end);
  }

  /** ISO 8601 dates, the last day included: {@code 2026-10-01..2026-10-31}. */
  @Override
  public String toString() {
    return start + ".." + lastDay();
  }
}
