package io.retainer.connector.tabular;

import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Missing;
import io.retainer.toolkit.NumberForm;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A table as its first rows show it: the row that looks like headings, and what stands below.
 *
 * @param headings from left to right, blank ones included
 * @param meanings the columns that each of them could stand over
 * @param rows below the headings
 */
record TableCells(Sheet sheet, List<String> headings, List<Set<String>> meanings, List<Row> rows) {

  private static final int DEEPEST_HEADING = 40;

  /** Nobody names more columns, and a hostile row of headings has sixteen thousand. */
  private static final int MOST_HEADINGS = 500;

  private static final int SAMPLES = 4;
  private static final double MOST = 0.8;

  /** Empty when there is no row of at least two headings with a row of cells below. */
  static Optional<TableCells> of(Sheet sheet) throws IOException {
    List<Row> head = sheet.head();
    List<Row> candidates = head.subList(0, Math.min(DEEPEST_HEADING, head.size()));
    return candidates.stream()
        .filter(row -> row.width() >= 2 && likeness(row) > 0)
        .max(
            Comparator.comparingInt(TableCells::likeness)
                .thenComparing(Comparator.comparingLong(Row::line).reversed()))
        .map(headings -> below(headings, sheet, head))
        .filter(table -> !table.rows().isEmpty());
  }

  private static TableCells below(Row headings, Sheet sheet, List<Row> head) {
    List<String> texts = cells(headings);
    return new TableCells(
        sheet,
        texts,
        texts.stream().map(HeadingWords::columns).toList(),
        head.stream().filter(row -> row.line() > headings.line() && !row.isBlank()).toList());
  }

  private static List<String> cells(Row row) {
    return row.cells().subList(0, Math.min(row.width(), MOST_HEADINGS));
  }

  /** How much a row looks like one of headings: words, and better still words that are known. */
  private static int likeness(Row row) {
    int likeness = 0;
    for (String cell : cells(row)) {
      if (Missing.is(cell)) {
        likeness -= 1;
      } else if (isNumber(cell) || isDate(cell)) {
        likeness -= 3;
      } else {
        likeness += HeadingWords.columns(cell).isEmpty() ? 1 : 4;
      }
    }
    return likeness;
  }

  List<String> samples(int index) {
    var samples = new ArrayList<String>();
    for (Row row : rows) {
      String cell = row.cell(index).strip();
      if (samples.size() < SAMPLES && !cell.isEmpty() && !samples.contains(cell)) {
        samples.add(cell);
      }
    }
    return samples;
  }

  boolean isOfNumbers(int index) {
    return isMostly(index, TableCells::isNumber);
  }

  boolean isOfDates(int index) {
    return isMostly(index, TableCells::isDate);
  }

  private boolean isMostly(int index, Predicate<String> kind) {
    List<String> cells =
        rows.stream().map(row -> row.cell(index)).filter(cell -> !Missing.is(cell)).toList();
    return cells.stream().filter(kind).count() >= MOST * cells.size() && !cells.isEmpty();
  }

  private static boolean isNumber(String cell) {
    return NumberForm.POINT.parse(cell) != null || NumberForm.COMMA.parse(cell) != null;
  }

  private static boolean isDate(String cell) {
    return DateText.parse(cell, DateOrder.DAY_FIRST) != null
        || DateText.parse(cell, DateOrder.MONTH_FIRST) != null;
  }
}
