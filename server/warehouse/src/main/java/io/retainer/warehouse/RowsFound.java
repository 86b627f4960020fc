package io.retainer.warehouse;

import io.retainer.spi.Column;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows of a table that somebody asked for: some of them, and what all of them come to.
 *
 * @param count of all rows that were asked for
 * @param rows of the page that was asked for
 * @param foot of each column of the table, in its order
 * @param values of the column whose values were asked for, the most frequent first
 */
public record RowsFound(
    DataTable table, long count, List<Row> rows, List<Foot> foot, List<Value> values) {

  public RowsFound {
    rows = List.copyOf(rows);
    foot = List.copyOf(foot);
    values = List.copyOf(values);
  }

  /**
   * One row with where it came from.
   *
   * @param batch the import
   * @param line of its file; 0 where that is not known
   * @param by who imported it; empty where that is not known
   * @param keptBack columns whose value the source keeps back
   * @param cells in the order of the table's columns; null for no value
   */
  public record Row(
      String batch,
      long line,
      String file,
      Instant importedAt,
      String by,
      DateSpan span,
      Optional<String> currency,
      Set<String> keptBack,
      List<Object> cells) {

    public Row {
      keptBack = Set.copyOf(keptBack);
      cells = Collections.unmodifiableList(new ArrayList<>(cells));
    }
  }

  /**
   * What stands below a column: its sum, or why there is none.
   *
   * @param known rows that have a value
   * @param currency of an amount
   * @param why empty when there is a sum, and below what is no number
   */
  public record Foot(
      Column column,
      Optional<BigDecimal> sum,
      long known,
      Optional<String> currency,
      Optional<NoSum> why) {}

  /** Why numbers of several rows are not added. */
  public enum NoSum {
    /** What there is at a moment: the followers of two days are no more followers. */
    LEVEL,
    /** People that the source counted for this row alone. */
    DISTINCT,
    /** An average. */
    WEIGHTED,
    /** An answer on a scale. */
    MARK,
    /** Amounts in several currencies. */
    CURRENCIES,
    /** Rows about days that are in other rows too: a week and its month. */
    OVERLAPPING,
    /** The same visit or conversion may stand in several rows, or they count unlike things. */
    REPEATED
  }

  /**
   * A value of a column.
   *
   * @param text empty for no value
   * @param rows that have it
   */
  public record Value(String text, long rows) {}
}
