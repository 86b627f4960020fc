package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import java.util.Optional;

/** The mean of some values by their median: how far the large ones pull it. */
public final class MeanByStatistic {

  private MeanByStatistic() {}

  public static boolean is(Fraction fraction) {
    Optional<Fraction> mean = Fraction.of(fraction.numerator());
    return mean.isPresent()
        && mean.get().numerator() instanceof Aggregate sum
        && sum.aggregation() instanceof Aggregation.Sum of
        && mean.get().denominator() instanceof Aggregate number
        && number.aggregation() instanceof Aggregation.Count
        && fraction.denominator() instanceof Aggregate statistic
        && statistic.rows().equals(sum.rows())
        && (statistic.aggregation() instanceof Aggregation.Statistic one
                && one.value().equals(of.value())
                && one.where().equals(of.where())
            || statistic.aggregation() instanceof Aggregation.Percentile other
                && other.value().equals(of.value())
                && other.where().equals(of.where()));
  }
}
