package io.retainer.app.schedules;

import io.retainer.app.shell.Csv;
import io.retainer.model.client.Client;
import io.retainer.model.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Many schedules as one table: CSV, or what a spreadsheet copies. The first line names the columns,
 * in any order. A line with an id changes that schedule, one without adds one; a column that is
 * left out stays as it is, or is as usual.
 */
public final class ScheduleTable {

  private static final int MOST_ROWS = 5_000;
  private static final int MOST_LETTERS = 4_000_000;

  private final TableLine reading;

  ScheduleTable(TableLine reading) {
    this.reading = reading;
  }

  /** What a line does. */
  public enum Effect {
    NEW,
    CHANGED,
    SAME
  }

  /**
   * A line that can be done.
   *
   * @param number of the line, from 1
   * @param before empty for a new schedule
   * @param skipped the next periods that its rule leaves out
   * @param missed those that it would have brought, and does not any more
   * @param next when it comes first; empty for one that is paused or over
   */
  public record Line(
      int number,
      Client client,
      Optional<Schedule> before,
      Schedule after,
      List<Period> skipped,
      List<Period> missed,
      Optional<Schedule.Time> next) {

    public Effect effect() {
      return before.isEmpty() ? Effect.NEW : cells().isEmpty() ? Effect.SAME : Effect.CHANGED;
    }

    /** What changes, by column: before and after. */
    public Map<String, List<String>> cells() {
      Map<TableColumn, String> now = cellsOf(after);
      Map<TableColumn, String> old = before.map(ScheduleTable::cellsOf).orElse(Map.of());
      Map<String, List<String>> changed = new LinkedHashMap<>();
      now.forEach(
          (column, cell) -> {
            String was = old.getOrDefault(column, "");
            if (column != TableColumn.ID && !was.equals(cell)) {
              changed.put(column.word(), List.of(was, cell));
            }
          });
      return changed;
    }
  }

  /**
   * What a table says.
   *
   * @param wrong what cannot be used; nothing is done while there is any
   */
  public record Read(List<Line> lines, List<TableProblem> wrong) {

    /** Who has as many wrong lines has one mistake in all of them. */
    private static final int MOST_SAID = 20;

    /** What cannot be used, each with its line and column; of many the first ones. */
    public List<String> problems() {
      int more = wrong.size() - MOST_SAID;
      Stream<TableProblem> further =
          more > 0
              ? Stream.of(TableProblem.of("%d more cannot be used".formatted(more)))
              : Stream.empty();
      return Stream.concat(wrong.stream().limit(MOST_SAID), further)
          .map(TableProblem::text)
          .toList();
    }

    public List<Line> changes() {
      return lines.stream().filter(line -> line.effect() != Effect.SAME).toList();
    }

    public long count(Effect effect) {
      return lines.stream().filter(line -> line.effect() == effect).count();
    }

    static Read wrong(String problem) {
      return new Read(List.of(), List.of(TableProblem.of(problem)));
    }
  }

  /**
   * @param enabled what is written as the state of all; as they are when empty
   */
  static String of(List<Schedule> schedules, Optional<Boolean> enabled) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(Arrays.stream(TableColumn.values()).map(TableColumn::word).toList());
    for (Schedule schedule : schedules) {
      rows.add(List.copyOf(cells(schedule, enabled.orElse(schedule.enabled())).values()));
    }
    return Csv.of(rows);
  }

  static Map<TableColumn, String> cellsOf(Schedule schedule) {
    return cells(schedule, schedule.enabled());
  }

  private static Map<TableColumn, String> cells(Schedule schedule, boolean enabled) {
    return TableColumn.cells(schedule.id(), ScheduleValues.of(schedule, enabled));
  }

  Read read(String text) {
    if (text.length() > MOST_LETTERS) {
      return Read.wrong("The table has more than 4 MB. Split it.");
    }
    List<Csv.Line> lines;
    try {
      lines = Csv.lines(text);
    } catch (IllegalArgumentException e) {
      return Read.wrong(e.getMessage());
    }
    if (lines.isEmpty()) {
      return Read.wrong("The table is empty. Its first line names columns.");
    }
    if (lines.size() - 1 > MOST_ROWS) {
      return Read.wrong("There are more than " + MOST_ROWS + " lines. Split the table.");
    }
    List<String> headings =
        lines.get(0).cells().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    List<TableProblem> problems = wrongWith(headings);
    if (!problems.isEmpty()) {
      return new Read(List.of(), problems);
    }
    Map<Integer, Map<TableColumn, String>> rows = new LinkedHashMap<>();
    for (Csv.Line row : lines.subList(1, lines.size())) {
      if (row.cells().size() != headings.size()) {
        problems.add(
            TableProblem.ofLine(
                row.number(),
                "%d cells, expected %d as in line 1"
                    .formatted(row.cells().size(), headings.size())));
        continue;
      }
      Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
      for (int i = 0; i < headings.size(); i++) {
        cells.put(TableColumn.of(headings.get(i)).orElseThrow(), row.cells().get(i).strip());
      }
      rows.put(row.number(), cells);
    }
    return read(rows, problems);
  }

  /**
   * @param rows what is written in each, by its number
   */
  Read read(Map<Integer, Map<TableColumn, String>> rows) {
    return read(rows, new ArrayList<>());
  }

  private Read read(Map<Integer, Map<TableColumn, String>> rows, List<TableProblem> problems) {
    List<Line> lines = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    rows.forEach(
        (number, cells) -> {
          String id = cells.getOrDefault(TableColumn.ID, "");
          Optional<Line> line = reading.read(number, cells, problems);
          Optional<String> key =
              id.isEmpty() ? line.map(one -> content(one.after())) : Optional.of(id);
          Integer above = key.map(one -> seen.putIfAbsent(one, number)).orElse(null);
          if (above == null) {
            line.ifPresent(lines::add);
          } else {
            problems.add(
                TableProblem.ofLine(
                    number, "the same schedule stands in line %d already".formatted(above)));
          }
        });
    List<TableProblem> doubles = reading.doubles(lines);
    problems.addAll(doubles);
    lines.removeIf(line -> doubles.stream().anyMatch(each -> each.line() == line.number()));
    problems.sort(Comparator.comparingInt(TableProblem::line));
    return new Read(lines, problems);
  }

  private static String content(Schedule schedule) {
    Map<TableColumn, String> cells = cellsOf(schedule);
    cells.remove(TableColumn.ID);
    return cells.toString();
  }

  private static List<TableProblem> wrongWith(List<String> headings) {
    List<TableProblem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String heading : headings) {
      if (TableColumn.of(heading).isEmpty()) {
        problems.add(
            TableProblem.ofLine(
                1,
                "\"%s\" is no column; there are %s"
                    .formatted(
                        heading,
                        String.join(
                            ", ",
                            Arrays.stream(TableColumn.values()).map(TableColumn::word).toList()))));
      } else if (!seen.add(heading)) {
        problems.add(
            TableProblem.ofLine(1, "the column \"%s\" stands there twice".formatted(heading)));
      }
    }
    return problems;
  }
}
