package io.retainer.rendering.compose;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.Kpis;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * The weeks of a line that shows an amount week by week. A quarter rarely begins on a Monday: the
 * few days of its first and last week would look like a rise and a collapse.
 */
final class WholeWeeks {

  private WholeWeeks() {}

  static List<Kpis.Point> of(
      KpiDescriptor kpi, Grain bucket, List<Kpis.Point> points, DateSpan span) {
    return bucket == Grain.WEEK && kpi.kind().growsByDay()
        ? points.stream().filter(point -> isWhole(point.start(), span)).toList()
        : points;
  }

  private static boolean isWhole(LocalDate start, DateSpan span) {
    return start.getDayOfWeek() == DayOfWeek.MONDAY
        && !start.isBefore(span.start())
        && !start.plusWeeks(1).isAfter(span.end());
  }
}
