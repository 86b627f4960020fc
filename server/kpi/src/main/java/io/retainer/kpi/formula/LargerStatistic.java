package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import java.math.BigDecimal;
import java.util.Optional;

/** A statistic by one that lies below it among the same values, and so is never larger. */
public final class LargerStatistic {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = BigDecimal.valueOf(50);

  private LargerStatistic() {}

  /**
   * @param rank how many of a hundred values lie below
   */
  private record Ranked(RowSet rows, RowValue value, Aggregation of, BigDecimal rank) {

    boolean isOfValuesOf(Ranked other) {
      return rows.equals(other.rows)
          && value.equals(other.value)
          && of.where().equals(other.of.where());
    }
  }

  public static boolean isDividedBySmaller(Fraction fraction) {
    Optional<Ranked> above = ranked(fraction.numerator());
    Optional<Ranked> below = ranked(fraction.denominator());
    return above.isPresent()
        && below.isPresent()
        && above.get().isOfValuesOf(below.get())
        && above.get().rank.compareTo(below.get().rank) >= 0;
  }

  private static Optional<Ranked> ranked(Formula formula) {
    if (!(formula instanceof Aggregate aggregate)) {
      return Optional.empty();
    }
    Aggregation of = aggregate.aggregation();
    if (of instanceof Aggregation.Percentile percentile) {
      return Optional.of(
          new Ranked(aggregate.rows(), percentile.value(), of, percentile.percent()));
    }
    return of instanceof Aggregation.Statistic statistic
        ? Optional.of(
            new Ranked(
                aggregate.rows(),
                statistic.value(),
                of,
                switch (statistic.function()) {
                  case MIN -> BigDecimal.ZERO;
                  case MEDIAN -> HALF;
                  case MAX -> ALL;
                }))
        : Optional.empty();
  }
}
