package io.retainer.kpi.script;

import io.retainer.kpi.formula.Formula;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.PerKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a formula adds up rates of rows, as a mean of rates does: the smallest weighs as much.
 */
final class SumsOfRates {

  private SumsOfRates() {}

  /** The key of whose rates a mean is taken. */
  static Optional<String> keyIn(Formula formula) {
    List<String> keys = new ArrayList<>();
    formula.eachLeaf(
        leaf -> {
          if (leaf instanceof Formula.Aggregate aggregate
              && aggregate.aggregation() instanceof Aggregation.Sum sum
              && RowValueReader.isQuotient(sum.value())) {
            keys.add(aggregate.rows().perKey().map(PerKey::key).orElse("row"));
          }
        });
    return keys.stream().findFirst();
  }
}
