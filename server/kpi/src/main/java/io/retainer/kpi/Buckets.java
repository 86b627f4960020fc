package io.retainer.kpi;

import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
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
