package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation.Distinct;
import io.retainer.model.fact.Condition;

/** Whether the things of one count are all among those of another. */
final class DistinctParts {

  private DistinctParts() {}

  /**
   * Whether it is plain that they are not: both count a column by conditions, and those of the part
   * are not the whole's and more.
   */
  static boolean isNoPart(Formula part, Formula whole) {
    if (!(part instanceof Aggregate one && one.aggregation() instanceof Distinct some)
        || !(whole instanceof Aggregate other && other.aggregation() instanceof Distinct all)) {
      return false;
    }
    return !one.rows().equals(other.rows())
        || !some.column().equals(all.column())
        || !Condition.conjuncts(some.where()).containsAll(Condition.conjuncts(all.where()));
  }
}
