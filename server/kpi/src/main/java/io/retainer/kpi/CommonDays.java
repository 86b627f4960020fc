package io.retainer.kpi;

import io.retainer.kpi.formula.Formula;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The days that all parts of a formula have. Thirty days of revenue are never divided by twenty of
 * cost: the rate would be half as large again as on any day.
 */
final class CommonDays {

  private CommonDays() {}

  /** None when all parts have the same days, or there are no days that all of them have. */
  static List<DateSpan> of(DateSpan period, Collection<Coverage> parts) {
    List<Set<LocalDate>> missing = parts.stream().map(CommonDays::missing).toList();
    boolean isNone = parts.stream().anyMatch(part -> part.extent() == Extent.NONE);
    if (isNone || missing.stream().distinct().count() < 2) {
      return List.of();
    }
    List<DateSpan> common = new ArrayList<>();
    LocalDate first = period.start();
    for (LocalDate day = period.start(); !day.isAfter(period.end()); day = day.plusDays(1)) {
      LocalDate here = day;
      if (day.equals(period.end()) || missing.stream().anyMatch(days -> days.contains(here))) {
        if (first.isBefore(day)) {
          common.add(new DateSpan(first, day));
        }
        first = day.plusDays(1);
      }
    }
    return common;
  }

  private static Set<LocalDate> missing(Coverage coverage) {
    Set<LocalDate> days = new HashSet<>();
    coverage.missing().forEach(span -> span.start().datesUntil(span.end()).forEach(days::add));
    return days;
  }

  /** Whether the numbers of several spans may be added: people and levels may not. */
  static boolean add(Way way) {
    boolean[] adds = {true};
    way.formula().eachLeaf(leaf -> adds[0] &= adds(leaf));
    return adds[0];
  }

  private static boolean adds(Formula leaf) {
    Aggregation aggregation = Way.aggregation(leaf);
    boolean isAdded =
        aggregation instanceof Aggregation.Sum || aggregation instanceof Aggregation.Count;
    return isAdded
        && !(leaf instanceof Formula.AsCounted)
        && Formula.rows(leaf).perKey().isEmpty()
        && Formula.rows(leaf).history().isEmpty();
  }
}
