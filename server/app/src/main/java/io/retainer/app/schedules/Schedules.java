package io.retainer.app.schedules;

import static java.util.Map.entry;

import io.retainer.app.reports.Run;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.ReportFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The schedules of all clients. */
public final class Schedules {

  private final Supplier<Jdbi> state;
  private final Clock clock;
  private final Holidays holidays;

  /** More than any agency has; what people tried and did not keep goes some time. */
  private static final int MOST_KEPT = 10_000;

  /** By their lines. */
  private final Map<String, Rule> cronRules = new ConcurrentHashMap<>();

  public Schedules(Supplier<Jdbi> state, Clock clock, Holidays holidays) {
    this.state = state;
    this.holidays = holidays;
    this.clock = clock;
  }

  /**
   * @param plannedUntil every time up to here has its occurrence
   * @param plannedIn by whose clocks its times were looked at so far
   * @param zone of its client
   */
  record Watched(
      Schedule schedule,
      Instant plannedUntil,
      ZoneId plannedIn,
      ZoneId zone,
      Optional<Restored> restored) {

    /**
     * Between which moments its home was lost, while it has stood still since.
     *
     * @param from when the backup was taken
     */
    record Restored(Instant from, Instant until) {}

    /** Whether its client has come to another zone since its times were looked at. */
    boolean isMoved() {
      return !plannedIn.equals(zone);
    }
  }

  public List<Schedule> all() {
    return list("", Map.of());
  }

  public List<Schedule> of(ClientId client) {
    return list("and client = :client", Map.of("client", client.value()));
  }

  /** Those that have a recipient among theirs, paused ones too. */
  public List<Schedule> sendingTo(String recipient) {
    return all().stream()
        .filter(each -> each.recipients().stream().anyMatch(recipient::equalsIgnoreCase))
        .toList();
  }

  public Optional<Schedule> find(String id) {
    return list("and id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Who gets a run of a schedule: nobody, where that is another client's. */
  public List<String> recipientsOf(Run run) {
    return run.origin()
        .schedule()
        .flatMap(this::find)
        .filter(schedule -> schedule.client().equals(run.client()))
        .map(Schedule::recipients)
        .orElse(List.of());
  }

  List<Watched> enabled() {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            """
                            select report_schedule.*, client.zone from report_schedule
                              join client on client.id = report_schedule.client
                            where enabled and\s"""
                                + ClientScope.condition("report_schedule.client")))
                    .map(this::watched)
                    .list());
  }

  private Watched watched(ResultSet row, StatementContext context) throws SQLException {
    ZoneId zone = ZoneId.of(row.getString("zone"));
    var from = Optional.ofNullable(row.getObject("restored_from", OffsetDateTime.class));
    var until = Optional.ofNullable(row.getObject("restored_at", OffsetDateTime.class));
    return new Watched(
        read(row, context),
        row.getObject("planned_until", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("planned_in")).map(ZoneId::of).orElse(zone),
        zone,
        from.map(
            taken -> new Watched.Restored(taken.toInstant(), until.orElseThrow().toInstant())));
  }

  /** Up to when the times of each have their occurrences, by its id. */
  Map<String, Instant> plannedUntil() {
    Map<String, Instant> plannedUntil = new HashMap<>();
    state
        .get()
        .useHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            "select id, planned_until from report_schedule where "
                                + ClientScope.CLIENT))
                    .map(
                        (row, context) ->
                            plannedUntil.put(
                                row.getString("id"),
                                row.getObject("planned_until", OffsetDateTime.class).toInstant()))
                    .list());
    return plannedUntil;
  }

  private List<Schedule> list(String rest, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            "select * from report_schedule where %s %s order by client, created_at, id"
                                .formatted(ClientScope.CLIENT, rest)))
                    .bindMap(arguments)
                    .map(this::read)
                    .list());
  }

  void add(Schedule schedule, String by) {
    save(List.of(schedule), List.of(), List.of(), by);
  }

  void change(Schedule schedule) {
    save(List.of(), List.of(schedule), List.of(), "");
  }

  private void save(List<Schedule> added, List<Schedule> changed, List<String> removed, String by) {
    state.get().useTransaction(handle -> save(handle, added, changed, removed, by));
  }

  /**
   * All of it in the handle's transaction.
   *
   * @throws IllegalArgumentException when somebody would get a report by a second schedule
   */
  void save(
      Handle handle,
      List<Schedule> added,
      List<Schedule> changed,
      List<String> removed,
      String by) {
    refuseDoubles(handle, added, changed, removed);
    added.forEach(schedule -> add(handle, schedule, by));
    changed.forEach(schedule -> change(handle, schedule));
    removed.forEach(id -> remove(handle, id));
  }

  private void refuseDoubles(
      Handle handle, List<Schedule> added, List<Schedule> changed, List<String> removed) {
    Set<String> clients =
        Stream.concat(added.stream(), changed.stream())
            .map(schedule -> schedule.client().value())
            .collect(Collectors.toCollection(TreeSet::new));
    if (clients.isEmpty()) {
      return;
    }
    // Of two who add at once, the second waits here and finds the first's.
    Map<String, String> names = new HashMap<>();
    handle
        .createQuery("select id, name from client where id in (<clients>) order by id for update")
        .bindList("clients", List.copyOf(clients))
        .map((row, context) -> names.put(row.getString("id"), row.getString("name")))
        .list();
    Map<String, Schedule> after = new LinkedHashMap<>();
    handle
        .createQuery(
            "select * from report_schedule where client in (<clients>) order by created_at, id")
        .bindList("clients", List.copyOf(clients))
        .map(this::read)
        .forEach(schedule -> after.put(schedule.id(), schedule));
    List<Schedule> before = List.copyOf(after.values());
    removed.forEach(after::remove);
    changed.forEach(schedule -> after.put(schedule.id(), schedule));
    added.forEach(schedule -> after.put(schedule.id(), schedule));
    Doubles.between(before, after.values()).stream()
        .findFirst()
        .ifPresent(
            found -> {
              throw new IllegalArgumentException(
                  found.text(names.get(found.added().client().value())));
            });
  }

  private void add(Handle handle, Schedule schedule, String by) {
    handle
        .createUpdate(
            """
            insert into report_schedule
              (id, client, report, rule, kind, locale, formats, recipients, enabled,
               incomplete, approval, starts, ends, internal_days, internal_to, planned_until,
               planned_in, created_by, created_at)
            values (:id, :client, :report, :rule, :kind, :locale, :formats, :recipients,
               :enabled, :incomplete, :approval, :starts, :ends, :internalDays, :internalTo, :now,
               (select zone from client where client.id = :client), :by, :now)
            """)
        .bindMap(values(schedule))
        .bind("starts", schedule.days().first().orElse(null))
        .bind("ends", schedule.days().last().orElse(null))
        .bind("by", by)
        .bind("now", clock.instant())
        .execute();
  }

  /**
   * From now on as given. With another rule, or after a pause, times that have passed are not made
   * up for, but written down; a time that has just come is not lost because somebody corrects an
   * address.
   */
  private void change(Handle handle, Schedule schedule) {
    Optional<Watched> locked = locked(handle, schedule.id());
    if (locked.isEmpty()) {
      return;
    }
    Schedule before = locked.get().schedule();
    Lasting.checkClient(before, schedule.client());
    if (!before.report().equals(schedule.report())) {
      Lasting.checkReport(before, schedule.report(), Occurrences.open(handle, schedule.id()));
    }
    Instant now = clock.instant();
    Missed.Change change = noted(handle, locked.get(), schedule, now);
    handle
        .createUpdate(
            """
            update report_schedule
            set planned_until = :plannedUntil, planned_in = :plannedIn, report = :report, rule = :rule, kind = :kind,
                locale = :locale, formats = :formats, recipients = :recipients,
                enabled = :enabled, incomplete = :incomplete, approval = :approval,
                starts = :starts, ends = :ends, internal_days = :internalDays,
                internal_to = :internalTo,
                restored_from = case when :enabled then null else restored_from end,
                restored_at = case when :enabled then null else restored_at end
            where id = :id
            """)
        .bindMap(values(schedule))
        .bind("starts", schedule.days().first().orElse(null))
        .bind("ends", schedule.days().last().orElse(null))
        .bind("plannedUntil", change.plannedUntil())
        .bind("plannedIn", locked.get().zone().getId())
        .execute();
    if (schedule.incomplete() == Incomplete.SEND) {
      // What waited for data has nothing to wait for any more.
      handle.execute(
          """
          update occurrence set look_again_at = ?, reason = null
          where schedule_id = ? and state = 'planned' and look_again_at is not null
          """,
          now,
          schedule.id());
    }
  }

  private static Missed.Change noted(Handle handle, Watched before, Schedule after, Instant now) {
    Missed.Change change =
        Missed.by(
            before.schedule(),
            before.plannedIn(),
            before.plannedUntil(),
            after,
            before.zone(),
            now);
    Missed.Change known =
        before
            .restored()
            .map(lost -> change.restored(lost.from(), lost.until(), before.zone()))
            .orElse(change);
    PeriodClaims.note(handle, after.id(), known, now);
    return known;
  }

  /**
   * From now on by the clocks of its client's new zone, whichever way the client was moved. What
   * does not come by those is written down, as with another rule.
   */
  void move(String id) {
    state
        .get()
        .useTransaction(
            handle ->
                locked(handle, id)
                    .filter(Watched::isMoved)
                    .ifPresent(
                        moved -> {
                          noted(handle, moved, moved.schedule(), clock.instant());
                          handle.execute(
                              "update report_schedule set planned_in = ? where id = ?",
                              moved.zone().getId(),
                              id);
                        }));
  }

  /** As it is, and stays until the handle's transaction ends. */
  Optional<Watched> locked(Handle handle, String id) {
    return handle
        .createQuery(
            """
            select report_schedule.*,
              (select zone from client where client.id = report_schedule.client) as zone
            from report_schedule where id = :id for update
            """)
        .bind("id", id)
        .map(this::watched)
        .findOne();
  }

  /** Whether it is there, and stays until the handle's transaction ends. */
  static boolean isThere(Handle handle, String id) {
    return handle
        .createQuery("select id from report_schedule where id = :id for update")
        .bind("id", id)
        .mapTo(String.class)
        .findOne()
        .isPresent();
  }

  private static void remove(Handle handle, String id) {
    handle.execute("delete from report_schedule where id = ?", id);
    handle.execute("delete from gate_level where owner_kind = 'schedule' and owner_id = ?", id);
    handle.execute("delete from gate_limit where owner_kind = 'schedule' and owner_id = ?", id);
  }

  /**
   * To check a cron line takes a while; all are read every few seconds, and a table has hundreds.
   *
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  Rule rule(String text) {
    if (!text.startsWith(CronRule.PREFIX)) {
      return Rule.parse(text, holidays);
    }
    if (cronRules.size() > MOST_KEPT) {
      cronRules.clear();
    }
    return cronRules.computeIfAbsent(text, line -> Rule.parse(line, holidays));
  }

  private static Map<String, Object> values(Schedule schedule) {
    return Map.ofEntries(
        entry("id", schedule.id()),
        entry("client", schedule.client().value()),
        entry("report", schedule.report()),
        entry("rule", schedule.rule().text()),
        entry("kind", Schedule.word(schedule.kind())),
        entry("locale", schedule.locale().toLanguageTag()),
        entry(
            "formats",
            EnumSet.copyOf(schedule.formats()).stream()
                .map(ReportFormat::word)
                .collect(Collectors.joining(","))),
        entry("recipients", String.join("\n", schedule.recipients())),
        entry("incomplete", schedule.incomplete().word()),
        entry("approval", schedule.approval().word()),
        entry("internalDays", schedule.internal().days()),
        entry("internalTo", String.join("\n", schedule.internal().to())),
        entry("enabled", schedule.enabled()));
  }

  private Schedule read(ResultSet row, StatementContext context) throws SQLException {
    return new Schedule(
        row.getString("id"),
        new ClientId(row.getString("client")),
        row.getString("report"),
        rule(row.getString("rule")),
        Schedule.kind(row.getString("kind")),
        Locale.forLanguageTag(row.getString("locale")),
        Arrays.stream(row.getString("formats").split(","))
            .flatMap(word -> ReportFormat.of(word).stream())
            .collect(Collectors.toSet()),
        Arrays.asList(row.getString("recipients").split("\n")),
        Incomplete.of(row.getString("incomplete")),
        Approval.of(row.getString("approval")),
        new Days(
            Optional.ofNullable(row.getObject("starts", LocalDate.class)),
            Optional.ofNullable(row.getObject("ends", LocalDate.class))),
        new InternalCopy(
            row.getInt("internal_days"), row.getString("internal_to").lines().toList()),
        row.getBoolean("enabled"));
  }
}
