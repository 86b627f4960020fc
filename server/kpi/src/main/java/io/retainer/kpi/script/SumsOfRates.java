package io.retainer.kpi.script;

import io.retainer.kpi.formula.Formula;
import io.retainer.model.fact.Aggregation;

/**
 * Whether a formula adds up rates of rows, as a mean of rates does: the smallest weighs as much.
 */
final class SumsOfRates {

  private SumsOfRates() {}

  static boolean in(Formula formula) {
    boolean[] found = {false};
    formula.eachLeaf(
        leaf ->
            found[0] |=
                leaf instanceof Formula.Aggregate aggregate
                    && aggregate.aggregation() instanceof Aggregation.Sum sum
                    && RowValueReader.isQuotient(sum.value()));
    return found[0];
  }
}
