package io.retainer.app.schedules;

import java.util.Optional;

/**
 * Why a table of schedules cannot be used.
 *
 * @param line from 1; 0 for the whole table
 * @param column empty when it is no cell that is wrong
 * @param cell what stands there
 * @param why a sentence
 */
record TableProblem(int line, Optional<TableColumn> column, String cell, String why) {

  private static final int SHOWN = 80;

  TableProblem {
    why = why.endsWith(".") ? why : why + ".";
  }

  static TableProblem of(String why) {
    return ofLine(0, why);
  }

  static TableProblem ofLine(int line, String why) {
    return new TableProblem(line, Optional.empty(), "", why);
  }

  static TableProblem ofCell(int line, TableColumn column, String cell, String why) {
    return new TableProblem(line, Optional.of(column), cell, why);
  }

  /** With where it stands and what was seen there. */
  String text() {
    if (line == 0) {
      return why;
    }
    return column
        .map(
            each ->
                "Line %d, column \"%s\": saw \"%s\": %s".formatted(line, each.word(), shown(), why))
        .orElseGet(() -> "Line %d: %s".formatted(line, why));
  }

  private String shown() {
    String plain = cell.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
  }
}
