package io.retainer.app.schedules;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.shell.Language;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads one line of a table of schedules, and says which cell of it cannot be used and why. */
final class TableLine {

  private final Workspace workspace;
  private final Schedules schedules;
  private final ScheduleReader reader;
  private final Colleagues colleagues;
  private final Map<String, Schedule> known = new java.util.HashMap<>();

  /** Sees the schedules that whoever asks may see; others are as if there were none. */
  TableLine(Workspace workspace, Schedules schedules, Colleagues colleagues) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.reader = new ScheduleReader(workspace, schedules);
    this.colleagues = colleagues;
    schedules.all().forEach(schedule -> known.put(schedule.id(), schedule));
  }

  /** What stands in a cell is read, and not used. */
  private interface Reading {
    void of(String cell);
  }

  /**
   * @param problems gets what is wrong with this one
   * @return empty when something is
   */
  Optional<ScheduleTable.Line> read(
      int number, Map<TableColumn, String> written, List<String> problems) {
    int before = problems.size();
    String id = written.getOrDefault(TableColumn.ID, "");
    Optional<Schedule> changed = Optional.ofNullable(known.get(id));
    if (!id.isEmpty() && changed.isEmpty()) {
      problems.add(
          at(number, TableColumn.ID, id)
              + "there is no such schedule. Expected: the id of one, or nothing for a new one.");
      return Optional.empty();
    }
    Map<TableColumn, String> cells = filled(written, changed);
    check(number, cells, problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      Schedule after =
          reader.read(
              changed.map(Schedule::id).orElseGet(() -> UUID.randomUUID().toString()),
              TableColumn.values(cells));
      if (changed.isEmpty()) {
        refuseASecondOne(number, after, problems);
      }
      return problems.size() > before
          ? Optional.empty()
          : Optional.of(new ScheduleTable.Line(number, changed, after, skipped(after)));
    } catch (RuntimeException e) {
      problems.add("Line " + number + ": " + e.getMessage() + ".");
      return Optional.empty();
    }
  }

  private List<Period> skipped(Schedule schedule) {
    ZoneId zone = workspace.clients().named(schedule.client()).zone();
    return schedule.skipped(workspace.clock().instant(), zone);
  }

  private static Map<TableColumn, String> filled(
      Map<TableColumn, String> written, Optional<Schedule> changed) {
    Map<TableColumn, String> cells = new EnumMap<>(TableColumn.class);
    Map<TableColumn, String> known = changed.map(ScheduleTable::cellsOf).orElse(Map.of());
    for (TableColumn column : TableColumn.values()) {
      String usual = known.getOrDefault(column, column.usual());
      String cell = written.getOrDefault(column, usual);
      // A new schedule is as usual where its cell is empty.
      cells.put(column, cell.isEmpty() && changed.isEmpty() ? usual : cell);
    }
    return cells;
  }

  private void check(int number, Map<TableColumn, String> cells, List<String> problems) {
    Map<TableColumn, Reading> readings = new EnumMap<>(TableColumn.class);
    readings.put(TableColumn.CLIENT, cell -> workspace.clients().named(new ClientId(cell)));
    readings.put(TableColumn.RULE, schedules::rule);
    readings.put(TableColumn.KIND, Schedule::kind);
    readings.put(TableColumn.LOCALE, cell -> orNothing(cell, Language::ofReports));
    readings.put(TableColumn.INCOMPLETE, Incomplete::of);
    readings.put(TableColumn.APPROVAL, Approval::of);
    readings.put(TableColumn.STARTS, cell -> Days.of(cell, ""));
    readings.put(TableColumn.ENDS, cell -> Days.of("", cell));
    readings.put(TableColumn.STATE, TableLine::state);
    ScheduleValues values = TableColumn.values(cells);
    readings.put(TableColumn.REPORT, reader::report);
    readings.put(TableColumn.FORMATS, cell -> ScheduleReader.formats(values.formats()));
    int before = problems.size();
    readings.forEach((column, reading) -> check(number, column, cells, reading, problems));
    if (problems.size() == before) {
      AllowedRecipients allowed = workspace.mail().allowed(new ClientId(values.client()));
      check(
          number,
          TableColumn.RECIPIENTS,
          cells,
          cell -> allowed.check(values.recipients()),
          problems);
      check(
          number,
          TableColumn.INTERNAL_TO,
          cells,
          cell -> colleagues.check(values.internalTo()),
          problems);
      check(
          number,
          TableColumn.INTERNAL_DAYS,
          cells,
          cell -> InternalCopy.of(cell, values.internalTo()),
          problems);
    }
  }

  private static void check(
      int number,
      TableColumn column,
      Map<TableColumn, String> cells,
      Reading reading,
      List<String> problems) {
    try {
      reading.of(cells.get(column));
    } catch (RuntimeException e) {
      String said = String.valueOf(e.getMessage());
      problems.add(at(number, column, cells.get(column)) + said + (said.endsWith(".") ? "" : "."));
    }
  }

  private static void orNothing(String cell, Reading reading) {
    if (!cell.isEmpty()) {
      reading.of(cell);
    }
  }

  private static void state(String cell) {
    if (!cell.equals(TableColumn.ACTIVE) && !cell.equals(TableColumn.PAUSED)) {
      throw new IllegalArgumentException("Write active or paused");
    }
  }

  /** A table that is imported a second time would have everybody get each report twice. */
  private void refuseASecondOne(int number, Schedule added, List<String> problems) {
    for (Schedule there : known.values()) {
      List<String> both =
          there.recipients().stream()
              .filter(one -> added.recipients().stream().anyMatch(one::equalsIgnoreCase))
              .toList();
      if (there.client().equals(added.client())
          && there.report().equals(added.report())
          && there.kind() == added.kind()
          && !both.isEmpty()) {
        problems.add(
            "Line %d: %s gets this report of %s by the schedule %s already. To change that one, write its id; else leave the address out."
                .formatted(number, both.get(0), added.client(), there.id()));
        return;
      }
    }
  }

  private static String at(int number, TableColumn column, String cell) {
    String shown = cell.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    return "Line %d, column \"%s\": saw \"%s\": "
        .formatted(
            number, column.word(), shown.length() > 80 ? shown.substring(0, 80) + "…" : shown);
  }
}
