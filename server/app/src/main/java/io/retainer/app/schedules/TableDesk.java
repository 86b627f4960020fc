package io.retainer.app.schedules;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Outlets;
import io.retainer.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Adds and changes many schedules at once: all lines of a table or none, and all of them back again
 * as long as nothing else has touched them. Whoever asks sees and changes the schedules of their
 * clients; others are as if there were none.
 */
public final class TableDesk {

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final SavedTables saved;
  private final Colleagues colleagues;
  private final Outlets outlets;

  public TableDesk(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      SavedTables saved,
      Colleagues colleagues,
      Outlets outlets) {
    this.outlets = outlets;
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.saved = saved;
    this.colleagues = colleagues;
  }

  String text() {
    return ScheduleTable.of(schedules.all(), Optional.empty());
  }

  /**
   * The schedules of a saved table.
   *
   * @param enabled what is written as the state of all; as they are when empty
   */
  String text(SavedTable table, Optional<Boolean> enabled) {
    return ScheduleTable.of(of(table), enabled);
  }

  /** Those that a saved table added or changed, as far as they are still there. */
  List<Schedule> of(SavedTable table) {
    Set<String> ids =
        table.changes().stream().map(SavedTable.Change::id).collect(Collectors.toSet());
    return schedules.all().stream().filter(each -> ids.contains(each.id())).toList();
  }

  ScheduleTable.Read read(String text) {
    return table().read(text);
  }

  /**
   * @param rows what is written in each, by its number
   */
  ScheduleTable.Read read(Map<Integer, Map<TableColumn, String>> rows) {
    return table().read(rows);
  }

  private ScheduleTable table() {
    return new ScheduleTable(new TableLine(workspace, schedules, occurrences, colleagues, outlets));
  }

  /**
   * Does what a table says; nothing when it changes nothing.
   *
   * @return what was saved, for undoing it
   */
  Optional<SavedTable> save(ScheduleTable.Read read, String by) {
    if (!read.problems().isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", read.problems()));
    }
    List<SavedTable.Change> changes =
        read.changes().stream()
            .map(
                line ->
                    new SavedTable.Change(
                        line.after().id(),
                        line.before().map(TableDesk::cells).orElse(Map.of()),
                        cells(line.after())))
            .toList();
    if (changes.isEmpty()) {
      return Optional.empty();
    }
    List<Schedule> added = new ArrayList<>();
    List<Schedule> changed = new ArrayList<>();
    read.changes().forEach(line -> (line.before().isEmpty() ? added : changed).add(line.after()));
    return Optional.of(
        saved.add(changes, by, handle -> schedules.save(handle, added, changed, List.of(), by)));
  }

  /** The latest tables whose schedules whoever asks sees, the newest first. */
  List<SavedTable> latest() {
    return saved.latest().stream().filter(this::isSeen).toList();
  }

  /** One of the latest. */
  Optional<SavedTable> saved(String id) {
    return latest().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  private boolean isSeen(SavedTable table) {
    Map<String, Schedule> known = known();
    return table.changes().stream().anyMatch(change -> known.containsKey(change.id()));
  }

  /**
   * Puts everything back as it was before a table.
   *
   * @return that table
   * @throws Refusal when there is no such table, or something has changed since
   */
  SavedTable undo(String id, String by) {
    SavedTable table =
        saved(id)
            .orElseThrow(
                () -> new Refusal(Refusal.Kind.MISSING, "There is no saved table " + id + "."));
    if (table.undone().isPresent()) {
      throw new Refusal(Refusal.Kind.UNDER_WAY, "The table was undone already.");
    }
    Map<String, Schedule> known = known();
    List<String> problems = new ArrayList<>();
    List<Schedule> changed = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    for (SavedTable.Change change : table.changes()) {
      Optional<Schedule> now = Optional.ofNullable(known.get(change.id()));
      if (now.isEmpty() || !cells(now.get()).equals(change.after())) {
        problems.add(
            "Schedule %s was %s since."
                .formatted(named(change), now.isEmpty() ? "removed" : "changed"));
      } else if (!change.before().isEmpty()) {
        changed.add(before(change, now));
      } else if (!occurrences.of(change.id()).isEmpty()) {
        problems.add(
            "Schedule %s, which the table added, has issued since; pause it instead."
                .formatted(named(change)));
      } else {
        removed.add(change.id());
      }
    }
    if (!problems.isEmpty()) {
      throw new Refusal(
          Refusal.Kind.IMPOSSIBLE, "Nothing was undone.\n" + String.join("\n", problems));
    }
    try {
      if (!saved.undo(id, by, handle -> schedules.save(handle, List.of(), changed, removed, by))) {
        throw new Refusal(Refusal.Kind.UNDER_WAY, "The table was just undone by somebody else.");
      }
    } catch (IllegalArgumentException e) {
      throw new Refusal(Refusal.Kind.IMPOSSIBLE, "Nothing was undone.\n" + e.getMessage() + ".");
    }
    return table;
  }

  private Schedule before(SavedTable.Change change, Optional<Schedule> now) {
    Map<TableColumn, String> cells = new TreeMap<>();
    for (TableColumn column : TableColumn.values()) {
      cells.put(column, change.before().getOrDefault(column.word(), ""));
    }
    return new ScheduleReader(workspace, schedules)
        .read(change.id(), TableColumn.values(cells), now);
  }

  private Map<String, Schedule> known() {
    Map<String, Schedule> known = new java.util.HashMap<>();
    schedules.all().forEach(schedule -> known.put(schedule.id(), schedule));
    return known;
  }

  /** To a person a schedule is a rule of a client for a report. */
  private static String named(SavedTable.Change change) {
    return Stream.of(TableColumn.CLIENT, TableColumn.REPORT, TableColumn.RULE)
            .map(column -> change.after().get(column.word()))
            .collect(Collectors.joining(", "))
        + " ("
        + change.id()
        + ")";
  }

  private static Map<String, String> cells(Schedule schedule) {
    Map<String, String> cells = new TreeMap<>();
    ScheduleTable.cellsOf(schedule).forEach((column, cell) -> cells.put(column.word(), cell));
    return cells;
  }
}
