package io.retainer.kpi;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Cuts a span into days, ISO weeks or months; the first and the last part may be shorter. */
final class Buckets {

  private Buckets() {}

  static List<DateSpan> of(DateSpan span, Grain bucket) {
    List<DateSpan> parts = new ArrayList<>();
    LocalDate day = span.start();
    while (day.isBefore(span.end())) {
      LocalDate next = next(day, bucket);
      LocalDate end = next.isAfter(span.end()) ? span.end() : next;
      parts.add(new DateSpan(day, end));
      day = next;
    }
    return parts;
  }

  /**
   * So many whole parts, the last of them the last whole one within the span; none when no whole
   * one lies in it.
   */
  static List<DateSpan> upToLastIn(DateSpan span, Grain bucket, int n) {
    DateSpan last = whole(span.lastDay(), bucket);
    if (last.end().isAfter(span.end())) {
      last = whole(last.start().minusDays(1), bucket);
    }
    List<DateSpan> parts = new ArrayList<>();
    if (!last.start().isBefore(span.start())) {
      for (DateSpan part = last;
          parts.size() < n;
          part = whole(part.start().minusDays(1), bucket)) {
        parts.add(part);
      }
      Collections.reverse(parts);
    }
    return parts;
  }

  /** The part that a day lies in. */
  private static DateSpan whole(LocalDate day, Grain bucket) {
    LocalDate start =
        switch (bucket) {
          case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
          case MONTH -> day.withDayOfMonth(1);
          default -> day;
        };
    return new DateSpan(start, next(start, bucket));
  }

  private static LocalDate next(LocalDate day, Grain bucket) {
    return switch (bucket) {
      case DAY -> day.plusDays(1);
      case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
      case MONTH -> day.plusMonths(1).withDayOfMonth(1);
      default ->
          throw new IllegalArgumentException(
              "A time series goes by DAY, WEEK or MONTH, not by " + bucket);
    };
  }
}
