package io.retainer.warehouse;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Relations;
import io.retainer.spi.Unit;
import io.retainer.warehouse.RowsFound.NoSum;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which numbers of rows that stand below each other may be added. */
final class Additions {

  /** What one visitor may have brought about in several rows. */
  private static final Set<String> MAY_STAND_TWICE = Set.of("sessions", Relations.CONVERSIONS);

  private final Dataset dataset;
  private final boolean isMoneyOfOne;
  private final boolean isOverlapping;
  private final Set<String> several;

  /**
   * @param isMoneyOfOne all amounts are in one currency
   * @param isOverlapping rows are about days that other rows are about too
   * @param several columns of which the rows have more than one value
   */
  Additions(Dataset dataset, boolean isMoneyOfOne, boolean isOverlapping, Set<String> several) {
    this.dataset = dataset;
    this.isMoneyOfOne = isMoneyOfOne;
    this.isOverlapping = isOverlapping;
    this.several = Set.copyOf(several);
  }

  static List<Column> added(List<Column> columns) {
    return columns.stream().filter(each -> each.additivity() == Additivity.ADDITIVE).toList();
  }

  /** Columns whose values are no groups: who is in rows of one may be in rows of another. */
  static List<Column> steps(Dataset dataset, List<Column> columns) {
    return columns.stream()
        .filter(each -> Set.of().equals(dataset.relations().steps().get(each.name())))
        .toList();
  }

  /** Why there is no sum of a column; empty when there is one, and of what is no number. */
  Optional<NoSum> against(Column column) {
    return Optional.ofNullable(
        switch (column.additivity()) {
          case DIMENSION, KEY -> null;
          case LEVEL -> NoSum.LEVEL;
          case DISTINCT -> NoSum.DISTINCT;
          case WEIGHTED -> NoSum.WEIGHTED;
          case MARK -> NoSum.MARK;
          case ADDITIVE ->
              isOverlapping
                  ? NoSum.OVERLAPPING
                  : column.unit() == Unit.MONEY && !isMoneyOfOne
                      ? NoSum.CURRENCIES
                      : isRepeated(column) ? NoSum.REPEATED : null;
        });
  }

  private boolean isRepeated(Column column) {
    if (!MAY_STAND_TWICE.contains(dataset.relations().things().getOrDefault(column.name(), ""))) {
      return false;
    }
    // Results are what their type says, and claims are never added over ways to claim.
    return several.stream()
        .anyMatch(step -> !step.equals("result_type") || column.name().equals("results"));
  }
}
