package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;

/** Rows of the last day counted, and what stands in them: keywords, and searches for them. */
final class RowsOfLastDay {

  private RowsOfLastDay() {}

  static boolean areMixed(Formula one, Formula other) {
    return counts(one) && sums(other) || sums(one) && counts(other);
  }

  private static boolean counts(Formula formula) {
    boolean[] found = {false};
    formula.eachLeaf(
        leaf ->
            found[0] |=
                leaf instanceof Formula.Aggregate aggregate
                    && aggregate.aggregation() instanceof Aggregation.CountOnLastDay);
    return found[0];
  }

  private static boolean sums(Formula formula) {
    boolean[] found = {false};
    formula.eachLeaf(
        leaf ->
            found[0] |=
                leaf instanceof Formula.Aggregate aggregate
                    && (aggregate.aggregation() instanceof Aggregation.SumOnLastDay
                        || aggregate.aggregation() instanceof Aggregation.Level));
    return found[0];
  }
}
