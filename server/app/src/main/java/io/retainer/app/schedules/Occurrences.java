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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The periods that schedules have issued or are about to. */
public final class Occurrences {

  /** How many of a schedule are shown. */
  static final int SHOWN = 50;

  /** Of more than this, the newest wait before the others. */
  private static final int MOST_HELD = 1000;

  /** It was not run again since. */
  private static final String IS_LATEST =
      """
      not exists
        (select 1 from occurrence later
         where later.schedule_id = occurrence.schedule_id and later.period = occurrence.period
           and later.repetition > occurrence.repetition)
      """;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Occurrences(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Changes them. */
  OccurrenceProgress progress() {
    return new OccurrenceProgress(state, clock);
  }

  /** Makes them. */
  PeriodClaims claims() {
    return new PeriodClaims(this, state, clock);
  }

  /** What was planned for the time, or was asked for then. */
  public List<Occurrence> between(Instant from, Instant to) {
    return list(
        "where planned_for >= :from and planned_for < :to order by planned_for",
        Map.of("from", from, "to", to));
  }

  Optional<Occurrence> latest(String schedule, Period period) {
    return state.get().withHandle(handle -> latest(handle, schedule, period));
  }

  static Optional<Occurrence> latest(Handle handle, String schedule, Period period) {
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

  /** A period of a schedule that has begun and not ended, or that waits for a person. */
  static Optional<Period> open(Handle handle, String schedule) {
    return handle
        .createQuery(
            """
            select period from occurrence where schedule_id = :schedule
              and (state in ('planned', 'rendering', 'review', 'rendered')
                or state = 'held' and %s)
            order by planned_for limit 1
            """
                .formatted(IS_LATEST))
        .bind("schedule", schedule)
        .mapTo(String.class)
        .findOne()
        .map(Period::parse);
  }

  Optional<Period> open(String schedule) {
    return state.get().withHandle(handle -> open(handle, schedule));
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
        "where schedule_id = :schedule order by created_at desc, period desc, repetition desc limit "
            + SHOWN,
        Map.of("schedule", schedule));
  }

  /** However often a period was made, the latest first. */
  List<Occurrence> of(String schedule, Period period) {
    return list(
        "where schedule_id = :schedule and period = :period order by repetition desc",
        Map.of("schedule", schedule, "period", period.toString()));
  }

  /** What waits for a person: held, and not run again since; the newest first. */
  public List<Occurrence> held() {
    return list(
        "where state = 'held' and %s order by planned_for desc, id limit %d"
            .formatted(IS_LATEST, MOST_HELD),
        Map.of());
  }

  /**
   * What was given up, came back or may not have arrived, and was not delivered once more, while
   * nothing later of the same schedule has gone out.
   */
  List<Occurrence> failed() {
    return list(
        """
        where state = 'failed' and not exists
          (select 1 from occurrence later
           where later.schedule_id = occurrence.schedule_id and later.period = occurrence.period
             and later.repetition > occurrence.repetition
             and later.state in ('rendered', 'sent', 'failed'))
          and not exists
          (select 1 from occurrence passing
           where passing.schedule_id = occurrence.schedule_id and passing.state = 'sent'
             and passing.period <> occurrence.period
             and passing.planned_for > occurrence.planned_for)
        order by planned_for
        """,
        Map.of());
  }

  /** How many are in a state and were not run again since. */
  public long open(Occurrence.State wanted) {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            """
                            select count(*) from occurrence where state = :state
                              and schedule_id in (select id from report_schedule where %s)
                              and %s
                            """
                                .formatted(ClientScope.CLIENT, IS_LATEST)))
                    .bind("state", wanted.word())
                    .mapTo(Long.class)
                    .one());
  }

  /** What is rendered and waits for somebody's decision. */
  public List<Occurrence> underReview() {
    return list("where state = 'review' order by planned_for, id", Map.of());
  }

  /** What waits for data. */
  public List<Occurrence> waiting() {
    return list(
        "where state = 'planned' and look_again_at is not null order by planned_for, id", Map.of());
  }

  /**
   * What is planned and need not wait. By a paused schedule only what a person has asked for or let
   * go, and what has begun to go out, goes on.
   */
  List<Occurrence> due() {
    return list(
        """
        where state = 'planned' and (look_again_at is null or look_again_at <= :now)
          and (requested_by is not null or approved_by is not null
            or schedule_id in (select id from report_schedule where enabled)
            or exists (select 1 from delivery where delivery.run_id = occurrence.run_id))
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

  /**
   * What waits for a person and was not made once more, and the owner was not told of; the oldest
   * first.
   */
  List<Occurrence> untold() {
    return list(
        """
        where state in ('held', 'review', 'failed') and told_at is null and %s
        order by created_at limit 1000
        """
            .formatted(IS_LATEST),
        Map.of());
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
        instant(row, "asked_at"),
        instant(row, "created_at").orElseThrow(),
        instant(row, "rendered_at"),
        instant(row, "finished_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
