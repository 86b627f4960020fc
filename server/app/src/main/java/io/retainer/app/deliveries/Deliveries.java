package io.retainer.app.deliveries;

import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What was sent, to whom, when and with what result. */
public final class Deliveries {

  private static final int LONGEST_ANSWER = 4000;

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
    state
        .get()
        .useTransaction(
            handle -> {
              for (String recipient : recipients) {
                handle
                    .createUpdate(
                        """
                        insert into delivery
                          (id, run_id, client, recipient, message_id, state, attempts, interrupted,
                           created_at, next_attempt_at, updated_at)
                        select :id, :run, :client, :recipient, :messageId, 'queued', 0, false,
                           :now, :now, :now
                        where not exists
                          (select 1 from delivery where run_id = :run and recipient = :recipient)
                        """)
                    .bind("id", UUID.randomUUID().toString())
                    .bind("run", run)
                    .bind("client", client.value())
                    .bind("recipient", recipient)
                    .bind("messageId", messageId(run, recipient, domain))
                    .bind("now", clock.instant())
                    .execute();
              }
            });
  }

  /** The same for the same run and recipient, however often it is sent. */
  static String messageId(String run, String recipient, String domain) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((run + "\n" + recipient).getBytes(StandardCharsets.UTF_8));
      return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@" + domain + ">";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
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
                            where (:client is null or client = :client)
                              and (:run is null or run_id = :run)
                              and (:state is null or state = :state)
                              and %s
                            order by created_at desc, recipient
                            limit :most
                            """
                                .formatted(ClientScope.CLIENT)))
                    .bind("client", filter.client().map(ClientId::value).orElse(null))
                    .bind("run", filter.run().orElse(null))
                    .bind("state", filter.state().map(Delivery.State::word).orElse(null))
                    .bind("most", filter.most())
                    .map(Deliveries::read)
                    .list());
  }

  public long count(Delivery.State wanted) {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            "select count(*) from delivery where state = :state and "
                                + ClientScope.CLIENT))
                    .bind("state", wanted.word())
                    .mapTo(Long.class)
                    .one());
  }

  /** Of which the owner was not told; the oldest first. */
  List<Delivery> untold() {
    return list(
        "state in ('failed', 'unknown') and told_at is null order by updated_at limit 1000",
        Map.of());
  }

  /** Of several who would tell the owner at once, one does. */
  boolean tell(String id, Instant at) {
    return change(
            "update delivery set told_at = :at where id = :id and told_at is null",
            Map.of("id", id, "at", at))
        == 1;
  }

  void tellLater(String id) {
    change("update delivery set told_at = null where id = :id", Map.of("id", id));
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
                    .map(Deliveries::read)
                    .list());
  }

  /** Takes a mail that is due for sending. Of several who try at once, one gets it. */
  boolean claim(String id) {
    return change(
            """
            update delivery set state = 'sending', attempts = attempts + 1, leaving = false, updated_at = :now
            where id = :id and state = 'queued' and next_attempt_at <= :now
            """,
            Map.of("id", id))
        == 1;
  }

  void sent(String id, String answer) {
    change(
        """
        update delivery
        set state = 'sent', answer = :answer, sent_at = :now, updated_at = :now,
            next_attempt_at = null
        where id = :id and state = 'sending'
        """,
        Map.of("id", id, "answer", cut(answer)));
  }

  void failed(String id, String answer) {
    change(
        """
        update delivery
        set state = 'failed', answer = :answer, updated_at = :now, next_attempt_at = null
        where id = :id and state = 'sending'
        """,
        Map.of("id", id, "answer", cut(answer)));
  }

  void waits(String id, String answer, Instant until) {
    change(
        """
        update delivery
        set state = 'queued', answer = :answer, updated_at = :now, next_attempt_at = :until
        where id = :id and state = 'sending'
        """,
        Map.of("id", id, "answer", cut(answer), "until", until));
  }

  /** All of it is about to be handed over. */
  void leaves(String id) {
    change(
        "update delivery set leaving = true where id = :id and state = 'sending'",
        Map.of("id", id));
  }

  /** It may have arrived. */
  void unknown(String id, String answer) {
    change(
        """
        update delivery
        set state = 'unknown', interrupted = true, answer = :answer, updated_at = :now,
            next_attempt_at = null
        where id = :id and state = 'sending'
        """,
        Map.of("id", id, "answer", cut(answer)));
  }

  /**
   * Lets a person try a mail again that has failed or of which nobody knows.
   *
   * @return false when it is neither
   */
  boolean reopen(String id) {
    return change(
            """
            update delivery
            set state = 'queued', updated_at = :now, next_attempt_at = :now, told_at = null
            where id = :id and state in ('failed', 'unknown')
            """,
            Map.of("id", id))
        == 1;
  }

  /**
   * What was being sent when the last process ended: again when it cannot have arrived, else a
   * person decides.
   */
  void recover() {
    change(
        """
        update delivery
        set state = 'unknown', interrupted = true, updated_at = :now, next_attempt_at = null,
            answer = 'The server stopped while it handed this mail over. Ask the recipient'
              || ' whether it arrived, then send it again if it did not.'
        where state = 'sending' and leaving
        """,
        Map.of());
    change(
        """
        update delivery
        set state = 'queued', updated_at = :now, next_attempt_at = :now,
            answer = 'The server stopped before it handed this mail over; it is sent now.'
        where state = 'sending'
        """,
        Map.of());
  }

  /** The same for one, whose sender is gone without having written what became of it. */
  void recover(String id) {
    change(
        """
        update delivery
        set state = case when leaving then 'unknown' else 'queued' end,
            interrupted = interrupted or leaving, updated_at = :now,
            next_attempt_at = case when leaving then null else cast(:now as timestamp with time zone) end,
            answer = case when leaving
              then 'The result of this mail was lost. Ask the recipient whether it arrived, then'
                || ' send it again if it did not.'
              else 'The server was interrupted before it handed this mail over.' end
        where id = :id and state = 'sending'
        """,
        Map.of("id", id));
  }

  private int change(String statement, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createUpdate(statement)
                    .bindMap(arguments)
                    .bind("now", clock.instant())
                    .execute());
  }

  private static String cut(String answer) {
    return answer.substring(0, Math.min(LONGEST_ANSWER, answer.length()));
  }

  private static Delivery read(ResultSet row, StatementContext context) throws SQLException {
    return new Delivery(
        row.getString("id"),
        row.getString("run_id"),
        new ClientId(row.getString("client")),
        row.getString("recipient"),
        row.getString("message_id"),
        Delivery.State.of(row.getString("state")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("answer")),
        row.getBoolean("interrupted"),
        instant(row, "created_at").orElseThrow(),
        instant(row, "next_attempt_at"),
        instant(row, "updated_at").orElseThrow(),
        instant(row, "sent_at"));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
