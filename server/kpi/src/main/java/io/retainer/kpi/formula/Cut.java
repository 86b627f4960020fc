package io.retainer.kpi.formula;

import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether each group of a dimension has its own number. A building block that asks for a table of
 * its own has one of all rows together; a funnel and two rates that are compared are made of
 * numbers that each group has. The past of a key is not cut by a column of single rows.
 */
public final class Cut {

  private Cut() {}

  /** Whether a formula has a number for each value of a dimension. */
  public static boolean isPossible(Formula formula, String dimension) {
    return tableOf(formula).isEmpty()
        && LooksBack.keyCutBy(formula, dimension).isEmpty()
        && rowsOf(formula).stream().allMatch(rows -> hasOne(rows, dimension));
  }

  /**
   * The building block that a formula is, or is made of, as a word of scripts, if it has no groups.
   */
  public static Optional<String> tableOf(Formula formula) {
    List<Block> blocks = new ArrayList<>();
    formula.eachExpectation(blocks::add);
    if (formula instanceof Formula.Table table && table.block().tableRows().isPresent()) {
      blocks.add(table.block());
    }
    return blocks.stream().map(Cut::word).findFirst();
  }

  private static String word(Block block) {
    if (block instanceof Block.Expected expected) {
      return expected.money() ? "expectedValue" : "expectedOrders";
    }
    return block.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** The datasets of a formula. */
  public static List<String> datasets(Formula formula) {
    return rowsOf(formula).stream().map(rows -> rows.dataset().name()).distinct().toList();
  }

  /** Columns of texts that all its datasets have, and that are no keys. */
  public static Set<String> common(Formula formula) {
    Set<String> common = new TreeSet<>();
    List<RowSet> all = rowsOf(formula);
    if (!all.isEmpty()) {
      all.get(0).dataset().columns().stream().map(Column::name).forEach(common::add);
    }
    common.removeIf(name -> !all.stream().allMatch(rows -> isDimension(rows, name)));
    return common;
  }

  private static List<RowSet> rowsOf(Formula formula) {
    List<RowSet> rows = new ArrayList<>();
    formula.eachLeaf(leaf -> rows.add(Formula.rows(leaf)));
    return rows;
  }

  private static boolean hasOne(RowSet rows, String dimension) {
    return isTold(rows, dimension) || isDimension(rows, dimension);
  }

  /** A dimension of the key's first row: the channel that a customer came through. */
  private static boolean isTold(RowSet rows, String dimension) {
    return rows.history()
        .flatMap(history -> history.find(dimension))
        .filter(told -> told.column().isPresent())
        .isPresent();
  }

  private static boolean isDimension(RowSet rows, String name) {
    return rows.dataset()
        .find(name)
        .map(Column::additivity)
        .filter(Additivity.DIMENSION::equals)
        .isPresent();
  }
}
