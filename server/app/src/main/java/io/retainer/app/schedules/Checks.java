package io.retainer.app.schedules;

import io.retainer.model.mail.MailAddress;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong with the cells of one line, all of it at once: a cell that cannot be used keeps
 * none of the others from being looked at, only those that make sense together with it alone.
 */
final class Checks {

  /** What stands in a cell is read, and not used. */
  interface Reading {
    void of(String cell);
  }

  private final int number;
  private final Map<TableColumn, String> cells;
  private final List<TableProblem> problems;
  private final Set<TableColumn> unusable = EnumSet.noneOf(TableColumn.class);

  /**
   * @param problems gets what is wrong
   */
  Checks(int number, Map<TableColumn, String> cells, List<TableProblem> problems) {
    this.number = number;
    this.cells = cells;
    this.problems = problems;
  }

  /** Nothing is said about these. */
  void leaveOut(Collection<TableColumn> columns) {
    unusable.addAll(columns);
  }

  void wrong(TableColumn column, String why) {
    unusable.add(column);
    problems.add(TableProblem.ofCell(number, column, cells.get(column), why));
  }

  /** Looks at a cell, unless it is known that it cannot be used. */
  void each(TableColumn column, Reading reading) {
    if (unusable.contains(column)) {
      return;
    }
    try {
      reading.of(cells.get(column));
    } catch (RuntimeException e) {
      wrong(column, String.valueOf(e.getMessage()));
    }
  }

  /** Looks at a cell that depends on others, unless one of them cannot be used. */
  void together(TableColumn column, List<TableColumn> others, Reading reading) {
    if (others.stream().noneMatch(unusable::contains)) {
      each(column, reading);
    }
  }

  /** Names each address of a cell that is none. */
  void addresses(TableColumn column, List<String> addresses) {
    if (unusable.contains(column)) {
      return;
    }
    for (String address : addresses) {
      try {
        ScheduleReader.refuseFormula(new MailAddress(address).text());
      } catch (IllegalArgumentException e) {
        wrong(column, e.getMessage());
      }
    }
  }
}
