package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation.Distinct;
import io.retainer.model.fact.Condition;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        || !conditions(some.where()).containsAll(conditions(all.where()));
  }

  private static Set<Condition> conditions(Optional<Condition> where) {
    Set<Condition> all = new HashSet<>();
    where.ifPresent(condition -> collect(condition, all));
    return all;
  }

  private static void collect(Condition condition, Set<Condition> all) {
    if (condition instanceof Condition.All several) {
      List<Condition> parts = several.conditions();
      parts.forEach(part -> collect(part, all));
    } else {
      all.add(condition);
    }
  }
}
