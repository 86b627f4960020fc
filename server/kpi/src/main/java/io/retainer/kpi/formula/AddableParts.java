package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A formula in parts that can be added, where there are such: a weighted mean, which the facts give
 * as one number, becomes its sum by its weights.
 */
public final class AddableParts {

  /** Stands for any part that the facts answer. */
  private static final Formula PART = new Formula.AsCounted(null, "");

  private AddableParts() {}

  public static Formula of(Formula formula) {
    if (formula instanceof Combined combined) {
      return new Combined(combined.operator(), of(combined.left()), of(combined.right()));
    } else if (formula instanceof Formula.Power power) {
      return new Formula.Power(of(power.base()), power.exponent());
    }
    return formula instanceof Aggregate aggregate
            && aggregate.aggregation() instanceof Aggregation.WeightedMean mean
        ? sumByWeights(aggregate.rows(), mean)
        : formula;
  }

  /** Of the rows that have the value; one without a weight is in neither sum. */
  private static Formula sumByWeights(RowSet rows, Aggregation.WeightedMean mean) {
    List<Condition> known = new ArrayList<>(mean.where().stream().toList());
    Columns.bare(mean.value())
        .forEach(column -> known.add(new Condition.Not(new Condition.Missing(column))));
    RowValue weighted =
        new RowValue.Arithmetic(RowValue.Operator.TIMES, mean.value(), mean.weight());
    return new Combined(
        RowValue.Operator.DIVIDED_BY,
        new Aggregate(rows, new Aggregation.Sum(weighted, mean.where())),
        new Aggregate(
            rows, new Aggregation.Sum(mean.weight(), Optional.of(new Condition.All(known)))));
  }

  /** What is done with the parts, whatever they are: formulas of one shape add part by part. */
  public static Formula shape(Formula formula) {
    if (formula instanceof Combined combined) {
      return new Combined(combined.operator(), shape(combined.left()), shape(combined.right()));
    } else if (formula instanceof Formula.Power power) {
      return new Formula.Power(shape(power.base()), power.exponent());
    }
    boolean isItself =
        formula instanceof Formula.Constant
            || formula instanceof Formula.Table
            || formula instanceof Formula.Expectation;
    return isItself ? formula : PART;
  }
}
