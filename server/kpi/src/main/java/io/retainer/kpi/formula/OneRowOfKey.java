package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A number of rows of which each key has one at most, such as first orders: it counts keys. */
public final class OneRowOfKey {

  private OneRowOfKey() {}

  /** Whether the rows are of keys that the whole counts as well. */
  public static boolean isPartOf(Aggregate rows, Aggregate keys) {
    Optional<History> history = rows.rows().history();
    if (!(rows.aggregation() instanceof Aggregation.Count)
        || !(keys.aggregation() instanceof Aggregation.Distinct distinct)
        || history.filter(of -> of.key().equals(distinct.column())).isEmpty()) {
      return false;
    }
    Set<Condition> conditions = conditions(rows);
    return conditions.stream().anyMatch(condition -> isOfOne(condition, history.get()))
        && Twice.isWithin(conditions, conditions(keys));
  }

  private static Set<Condition> conditions(Aggregate of) {
    Set<Condition> all = new HashSet<>(Condition.conjuncts(of.rows().where()));
    all.addAll(Condition.conjuncts(of.aggregation().where()));
    return all;
  }

  private static boolean isOfOne(Condition condition, History history) {
    return condition instanceof Condition.Compare one
        && one.comparator() == Condition.Comparator.EQUAL
        && history.columns().stream()
            .anyMatch(
                told -> told.tells() == History.Tells.NTH && told.name().equals(one.column()));
  }
}
