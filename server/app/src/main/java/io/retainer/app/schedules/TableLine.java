package io.retainer.app.schedules;

import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Outlets;
import io.retainer.app.shell.Language;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.mail.AllowedRecipients;
import io.retainer.model.time.Period;
import io.retainer.workspace.Workspace;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads one line of a table of schedules, and says which cell of it cannot be used and why. */
final class TableLine {

  private final Workspace workspace;
  private final Schedules schedules;
  private final Occurrences occurrences;
  private final ScheduleReader reader;
  private final Colleagues colleagues;
  private final Outlets outlets;
  private final Instant now;
  private final Map<String, Schedule> known = new LinkedHashMap<>();
  private final Map<String, Instant> plannedUntil;
  private final Map<ClientId, AllowedRecipients> allowed = new HashMap<>();
  private final Map<ClientId, Client> clients = new HashMap<>();
  private final Map<List<?>, Coming> coming = new HashMap<>();
  private final Map<Period, Set<String>> taken = new HashMap<>();

  /** The times of a rule in a zone: the same for the many lines that say the same. */
  private record Coming(List<Schedule.Time> next, List<Period> skipped) {}

  /** Sees the schedules that whoever asks may see; others are as if there were none. */
  TableLine(
      Workspace workspace,
      Schedules schedules,
      Occurrences occurrences,
      Colleagues colleagues,
      Outlets outlets) {
    this.outlets = outlets;
    this.workspace = workspace;
    this.schedules = schedules;
    this.occurrences = occurrences;
    this.reader = ScheduleReader.ofMany(workspace, schedules);
    this.colleagues = colleagues;
    this.now = workspace.clock().instant();
    this.plannedUntil = schedules.plannedUntil();
    schedules.all().forEach(schedule -> known.put(schedule.id(), schedule));
  }

  /**
   * @param problems gets all that is wrong with this one
   * @return empty when something is
   */
  Optional<ScheduleTable.Line> read(
      int number, Map<TableColumn, String> written, List<TableProblem> problems) {
    int before = problems.size();
    String id = written.getOrDefault(TableColumn.ID, "");
    Optional<Schedule> changed = Optional.ofNullable(known.get(id));
    Map<TableColumn, String> cells = filled(written, changed);
    var checks = new Checks(number, cells, problems);
    if (!id.isEmpty() && changed.isEmpty()) {
      checks.wrong(
          TableColumn.ID,
          "there is no such schedule. Expected: the id of one, or nothing for a new one");
      // What the line does not say is that schedule's, so only what it says can be looked at.
      EnumSet<TableColumn> unsaid = EnumSet.allOf(TableColumn.class);
      unsaid.removeAll(written.keySet());
      checks.leaveOut(unsaid);
    }
    check(checks, TableColumn.values(cells), changed);
    if (problems.size() > before) {
      return Optional.empty();
    }
    try {
      Schedule after =
          reader.read(
              changed.map(Schedule::id).orElseGet(() -> UUID.randomUUID().toString()),
              TableColumn.values(cells),
              changed);
      return Optional.of(line(number, changed, after));
    } catch (RuntimeException e) {
      problems.add(TableProblem.ofLine(number, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  private ScheduleTable.Line line(int number, Optional<Schedule> before, Schedule after) {
    Client client = clients.computeIfAbsent(after.client(), workspace.clients()::named);
    Coming ofRule =
        coming.computeIfAbsent(
            List.of(after.rule().text(), after.kind(), after.days(), client.zone()),
            any ->
                new Coming(after.next(2, now, client.zone()), after.skipped(now, client.zone())));
    return new ScheduleTable.Line(
        number,
        client,
        before,
        after,
        ofRule.skipped(),
        before.map(old -> missed(old, after, client)).orElse(List.of()),
        after.enabled() ? next(after, ofRule.next()) : Optional.empty());
  }

  /** What the schedule would have brought and will not, as far as nobody has taken it. */
  private List<Period> missed(Schedule before, Schedule after, Client client) {
    Instant until = plannedUntil.getOrDefault(before.id(), now);
    return Missed.by(before, client.zone(), until, after, client.zone(), now)
        .lost(period -> isTaken(before, period));
  }

  /** Its first time whose period has not gone out already, and is not left out. */
  private Optional<Schedule.Time> next(Schedule schedule, List<Schedule.Time> ofRule) {
    return ofRule.stream().filter(time -> !isTaken(schedule, time.period())).findFirst();
  }

  private boolean isTaken(Schedule schedule, Period period) {
    return taken
        .computeIfAbsent(
            period, each -> occurrences.taken(Set.of(each)).getOrDefault(each, Set.of()))
        .contains(schedule.id());
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

  /** Each cell by itself, then those that have to go together, as far as they can be used. */
  private void check(Checks checks, ScheduleValues values, Optional<Schedule> changed) {
    checks.each(TableColumn.CLIENT, cell -> workspace.clients().named(new ClientId(cell)));
    if (!ScheduleReader.keepsReport(changed, values)) {
      checks.each(TableColumn.REPORT, reader::report);
    }
    changed.ifPresent(before -> checkLasting(checks, before));
    checks.each(TableColumn.RULE, schedules::rule);
    checks.each(TableColumn.KIND, Schedule::kind);
    checks.each(TableColumn.LOCALE, cell -> orNothing(cell, Language::ofReports));
    checks.each(TableColumn.FORMATS, cell -> ScheduleReader.formats(values.formats()));
    checks.each(TableColumn.INCOMPLETE, Incomplete::of);
    checks.each(TableColumn.APPROVAL, Approval::of);
    checks.each(TableColumn.STARTS, cell -> Days.of(cell, ""));
    checks.each(TableColumn.ENDS, cell -> Days.of("", cell));
    checks.each(TableColumn.STATE, TableLine::state);
    checks.each(TableColumn.INTERNAL_DAYS, InternalCopy::number);
    checks.addresses(TableColumn.RECIPIENTS, values.recipients());
    checks.addresses(TableColumn.INTERNAL_TO, values.internalTo());
    checks.together(
        TableColumn.RULE,
        List.of(TableColumn.KIND),
        cell -> Schedule.check(schedules.rule(cell), Schedule.kind(values.kind())));
    checks.together(
        TableColumn.ENDS, List.of(TableColumn.STARTS), cell -> Days.of(values.starts(), cell));
    checks.together(
        TableColumn.RECIPIENTS, List.of(), cell -> Schedule.recipients(values.recipients()));
    // One whose recipients are no longer allowed can still be paused.
    Optional<Schedule> paused = changed.filter(each -> !values.enabled());
    if (paused.filter(each -> each.recipients().equals(values.recipients())).isEmpty()) {
      checks.together(
          TableColumn.RECIPIENTS,
          List.of(TableColumn.CLIENT),
          cell -> allow(new ClientId(values.client()), values.recipients()));
    }
    if (paused.filter(each -> each.internal().to().equals(values.internalTo())).isEmpty()) {
      checks.together(
          TableColumn.INTERNAL_TO, List.of(), cell -> colleagues.check(values.internalTo()));
    }
    checks.together(
        TableColumn.INTERNAL_DAYS,
        List.of(TableColumn.INTERNAL_TO),
        cell -> InternalCopy.of(cell, values.internalTo()));
  }

  private void checkLasting(Checks checks, Schedule before) {
    checks.each(TableColumn.CLIENT, cell -> Lasting.checkClient(before, new ClientId(cell)));
    checks.each(
        TableColumn.REPORT,
        cell -> {
          if (!before.report().equals(cell)) {
            Lasting.checkReport(before, cell, occurrences.open(before.id()));
          }
        });
  }

  private void allow(ClientId client, List<String> recipients) {
    allowed.computeIfAbsent(client, workspace.mail()::allowed).check(recipients);
    outlets.check(client, recipients);
  }

  private static void orNothing(String cell, Checks.Reading reading) {
    if (!cell.isEmpty()) {
      reading.of(cell);
    }
  }

  private static void state(String cell) {
    if (!cell.equals(TableColumn.ACTIVE) && !cell.equals(TableColumn.PAUSED)) {
      throw new IllegalArgumentException("Write active or paused");
    }
  }

  /**
   * A table that is imported a second time would have everybody get each report twice.
   *
   * @return why lines cannot be used beside the other lines and the schedules there are
   */
  List<TableProblem> doubles(List<ScheduleTable.Line> lines) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Schedule> after = new LinkedHashMap<>(known);
    for (ScheduleTable.Line line : lines) {
      numbers.put(line.after().id(), line.number());
      after.put(line.after().id(), line.after());
    }
    return Doubles.between(known.values(), after.values()).stream()
        .map(
            found ->
                TableProblem.ofLine(
                    numbers.get(found.added().id()),
                    known.containsKey(found.there().id())
                        ? found.text(clients.get(found.added().client()).name())
                        : "%s gets this report of %s by line %d already. Leave the address out of one of them"
                            .formatted(
                                found.recipient(),
                                found.added().client(),
                                numbers.get(found.there().id()))))
        .toList();
  }
}
