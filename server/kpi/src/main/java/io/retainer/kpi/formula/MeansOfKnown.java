package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue.Operator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Means over the rows that have the value, as of {@code avg(total)}: {@code sum(total)} by {@code
 * count().where(total != null)}. A row that lacks it is in neither part, and the mean lacks
 * nothing.
 */
public final class MeansOfKnown {

  private MeansOfKnown() {}

  /** The sums of a formula whose missing values nothing is divided by either. */
  public static Set<Formula> sums(Formula formula) {
    Set<Formula> found = new HashSet<>();
    collect(formula, found);
    return found;
  }

  private static void collect(Formula formula, Set<Formula> found) {
    if (formula instanceof Combined combined) {
      if (combined.operator() == Operator.DIVIDED_BY
          && combined.left() instanceof Aggregate sum
          && combined.right() instanceof Aggregate by
          && isOverKnown(sum, by)) {
        found.add(sum);
      }
      collect(combined.left(), found);
      collect(combined.right(), found);
    } else if (formula instanceof Formula.Power power) {
      collect(power.base(), found);
    }
  }

  private static boolean isOverKnown(Aggregate sum, Aggregate by) {
    if (!sum.rows().equals(by.rows()) || !(sum.aggregation() instanceof Aggregation.Sum values)) {
      return false;
    }
    Set<String> lacking = Columns.bare(values.value()).collect(Collectors.toSet());
    // A row without a weight has none in the denominator either.
    if (by.aggregation() instanceof Aggregation.Sum weights) {
      lacking.removeAll(NamedColumns.of(weights.value()));
    }
    lacking.removeAll(known(by.aggregation().where()));
    return lacking.isEmpty();
  }

  /** Columns that a condition asks to have something. */
  static Set<String> known(Optional<Condition> where) {
    Set<String> columns = new HashSet<>();
    for (Condition condition : Condition.conjuncts(where)) {
      if (condition instanceof Condition.Not not
          && not.condition() instanceof Condition.Missing missing) {
        columns.add(missing.column());
      }
    }
    return columns;
  }
}
