package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import java.util.HashSet;
import java.util.Set;

/** Statistics of one value, such as a percentile and the median of it, of whichever rows. */
final class OneValue {

  private OneValue() {}

  static boolean isIn(Formula one, Formula other) {
    Set<RowValue> values = new HashSet<>();
    one.eachLeaf(leaf -> add(leaf, values));
    other.eachLeaf(leaf -> add(leaf, values));
    return values.size() < 2;
  }

  private static void add(Formula leaf, Set<RowValue> values) {
    if (leaf instanceof Formula.Aggregate aggregate) {
      if (aggregate.aggregation() instanceof Aggregation.Statistic statistic) {
        values.add(statistic.value());
      } else if (aggregate.aggregation() instanceof Aggregation.Percentile percentile) {
        values.add(percentile.value());
      }
    }
  }
}
