package io.retainer.kpi;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Formula.AsCounted;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiValue;
import java.util.Optional;

/** What it means that the facts gave no number although the period is covered. */
record Absent(Numbers numbers) {

  /** What is to be said of it; empty where no number is zero. */
  Optional<KpiValue> value(Formula leaf) {
    if (leaf instanceof Formula.OfTotal) {
      return Optional.empty();
    }
    return leaf instanceof AsCounted counted
        ? Optional.of(counted(counted))
        : aggregated((Formula.Aggregate) leaf);
  }

  private Optional<KpiValue> aggregated(Formula.Aggregate aggregate) {
    Aggregation aggregation = aggregate.aggregation();
    if (aggregation instanceof Aggregation.Statistic
        || aggregation instanceof Aggregation.Percentile) {
      return Optional.of(KpiValue.notComputable(Reasons.nothingToMeasure(aggregate)));
    }
    boolean adds =
        aggregation instanceof Aggregation.Sum || aggregation instanceof Aggregation.SumOfCounts;
    boolean isOfNothing =
        adds && aggregation.where().isEmpty() && numbers.hasRows(aggregate.rows())
            || aggregation instanceof Aggregation.Level
            || aggregation.isOfLastRows() && !isOfRowsOfLastDay(aggregate);
    return isOfNothing
        ? Optional.of(KpiValue.noData(Reasons.withoutValues(aggregation)))
        : Optional.empty();
  }

  /** Whether there was a last day, and no row of it is one that should be in the sum. */
  private boolean isOfRowsOfLastDay(Formula.Aggregate aggregate) {
    Aggregation sum = aggregate.aggregation();
    return numbers
        .number(aggregate.rows(), Numbers.rowsOfLastDay(sum))
        .filter(rows -> sum.where().isPresent() || rows.signum() == 0)
        .isPresent();
  }

  private KpiValue counted(AsCounted counted) {
    Reason cannotBeAdded =
        numbers
            .coverage()
            .reason()
            .filter(reason -> reason.code() == Reason.Code.DISTINCT_OVER_DAYS)
            .orElseGet(() -> Reasons.cannotBeAdded(counted.column()));
    return numbers.hasRows(counted.rows())
        ? KpiValue.notComputable(cannotBeAdded)
        : KpiValue.noData(Reasons.withoutValues(Way.aggregation(counted)));
  }
}
