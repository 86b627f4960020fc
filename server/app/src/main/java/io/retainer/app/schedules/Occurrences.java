package io.retainer.app.schedules;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.ClientScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** The periods that schedules have issued or are about to. */
public final class Occurrences {

  /** How many of a schedule are shown. */
  static final int SHOWN = 50;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Occurrences(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * What the clock plans.
   *
   * @param held why it is held from the beginning
   */
  record Planned(Schedule.Time time, Optional<Reason> held) {}

  /**
   * Plans the times that have come. Of several processes that see the same times, one plans them.
   *
   * @param plannedUntil as it was read with the schedule
   */
  void plan(Schedules.Watched watched, Instant now, List<Planned> planned) {
    String schedule = watched.schedule().id();
    state
        .get()
        .useTransaction(
            handle -> {
              int mine =
                  handle
                      .createUpdate(
                          """
                          update report_schedule set planned_until = :now
                          where id = :id and planned_until = :seen and enabled
                          """)
                      .bind("id", schedule)
                      .bind("seen", watched.plannedUntil())
                      .bind("now", now)
                      .execute();
              if (mine == 1) {
                planned.forEach(each -> insert(handle, schedule, each));
              }
            });
  }

  /** A period that somebody has already had run stays theirs, unless nothing went out then. */
  private void insert(Handle handle, String schedule, Planned planned) {
    Period period = planned.time().period();
    Optional<Occurrence> latest = latest(handle, schedule, period);
    boolean isOpen =
        latest.isEmpty()
            || latest.get().requestedBy().isPresent()
                && (latest.get().state() == Occurrence.State.HELD
                    || latest.get().state() == Occurrence.State.REJECTED);
    if (isOpen) {
      insert(
          handle,
          schedule,
          period,
          latest.map(earlier -> earlier.repetition() + 1).orElse(0),
          planned.time().at(),
          Optional.empty(),
          planned.held(),
          Optional.empty());
    }
  }

  /**
   * Takes a period for somebody.
   *
   * @param repetition one more than that of the latest, 0 when there is none
   * @param correction why it is issued once more; empty when nobody says
   * @return empty when somebody else has just taken it
   */
  Optional<Occurrence> request(
      String schedule, Period period, int repetition, String by, Optional<String> correction) {
    try {
      String id =
          state
              .get()
              .inTransaction(
                  handle ->
                      insert(
                          handle,
                          schedule,
                          period,
                          repetition,
                          clock.instant(),
                          Optional.of(by),
                          Optional.empty(),
                          correction));
      return find(id);
    } catch (UnableToExecuteStatementException e) {
      Optional<Occurrence> taken = latest(schedule, period);
      if (taken.isEmpty() || taken.get().repetition() < repetition) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private String insert(
      Handle handle,
      String schedule,
      Period period,
      int repetition,
      Instant plannedFor,
      Optional<String> by,
      Optional<Reason> held,
      Optional<String> correction) {
    String id = UUID.randomUUID().toString();
    handle
        .createUpdate(
            """
            insert into occurrence
              (id, schedule_id, period, repetition, state, reason, requested_by, correction,
               planned_for, created_at)
            values (:id, :schedule, :period, :repetition, :state, :reason, :by, :correction,
               :plannedFor, :now)
            """)
        .bind("id", id)
        .bind("schedule", schedule)
        .bind("period", period.toString())
        .bind("repetition", repetition)
        .bind("state", held.isPresent() ? "held" : "planned")
        .bind("reason", held.map(Reason::stored).orElse(null))
        .bind("by", by.orElse(null))
        .bind("correction", correction.orElse(null))
        .bind("plannedFor", plannedFor)
        .bind("now", clock.instant())
        .execute();
    return id;
  }

  /**
   * Leaves a period out: the claim of a period that nobody has taken yet.
   *
   * @return empty when somebody has just taken it
   */
  Optional<Occurrence> skip(String schedule, Period period, Instant plannedFor, String by) {
    String id = UUID.randomUUID().toString();
    int mine =
        change(
            """
            insert into occurrence
              (id, schedule_id, period, repetition, state, requested_by, planned_for, created_at,
               finished_at)
            select :id, :schedule, :period, 0, 'skipped', :by, :plannedFor, :now, :now
            where not exists
              (select 1 from occurrence where schedule_id = :schedule and period = :period)
            """,
            Map.of(
                "id", id,
                "schedule", schedule,
                "period", period.toString(),
                "by", by,
                "plannedFor", plannedFor,
                "now", clock.instant()));
    return mine == 1 ? find(id) : Optional.empty();
  }

  /**
   * @return false when it was not left out
   */
  boolean unskip(String schedule, Period period) {
    return change(
            """
            delete from occurrence
            where schedule_id = :schedule and period = :period and state = 'skipped'
              and repetition = 0 and planned_for > :now
            """,
            Map.of("schedule", schedule, "period", period.toString(), "now", clock.instant()))
        == 1;
  }

  /** What was planned for the time, or was asked for then. */
  public List<Occurrence> between(Instant from, Instant to) {
    return list(
        "where planned_for >= :from and planned_for < :to order by planned_for limit 1000",
        Map.of("from", from, "to", to));
  }

  Optional<Occurrence> latest(String schedule, Period period) {
    return state.get().withHandle(handle -> latest(handle, schedule, period));
  }

  private static Optional<Occurrence> latest(Handle handle, String schedule, Period period) {
    return handle
        .createQuery(
            """
            select * from occurrence where schedule_id = :schedule and period = :period
            order by repetition desc limit 1
            """)
        .bind("schedule", schedule)
        .bind("period", period.toString())
        .map(Occurrences::read)
        .findOne();
  }

  public Optional<Occurrence> find(String id) {
    return list("where id = :id", Map.of("id", id)).stream().findFirst();
  }

  Optional<Occurrence> ofRun(String run) {
    return list("where run_id = :run", Map.of("run", run)).stream().findFirst();
  }

  /** The latest ones, newest first. */
  public List<Occurrence> of(String schedule) {
    return list(
        "where schedule_id = :schedule order by created_at desc, period desc limit " + SHOWN,
        Map.of("schedule", schedule));
  }

  /** What waits for a person: held, and not run again since. */
  public List<Occurrence> held() {
    return list(
        """
        where state = 'held' and not exists
          (select 1 from occurrence later
           where later.schedule_id = occurrence.schedule_id and later.period = occurrence.period
             and later.repetition > occurrence.repetition)
        order by planned_for desc limit 10
        """,
        Map.of());
  }

  /** What is rendered and waits for somebody's decision. */
  public List<Occurrence> underReview() {
    return list("where state = 'review' order by planned_for limit 50", Map.of());
  }

  /** What waits for data. */
  public List<Occurrence> waiting() {
    return list(
        "where state = 'planned' and look_again_at is not null order by planned_for limit 10",
        Map.of());
  }

  /** What is planned and need not wait. */
  List<Occurrence> due() {
    return list(
        """
        where state = 'planned' and (look_again_at is null or look_again_at <= :now)
        order by planned_for
        """,
        Map.of("now", clock.instant()));
  }

  List<Occurrence> in(Occurrence.State wanted) {
    return list("where state = :state order by planned_for", Map.of("state", wanted.word()));
  }

  /** The latest one of each schedule, by its id. */
  Map<String, Occurrence> latestOfEach() {
    return latestOfEach(Optional.empty(), 1).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().get(0)));
  }

  /** The latest ones of each schedule, or of each of a client's, by its id, newest first. */
  Map<String, List<Occurrence>> latestOfEach(Optional<ClientId> client, int most) {
    // Numbered and chosen in one pass: asked whether an id is among the chosen, the database would
    // number all of them again for each.
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            """
                            select * from
                              (select occurrence.*, row_number() over
                                 (partition by schedule_id order by created_at desc, period desc)
                                 as place
                               from occurrence where schedule_id in
                                 (select id from report_schedule
                                  where (cast(:client as varchar) is null or client = :client)
                                    and %s)) placed
                            where place <= :most
                            order by created_at desc, period desc
                            """
                                .formatted(ClientScope.CLIENT)))
                    .bind("client", client.map(ClientId::value).orElse(null))
                    .bind("most", most)
                    .map(Occurrences::read)
                    .collect(Collectors.groupingBy(Occurrence::schedule)));
  }

  /** Which schedules have taken a period, of these. */
  Map<Period, Set<String>> taken(Set<Period> periods) {
    record Taken(Period period, String schedule) {}
    if (periods.isEmpty()) {
      return Map.of();
    }
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct period, schedule_id from occurrence"
                            + " where period in (<periods>)")
                    .bindList("periods", periods.stream().map(Period::toString).toList())
                    .map(
                        (row, context) ->
                            new Taken(
                                Period.parse(row.getString("period")),
                                row.getString("schedule_id")))
                    .collect(
                        Collectors.groupingBy(
                            Taken::period,
                            Collectors.mapping(Taken::schedule, Collectors.toSet()))));
  }

  /**
   * @param rest begins with {@code where}. The scope is one condition more beside it: around it, it
   *     would make the database look at every row for each question
   */
  private List<Occurrence> list(String rest, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            """
                            select * from occurrence where schedule_id in
                              (select id from report_schedule where %s) and\s"""
                                    .formatted(ClientScope.CLIENT)
                                + rest.strip().substring("where ".length())))
                    .bindMap(arguments)
                    .map(Occurrences::read)
                    .list());
  }

  /** Takes a planned occurrence. Of several who try at once, one gets it. */
  boolean claim(String id) {
    return change(
            "update occurrence set state = 'rendering' where id = :id and state = 'planned'",
            Map.of("id", id))
        == 1;
  }

  void uses(String id, String run) {
    change("update occurrence set run_id = :run where id = :id", Map.of("id", id, "run", run));
  }

  void rendered(String id) {
    change(
        """
        update occurrence set state = 'rendered', rendered_at = :now, reason = null where id = :id
        """,
        Map.of("id", id, "now", clock.instant()));
  }

  /** It is rendered; a person looks at it. */
  void review(String id, Reason reason) {
    change(
        "update occurrence set state = 'review', reason = :reason where id = :id",
        Map.of("id", id, "reason", reason.stored()));
  }

  void sent(String id) {
    change(
        "update occurrence set state = 'sent', finished_at = :now, reason = null where id = :id",
        Map.of("id", id, "now", clock.instant()));
  }

  /**
   * @param end failed or held
   */
  void ended(String id, Occurrence.State end, Reason reason) {
    change(
        """
        update occurrence set state = :state, finished_at = :now, reason = :reason where id = :id
        """,
        Map.of("id", id, "state", end.word(), "reason", reason.stored(), "now", clock.instant()));
  }

  /** A claimed one goes back until its data may have come. */
  void waits(String id, Reason reason, Instant lookAgain, Instant until) {
    change(
        """
        update occurrence set state = 'planned', reason = :reason, look_again_at = :then,
          wait_until = :until
        where id = :id
        """,
        Map.of("id", id, "reason", reason.stored(), "then", lookAgain, "until", until));
  }

  /**
   * Somebody takes one that waits: it is issued with what there is.
   *
   * @return false when it no longer waits
   */
  boolean doNotWait(String id, String by) {
    return change(
            """
            update occurrence set look_again_at = null, reason = null, requested_by = :by
            where id = :id and state = 'planned' and look_again_at is not null
            """,
            Map.of("id", id, "by", by))
        == 1;
  }

  /** What waits for a person, and the owner was not told of; the oldest first. */
  List<Occurrence> untold() {
    return list(
        "where state in ('held', 'review', 'failed') and told_at is null"
            + " order by created_at limit 1000",
        Map.of());
  }

  /** Of several who would tell the owner at once, one does. */
  boolean tell(String id) {
    return change(
            "update occurrence set told_at = :now where id = :id and told_at is null",
            Map.of("id", id, "now", clock.instant()))
        == 1;
  }

  void tellLater(String id) {
    change("update occurrence set told_at = null where id = :id", Map.of("id", id));
  }

  /** What the last process was at when it ended is continued; its run and mails are known. */
  void recover() {
    change("update occurrence set state = 'planned' where state = 'rendering'", Map.of());
  }

  private int change(String statement, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(handle -> handle.createUpdate(statement).bindMap(arguments).execute());
  }

  private static Occurrence read(ResultSet row, StatementContext context) throws SQLException {
    return new Occurrence(
        row.getString("id"),
        row.getString("schedule_id"),
        Period.parse(row.getString("period")),
        row.getInt("repetition"),
        Occurrence.State.of(row.getString("state")),
        Optional.ofNullable(row.getString("reason")).map(Reason::read),
        Optional.ofNullable(row.getString("run_id")),
        Optional.ofNullable(row.getString("requested_by")),
        Optional.ofNullable(row.getString("approved_by")),
        Optional.ofNullable(row.getString("correction")),
        instant(row, "planned_for").orElseThrow(),
        instant(row, "look_again_at"),
        instant(row, "wait_until"),
        instant(row, "created_at").orElseThrow(),
        instant(row, "rendered_at"),
        instant(row, "finished_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
