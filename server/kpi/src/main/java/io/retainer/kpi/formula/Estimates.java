package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.PerKey;
import io.retainer.spi.Column;
import java.util.Optional;
import java.util.Set;

/**
 * What was not counted: what a model expects, and columns that the source reckons. Whatever is made
 * of it is an estimate as well, also a number of rows that such a column chooses.
 */
public final class Estimates {

  private Estimates() {}

  public static boolean areIn(Formula formula) {
    if (formula instanceof Formula.Table table && areIn(table.block())) {
      return true;
    }
    boolean[] found = {false};
    formula.eachExpectation(any -> found[0] = true);
    formula.eachLeaf(leaf -> found[0] |= isOne(leaf));
    return found[0];
  }

  private static boolean areIn(Block block) {
    if (block instanceof Block.Expected) {
      return true;
    } else if (block instanceof Block.Ranking ranking) {
      return isOne(ranking.measure());
    } else if (block instanceof Block.Rfm rfm) {
      return isAny(rfm.rows(), NamedColumns.of(rfm.ask().value()));
    }
    return block.tableRows().filter(rows -> isAny(rows, Set.of())).isPresent();
  }

  private static boolean isOne(Formula leaf) {
    RowSet rows = Formula.rows(leaf);
    if (leaf instanceof Formula.AsCounted counted) {
      return isAny(rows, Set.of(counted.column()));
    }
    Aggregation aggregation =
        leaf instanceof Formula.OfTotal total
            ? total.aggregation()
            : ((Formula.Aggregate) leaf).aggregation();
    return isAny(rows, NamedColumns.of(aggregation));
  }

  private static boolean isAny(RowSet rows, Set<String> columns) {
    return columns.stream().anyMatch(column -> isEstimated(rows, column))
        || NamedColumns.of(rows.where()).stream().anyMatch(column -> isEstimated(rows, column));
  }

  /** Of the dataset, or a name that {@code per} or {@code history} gives to what it computes. */
  private static boolean isEstimated(RowSet rows, String name) {
    Set<String> inner =
        rows.perKey().flatMap(keys -> measured(keys, name)).orElseGet(() -> Set.of(name));
    return inner.stream()
        .map(column -> rows.history().flatMap(past -> told(past, column)).orElse(column))
        .flatMap(column -> rows.dataset().find(column).stream())
        .anyMatch(Column::isEstimated);
  }

  private static Optional<Set<String>> measured(PerKey keys, String name) {
    return keys.measures().stream()
        .filter(measure -> measure.name().equals(name))
        .findFirst()
        .map(measure -> NamedColumns.of(measure.aggregation()));
  }

  private static Optional<String> told(History past, String name) {
    return past.find(name).flatMap(History.Told::column);
  }
}
