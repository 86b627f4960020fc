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
import java.util.stream.Stream;

/**
 * Means and shares of the rows that have the value, as {@code avg(total)}: {@code sum(total)} by
 * {@code count().where(total != null)}. A row that lacks it is in neither part, and the mean lacks
 * nothing.
 */
public final class MeansOfKnown {

  private MeansOfKnown() {}

  /** The parts of a formula whose missing values nothing is divided by either. */
  public static Set<Formula> parts(Formula formula) {
    Set<Formula> found = new HashSet<>();
    collect(formula, found);
    return found;
  }

  private static void collect(Formula formula, Set<Formula> found) {
    if (formula instanceof Combined combined) {
      if (combined.operator() == Operator.DIVIDED_BY && combined.right() instanceof Aggregate by) {
        terms(combined.left()).filter(part -> isOverKnown(part, by)).forEach(found::add);
      }
      collect(combined.left(), found);
      collect(combined.right(), found);
    } else if (formula instanceof Formula.Power power) {
      collect(power.base(), found);
    }
  }

  private static Stream<Aggregate> terms(Formula formula) {
    if (formula instanceof Combined combined
        && (combined.operator() == Operator.PLUS || combined.operator() == Operator.MINUS)) {
      return Stream.concat(terms(combined.left()), terms(combined.right()));
    }
    return formula instanceof Aggregate part ? Stream.of(part) : Stream.of();
  }

  private static boolean isOverKnown(Aggregate part, Aggregate by) {
    Set<String> lacking = AmountsCompared.of(part.rows().dataset(), part.aggregation().where());
    if (part.aggregation() instanceof Aggregation.Sum sum) {
      Columns.bare(sum.value()).forEach(lacking::add);
    } else if (lacking.isEmpty()) {
      return false;
    }
    if (!part.rows().equals(by.rows())) {
      return false;
    }
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
