package io.retainer.app.deliveries;

import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** What was sent, to whom, when and with what result. */
public final class Deliveries {

  /** Asks with {@code :stopped} whether somebody stopped it; see {@link Delivery#isStopped}. */
  static final String IS_STOPPED =
      "(delivery.state = 'failed' and coalesce(delivery.answer, '') like :stopped)";

  /**
   * Its recipient has, or is to get, a later report of the same period, in the same language or by
   * the same schedule.
   */
  private static final String HAS_LATER =
      """
      exists (select 1 from report_run own
              join report_run later
                on later.client = own.client and later.report = own.report
                and later.period = own.period
                and (later.locale = own.locale or later.schedule_id = own.schedule_id)
                and later.place > own.place
              join delivery mail on mail.run_id = later.id
              where own.id = delivery.run_id
                and lower(mail.recipient) = lower(delivery.recipient))
      """;

  /** The same, or it is out of force. */
  static final String IS_OUTDATED =
      """
      (exists (select 1 from run_step step
               where step.run_id = delivery.run_id and step.kind = 'superseded')
       or %s)
      """
          .formatted(HAS_LATER);

  private final Supplier<Jdbi> state;
  private final Clock clock;
  private final String domain;

  /**
   * @param domain of the Message-IDs
   */
  public Deliveries(Supplier<Jdbi> state, Clock clock, String domain) {
    this.state = state;
    this.clock = clock;
    this.domain = domain;
  }

  /**
   * Narrows a list.
   *
   * @param most how many at most, the newest first
   */
  public record Filter(
      Optional<ClientId> client, Optional<String> run, Optional<Delivery.State> state, int most) {

    public static Filter ofRun(String run) {
      return new Filter(Optional.empty(), Optional.of(run), Optional.empty(), 1000);
    }
  }

  /** Makes a row for each recipient that has none for this run yet. */
  public void add(String run, ClientId client, List<String> recipients) {
    addFor(handle -> recipients, run, client);
  }

  /**
   * The same for whom it is to go to at that moment.
   *
   * @param wanted asked in the transaction that makes the rows; nobody where it is not wanted
   * @return false when it goes to nobody
   */
  public boolean addFor(Function<Handle, List<String>> wanted, String run, ClientId client) {
    return state
        .get()
        .inTransaction(
            handle -> {
              List<String> recipients = wanted.apply(handle);
              recipients.forEach(recipient -> add(handle, run, client, recipient));
              return !recipients.isEmpty();
            });
  }

  /**
   * Makes a row in the handle's transaction.
   *
   * @return false when the recipient has one for this run already
   */
  boolean add(Handle handle, String run, ClientId client, String recipient) {
    return handle
            .createUpdate(
                """
                insert into delivery
                  (id, run_id, client, recipient, message_id, state, attempts, interrupted,
                   created_at, next_attempt_at, updated_at)
                select :id, :run, :client, :recipient, :messageId, 'queued', 0, false,
                   :now, :now, :now
                where not exists
                  (select 1 from delivery where run_id = :run
                     and lower(recipient) = lower(:recipient))
                """)
            .bind("id", UUID.randomUUID().toString())
            .bind("run", run)
            .bind("client", client.value())
            .bind("recipient", recipient)
            .bind("messageId", DeliveryRow.messageId(run, recipient, domain))
            .bind("now", clock.instant())
            .execute()
        == 1;
  }

  public Optional<Delivery> find(String id) {
    return list("id = :id", Map.of("id", id)).stream().findFirst();
  }

  public List<Delivery> list(Filter filter) {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            """
                            select * from delivery
                            where (cast(:client as varchar) is null or client = :client)
                              and (cast(:run as varchar) is null or run_id = :run)
                              and (cast(:state as varchar) is null or state = :state)
                              and %s
                            order by created_at desc, recipient
                            limit :most
                            """
                                .formatted(ClientScope.CLIENT)))
                    .bind("client", filter.client().map(ClientId::value).orElse(null))
                    .bind("run", filter.run().orElse(null))
                    .bind("state", filter.state().map(Delivery.State::word).orElse(null))
                    .bind("most", filter.most())
                    .map(DeliveryRow::read)
                    .list());
  }

  /**
   * How many mails of a run are in a state.
   *
   * @param next when the first of those that wait is tried
   */
  public record Tally(String run, Delivery.State state, int mails, Optional<Instant> next) {}

  /** Of these runs, those that the thread may see. */
  public Map<String, List<Tally>> tallies(Set<String> runs) {
    if (runs.isEmpty()) {
      return Map.of();
    }
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            """
                            select run_id, state, count(*) as mails, min(next_attempt_at) as next_at
                            from delivery where run_id in (<runs>) and %s
                            group by run_id, state
                            """
                                .formatted(ClientScope.CLIENT)))
                    .bindList("runs", List.copyOf(runs))
                    .map(
                        (row, context) ->
                            new Tally(
                                row.getString("run_id"),
                                Delivery.State.of(row.getString("state")),
                                row.getInt("mails"),
                                Optional.ofNullable(row.getObject("next_at", OffsetDateTime.class))
                                    .map(OffsetDateTime::toInstant)))
                    .list())
        .stream()
        .collect(Collectors.groupingBy(Tally::run));
  }

  public long count(Delivery.State wanted) {
    return count(wanted, "");
  }

  /**
   * Those of a state that need somebody. What somebody stopped is as it was wanted, and nobody
   * waits for a report that a later one has taken the place of.
   */
  public long open(Delivery.State wanted) {
    return count(wanted, "and not %s and not %s".formatted(IS_STOPPED, IS_OUTDATED));
  }

  /**
   * Of these runs, those with a mail that did not arrive, or may not have, and that nobody has
   * decided about; or that was sent again, and did not leave at the first attempt since.
   */
  public Set<String> undecided(Set<String> runs) {
    return runs.isEmpty()
        ? Set.of()
        : Set.copyOf(
            state
                .get()
                .withHandle(
                    handle ->
                        handle
                            .createQuery(
                                """
                                select distinct run_id from delivery
                                where run_id in (<runs>)
                                  and (state in ('failed', 'bounced', 'unknown')
                                       or state in ('queued', 'sending')
                                         and attempts > uncounted)
                                  and not %s and not %s
                                """
                                    .formatted(IS_STOPPED, IS_OUTDATED))
                            .bindList("runs", List.copyOf(runs))
                            .bind("stopped", Said.STOP + "%")
                            .mapTo(String.class)
                            .list()));
  }

  /**
   * Of these runs, those that wait for nothing but paused destinations, and whose mails are looked
   * at: a clock that stands still resumes nothing.
   *
   * @param since when each was to be looked at, at the earliest
   */
  public Set<String> paused(Set<String> runs, Instant since) {
    return runs.isEmpty()
        ? Set.of()
        : Set.copyOf(
            state
                .get()
                .withHandle(
                    handle ->
                        handle
                            .createQuery(
                                """
                                select run_id from delivery
                                where run_id in (<runs>) and state in ('queued', 'sending')
                                group by run_id
                                having count(*) = sum(
                                  case when state = 'queued' and next_attempt_at >= :since
                                    and answer = recipient || :paused then 1 else 0 end)
                                """)
                            .bindList("runs", List.copyOf(runs))
                            .bind("since", since)
                            .bind("paused", Transport.PAUSED)
                            .mapTo(String.class)
                            .list()));
  }

  /** Those of some that a later report has taken the place of, by their ids. */
  Set<String> outdated(Collection<String> ids) {
    return those(ids, IS_OUTDATED);
  }

  /** Those of some whose recipient has, or is to get, a later report, by their ids. */
  Set<String> overtaken(Collection<String> ids) {
    return those(ids, HAS_LATER);
  }

  private Set<String> those(Collection<String> ids, String condition) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            state
                .get()
                .withHandle(
                    handle ->
                        handle
                            .createQuery(
                                "select id from delivery where id in (<ids>) and " + condition)
                            .bindList("ids", List.copyOf(ids))
                            .mapTo(String.class)
                            .list()));
  }

  private long count(Delivery.State wanted, String rest) {
    return state
        .get()
        .withHandle(
            handle -> {
              Query question =
                  ClientScope.bind(
                          handle.createQuery(
                              "select count(*) from delivery where state = :state and %s %s"
                                  .formatted(ClientScope.CLIENT, rest)))
                      .bind("state", wanted.word());
              return (rest.isEmpty() ? question : question.bind("stopped", Said.STOP + "%"))
                  .mapTo(Long.class)
                  .one();
            });
  }

  /** Of which the owner was not told; the oldest first. */
  List<Delivery> untold() {
    return list(
        "state in ('failed', 'unknown', 'bounced') and told_at is null order by updated_at limit 1000",
        Map.of());
  }

  /** Changes them. */
  DeliveryProgress progress() {
    return new DeliveryProgress(state, clock);
  }

  /**
   * @param messageIds as mail servers repeat them
   */
  public List<Delivery> named(Collection<String> messageIds) {
    return messageIds.isEmpty()
        ? List.of()
        : state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select * from delivery where message_id in (<ids>)")
                        .bindList("ids", List.copyOf(messageIds))
                        .map(DeliveryRow::read)
                        .list());
  }

  /**
   * @param beginning 32 digits and letters that Message-IDs of ours begin with
   */
  public List<Delivery> numbered(String beginning) {
    return list("message_id like :id", Map.of("id", "<" + beginning + "@%"));
  }

  /** What was sent to somebody since then. */
  public List<Delivery> sentTo(String recipient, Instant since) {
    return list(
        "lower(recipient) = :recipient and state in ('sent', 'unknown') and updated_at >= :since",
        Map.of("recipient", recipient.toLowerCase(Locale.ROOT), "since", since));
  }

  /**
   * Whether its recipient was sent, or may have got, an earlier report of the same client, report
   * and period, in the same language or by the same schedule.
   */
  boolean hasEarlier(Delivery delivery) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                        .createQuery(
                            """
                            select count(*) from report_run own
                            join report_run earlier
                              on earlier.client = own.client and earlier.report = own.report
                                and earlier.period = own.period
                                and (earlier.locale = own.locale
                                     or earlier.schedule_id = own.schedule_id)
                                and earlier.place < own.place
                            join delivery mail on mail.run_id = earlier.id
                            where own.id = :run and lower(mail.recipient) = lower(:recipient)
                              and mail.state in ('sent', 'unknown')
                            """)
                        .bind("run", delivery.run())
                        .bind("recipient", delivery.recipient())
                        .mapTo(Long.class)
                        .one()
                    > 0);
  }

  List<Delivery> queued() {
    return list("state = 'queued' order by next_attempt_at", Map.of());
  }

  private List<Delivery> list(String rest, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            "select * from delivery where %s and %s"
                                .formatted(ClientScope.CLIENT, rest)))
                    .bindMap(arguments)
                    .map(DeliveryRow::read)
                    .list());
  }
}
