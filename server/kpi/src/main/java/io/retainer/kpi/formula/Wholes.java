package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rates of a formula are taken of: how sure they are is told by the smallest of them. A
 * rate by a rate, such as a change of one, rests on the wholes of both, and not on what it is
 * divided by; a median, a percentile, the smallest and the largest value rest on the rows that have
 * the value.
 */
public final class Wholes {

  private Wholes() {}

  public static List<Formula> of(Formula formula) {
    Set<Formula> found = new LinkedHashSet<>();
    collect(formula, found);
    return List.copyOf(found);
  }

  /**
   * @return whether it has a rate in it, one that was found before too
   */
  private static boolean collect(Formula formula, Set<Formula> found) {
    if (formula instanceof Formula.Power power) {
      return collect(power.base(), found);
    }
    if (formula instanceof Formula.Aggregate aggregate) {
      Optional<RowValue> value = valueOf(aggregate.aggregation());
      value.ifPresent(of -> found.add(having(of, aggregate)));
      return value.isPresent();
    }
    if (!(formula instanceof Combined combined)) {
      return false;
    }
    boolean isLeftRate = collect(combined.left(), found);
    boolean isRightRate = collect(combined.right(), found);
    Formula by = withoutFactor(combined.right());
    if (combined.operator() == Operator.DIVIDED_BY && !isRightRate && counts(by)) {
      found.add(by);
      return true;
    }
    return isLeftRate || isRightRate;
  }

  /** Of what a statistic is taken. */
  private static Optional<RowValue> valueOf(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Statistic statistic) {
      return Optional.of(statistic.value());
    }
    return aggregation instanceof Aggregation.Percentile percentile
        ? Optional.of(percentile.value())
        : Optional.empty();
  }

  /** The number of rows that have it. */
  private static Formula having(RowValue value, Formula.Aggregate statistic) {
    List<Condition> all = new ArrayList<>(Condition.conjuncts(statistic.aggregation().where()));
    Columns.bare(value)
        .distinct()
        .map(column -> new Condition.Not(new Condition.Missing(column)))
        .filter(known -> !all.contains(known))
        .forEach(all::add);
    Optional<Condition> where =
        all.size() < 2
            ? all.stream().findFirst()
            : Optional.of(new Condition.All(List.copyOf(all)));
    return new Formula.Aggregate(statistic.rows(), new Aggregation.Count(where));
  }

  /** A median says nothing of how many values it is the middle of, nor does a model. */
  private static boolean counts(Formula by) {
    return !(by instanceof Constant)
        && !(by instanceof Formula.Expectation)
        && LeafNature.of(first(by)) != Nature.DISTRIBUTION;
  }

  private static Formula first(Formula formula) {
    Formula[] first = {null};
    formula.eachLeaf(leaf -> first[0] = first[0] == null ? leaf : first[0]);
    return first[0];
  }

  private static Formula withoutFactor(Formula formula) {
    if (formula instanceof Combined combined) {
      boolean isProduct = combined.operator() == Operator.TIMES;
      if (combined.right() instanceof Constant
          && (isProduct || combined.operator() == Operator.DIVIDED_BY)) {
        return withoutFactor(combined.left());
      } else if (combined.left() instanceof Constant && isProduct) {
        return withoutFactor(combined.right());
      }
    }
    return formula;
  }
}
