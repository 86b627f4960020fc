package io.retainer.kpi;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.RowValue.Operator;
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

  /** None when there are no days that all of them have. */
  static List<DateSpan> of(DateSpan period, Collection<Coverage> parts) {
    List<Set<LocalDate>> missing = parts.stream().map(CommonDays::missing).toList();
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

  /** Whether some parts have days that others lack. */
  static boolean differ(Collection<Coverage> parts) {
    return parts.stream().noneMatch(part -> part.extent() == Extent.NONE)
        && parts.stream().map(CommonDays::missing).distinct().count() > 1;
  }

  private static Set<LocalDate> missing(Coverage coverage) {
    Set<LocalDate> days = new HashSet<>();
    coverage.missing().forEach(span -> span.start().datesUntil(span.end()).forEach(days::add));
    return days;
  }

  /**
   * Whether a number of unlike days would mislead. A sum of what is known is a part of the whole; a
   * rate or a difference is not.
   */
  static boolean matter(Formula formula) {
    if (formula instanceof Combined combined) {
      boolean isScaled =
          isPositive(combined.right())
              || combined.operator() == Operator.TIMES && isPositive(combined.left());
      boolean isSum =
          combined.operator() == Operator.PLUS || isScaled && combined.operator() != Operator.MINUS;
      return !isSum || matter(combined.left()) || matter(combined.right());
    }
    return formula instanceof Formula.Power || formula instanceof Formula.Table;
  }

  private static boolean isPositive(Formula factor) {
    return factor instanceof Constant constant && constant.value().signum() > 0;
  }

  /**
   * Whether the numbers of several spans may be added: people and levels may not. What a row knows
   * of all others of its key is the same in every span.
   */
  static boolean add(Way way) {
    boolean[] adds = {true};
    way.formula().eachLeaf(leaf -> adds[0] &= adds(leaf));
    return adds[0];
  }

  private static boolean adds(Formula leaf) {
    Aggregation aggregation = Way.aggregation(leaf);
    boolean isAdded =
        aggregation instanceof Aggregation.Sum
            || aggregation instanceof Aggregation.Count
            || aggregation instanceof Aggregation.SumOfCounts;
    return isAdded && !(leaf instanceof Formula.AsCounted) && Formula.rows(leaf).perKey().isEmpty();
  }
}
