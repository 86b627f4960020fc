package io.retainer.app.schedules;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.shell.Language;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.workspace.Workspace;
import java.time.Instant;
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
  private final Instant now;
  private final Map<String, Schedule> known = new java.util.HashMap<>();

  /** Sees the schedules that whoever asks may see; others are as if there were none. */
  TableLine(Workspace workspace, Schedules schedules, Colleagues colleagues) {
    this.workspace = workspace;
    this.schedules = schedules;
    this.reader = new ScheduleReader(workspace, schedules);
    this.colleagues = colleagues;
    this.now = workspace.clock().instant();
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
      int number, Map<TableColumn, String> written, List<TableProblem> problems) {
    int before = problems.size();
    String id = written.getOrDefault(TableColumn.ID, "");
    Optional<Schedule> changed = Optional.ofNullable(known.get(id));
    if (!id.isEmpty() && changed.isEmpty()) {
      problems.add(
          TableProblem.ofCell(
              number,
              TableColumn.ID,
              id,
              "there is no such schedule. Expected: the id of one, or nothing for a new one"));
      return Optional.empty();
    }
    Map<TableColumn, String> cells = filled(written, changed);
    check(number, cells, changed, problems);
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
          : Optional.of(line(number, changed, after));
    } catch (RuntimeException e) {
      problems.add(TableProblem.ofLine(number, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private ScheduleTable.Line line(int number, Optional<Schedule> before, Schedule after) {
    Client client = workspace.clients().named(after.client());
    Optional<Schedule.Time> next =
        after.enabled() ? after.next(1, now, client.zone()).stream().findFirst() : Optional.empty();
    return new ScheduleTable.Line(
        number, client, before, after, after.skipped(now, client.zone()), next);
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

  private void check(
      int number,
      Map<TableColumn, String> cells,
      Optional<Schedule> changed,
      List<TableProblem> problems) {
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
    if (problems.size() > before) {
      return;
    }
    ClientId client = new ClientId(values.client());
    // One whose recipients are no longer allowed can still be paused.
    Optional<Schedule> paused = changed.filter(each -> !values.enabled());
    if (paused.filter(each -> each.recipients().equals(values.recipients())).isEmpty()) {
      AllowedRecipients allowed = workspace.mail().allowed(client);
      check(
          number,
          TableColumn.RECIPIENTS,
          cells,
          cell -> {
            allowed.check(values.recipients());
            workspace.destinations().check(client, values.recipients());
          },
          problems);
    }
    if (paused.filter(each -> each.internal().to().equals(values.internalTo())).isEmpty()) {
      check(
          number,
          TableColumn.INTERNAL_TO,
          cells,
          cell -> colleagues.check(values.internalTo()),
          problems);
    }
    check(
        number,
        TableColumn.INTERNAL_DAYS,
        cells,
        cell -> InternalCopy.of(cell, values.internalTo()),
        problems);
  }

  private static void check(
      int number,
      TableColumn column,
      Map<TableColumn, String> cells,
      Reading reading,
      List<TableProblem> problems) {
    try {
      reading.of(cells.get(column));
    } catch (RuntimeException e) {
      String said = String.valueOf(e.getMessage());
      problems.add(TableProblem.ofCell(number, column, cells.get(column), said));
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
  private void refuseASecondOne(int number, Schedule added, List<TableProblem> problems) {
    for (Schedule there : known.values()) {
      List<String> both = added.doubledBy(there);
      if (!both.isEmpty()) {
        problems.add(
            TableProblem.ofLine(
                number,
                "%s gets this report of %s by the schedule %s already. To change that one, write its id; else leave the address out"
                    .formatted(both.get(0), added.client(), there.id())));
        return;
      }
    }
  }
}
