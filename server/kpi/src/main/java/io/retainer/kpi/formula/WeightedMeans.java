package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /**
   * Whether values that were added up are divided by their own weight in the same rows, which is
   * one for each where they have none.
   */
  static boolean isOverOwnWeight(Formula formula) {
    if (!(formula instanceof Formula.Combined quotient)
        || !(quotient.left() instanceof Aggregate sum)
        || !(quotient.right() instanceof Aggregate weights)
        || !sum.rows().equals(weights.rows())) {
      return false;
    }
    Aggregation over = weights.aggregation();
    if (sum.aggregation() instanceof Aggregation.Sum values) {
      boolean isOwn =
          over instanceof Aggregation.Sum other
              ? isWeighted(values.value(), other.value())
              : over instanceof Aggregation.Count && isPlain(values.value());
      return isOwn && areSameRows(values.value(), values, over);
    }
    if (sum.aggregation() instanceof Aggregation.SumOnLastDay values) {
      boolean isOwn =
          over instanceof Aggregation.SumOnLastDay other
              ? isWeighted(values.value(), other.value())
              : over instanceof Aggregation.CountOnLastDay && isPlain(values.value());
      return isOwn && areSameRows(values.value(), values, over);
    }
    return false;
  }

  private static boolean isWeighted(RowValue value, RowValue weight) {
    return value instanceof RowValue.Arithmetic product
        && product.operator() == Operator.TIMES
        && (product.right().equals(weight) && isPlain(product.left())
            || product.left().equals(weight) && isPlain(product.right()));
  }

  private static boolean isPlain(RowValue value) {
    return value instanceof RowValue.ColumnValue || value instanceof RowValue.IfMissing;
  }

  /** Rows without a value are in neither sum, whether or not that is said. */
  private static boolean areSameRows(RowValue value, Aggregation sum, Aggregation weights) {
    Set<Condition> known =
        Columns.bare(value)
            .map(column -> (Condition) new Condition.Not(new Condition.Missing(column)))
            .collect(Collectors.toSet());
    Set<Condition> own = new HashSet<>(Condition.conjuncts(sum.where()));
    Set<Condition> others = new HashSet<>(Condition.conjuncts(weights.where()));
    own.removeAll(known);
    others.removeAll(known);
    return own.equals(others);
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
