package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.AsCounted;
import io.retainer.kpi.formula.Formula.OfTotal;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Unit;
import java.util.HashSet;
import java.util.Set;

/** What kind of number a part of a formula gives that the facts answer. */
final class LeafNature {

  private static final Set<Unit> OF_ALL_THINGS = Set.of(Unit.MONEY, Unit.SECONDS);

  private LeafNature() {}

  static Nature of(Formula leaf) {
    if (leaf instanceof AsCounted) {
      return Nature.DISTINCT;
    } else if (leaf instanceof OfTotal total) {
      return of(total.rows(), total.aggregation());
    }
    return leaf instanceof Aggregate aggregate
        ? of(aggregate.rows(), aggregate.aggregation())
        : Nature.RATIO;
  }

  private static Nature of(RowSet rows, Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum || aggregation instanceof Aggregation.Count) {
      return rows.perKey().isEmpty() ? Nature.FLOW : Nature.DISTINCT;
    } else if (aggregation instanceof Aggregation.SumOfCounts) {
      return Nature.FLOW;
    } else if (aggregation instanceof Aggregation.Statistic
        || aggregation instanceof Aggregation.Percentile
        || aggregation instanceof Aggregation.Furthest) {
      return Nature.DISTRIBUTION;
    } else if (aggregation instanceof Aggregation.WeightedMean) {
      return Nature.WMEAN;
    }
    boolean isLevel =
        aggregation.isOfLastRows()
            || aggregation instanceof Aggregation.Level
            || aggregation instanceof Aggregation.OpenAtEnd;
    return isLevel ? Nature.STOCK : Nature.DISTINCT;
  }

  static boolean isAddedUp(Formula leaf) {
    return leaf instanceof Aggregate aggregate
        && (aggregate.aggregation() instanceof Aggregation.Sum
            || aggregate.aggregation() instanceof Aggregation.MaturedSum);
  }

  /** Money and times of several datasets may meet; sessions and orders have nothing in common. */
  static boolean areUnlike(Formula one, Formula other) {
    return isLeaf(one)
        && isLeaf(other)
        && !Formula.rows(one).dataset().equals(Formula.rows(other).dataset())
        && !isOfAllThings(one)
        && !isOfAllThings(other);
  }

  private static boolean isLeaf(Formula formula) {
    return formula instanceof Aggregate
        || formula instanceof OfTotal
        || formula instanceof AsCounted;
  }

  private static boolean isOfAllThings(Formula leaf) {
    RowSet rows = Formula.rows(leaf);
    Set<String> columns = new HashSet<>();
    if (leaf instanceof Aggregate aggregate) {
      columns.addAll(NamedColumns.ofValues(aggregate.aggregation()));
    } else if (leaf instanceof OfTotal total) {
      columns.addAll(NamedColumns.ofValues(total.aggregation()));
    }
    rows.perKey().ifPresent(inner -> columns.addAll(Columns.of(inner.measures())));
    return columns.stream()
        .flatMap(column -> rows.dataset().find(column).stream())
        .anyMatch(column -> OF_ALL_THINGS.contains(column.unit()));
  }
}
