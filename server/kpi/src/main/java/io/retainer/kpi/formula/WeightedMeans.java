package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.util.List;
import java.util.Optional;

/** Means that are written out: {@code sum(value * weight) / sum(weight)}. */
final class WeightedMeans {

  private WeightedMeans() {}

  static boolean isOne(Formula formula) {
    return value(formula).isPresent();
  }

  /**
   * A mean with the weights of those rows alone that have a value, as of {@code
   * weightedMean(value)}: the weight of a position that nobody knows would make it better.
   */
  static Formula ofKnown(Formula formula) {
    Optional<RowValue> value = value(formula);
    if (value.isEmpty() || !(value.get() instanceof RowValue.ColumnValue column)) {
      return formula;
    }
    Formula.Combined quotient = (Formula.Combined) formula;
    Aggregate weights = (Aggregate) quotient.right();
    Condition known = new Condition.Not(new Condition.Missing(column.column()));
    Condition both =
        weights
            .aggregation()
            .where()
            .<Condition>map(where -> new Condition.All(List.of(where, known)))
            .orElse(known);
    RowValue weight = ((Aggregation.Sum) weights.aggregation()).value();
    return Formula.dividedBy(
        quotient.left(),
        new Aggregate(weights.rows(), new Aggregation.Sum(weight, Optional.of(both))));
  }

  private static Optional<RowValue> value(Formula formula) {
    if (formula instanceof Formula.Combined quotient
        && quotient.operator() == Operator.DIVIDED_BY
        && quotient.left() instanceof Aggregate left
        && quotient.right() instanceof Aggregate right
        && left.rows().equals(right.rows())
        && left.aggregation() instanceof Aggregation.Sum values
        && right.aggregation() instanceof Aggregation.Sum weights
        && values.value() instanceof RowValue.Arithmetic product
        && product.operator() == Operator.TIMES) {
      if (product.right().equals(weights.value())) {
        return Optional.of(product.left());
      }
      return product.left().equals(weights.value())
          ? Optional.of(product.right())
          : Optional.empty();
    }
    return Optional.empty();
  }
}
