package io.retainer.app.deliveries;

import io.retainer.rendering.mail.MailMark;
import io.retainer.workspace.Servers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The copies there are, each with what became of it. */
public final class Copies {

  private static final int LONGEST_ANSWER = 4000;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Copies(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  Copy add(String run, MailMark.Kind kind, String recipient, String by, String detail) {
    String id = UUID.randomUUID().toString();
    change(
        """
        insert into run_copy
          (id, run_id, kind, recipient, requested_by, detail, state, attempts, created_at,
           next_attempt_at, updated_at)
        values (:id, :run, :kind, :recipient, :by, :detail, 'queued', 0, :now, :now, :now)
        """,
        Map.of(
            "id", id,
            "run", run,
            "kind", kind.name().toLowerCase(Locale.ROOT),
            "recipient", recipient,
            "by", by,
            "detail", detail));
    return find(id).orElseThrow();
  }

  Optional<Copy> find(String id) {
    return list("where id = :value", id).stream().findFirst();
  }

  /** Those of a run, the newest first. */
  public List<Copy> of(String run) {
    return list("where run_id = :value order by created_at desc, recipient", run);
  }

  List<Copy> queued() {
    return list("where state = :value order by next_attempt_at", Delivery.State.QUEUED.word());
  }

  /**
   * Internal copies that did not arrive or may not have, and of which the owner was not told. Who
   * asked for a test looks for it.
   */
  List<Copy> untold() {
    return list(
        """
        where kind = :value and state in ('failed', 'unknown') and told_at is null
        order by updated_at limit 1000
        """,
        MailMark.Kind.INTERNAL.name().toLowerCase(Locale.ROOT));
  }

  void told(Copy seen) {
    change("update run_copy set told_at = :now where id = :id", Map.of("id", seen.id()));
  }

  /** Of several who would send one at once, one does. */
  boolean claim(String id) {
    return change(
            """
            update run_copy set state = 'sending', attempts = attempts + 1, updated_at = :now,
              taken_by = :here
            where id = :id and state = 'queued'
            """,
            Map.of("id", id, "here", Servers.HERE))
        == 1;
  }

  void waits(String id, String answer, Instant until) {
    change(
        """
        update run_copy set state = 'queued', answer = :answer, next_attempt_at = :until,
          updated_at = :now
        where id = :id
        """,
        Map.of("id", id, "answer", cut(answer), "until", until));
  }

  void ended(String id, Delivery.State end, String answer) {
    change(
        """
        update run_copy set state = :end, answer = :answer, next_attempt_at = null,
          updated_at = :now
        where id = :id
        """,
        Map.of("id", id, "end", end.word(), "answer", cut(answer)));
  }

  /** What was put off by a clock that was ahead is due at once. */
  void clockSetBack() {
    change(
        "update run_copy set next_attempt_at = :now where state = 'queued' and updated_at > :now",
        Map.of());
  }

  /** What was being sent when its server went may have arrived; whoever wants it asks. */
  void recover() {
    change(
        """
        update run_copy set state = 'unknown', next_attempt_at = null, updated_at = :now,
          answer = :answer
        where state = 'sending' and
        """
            + Servers.IS_LEFT,
        Map.of("answer", Said.STOPPED_COPY.of(), "alive", Servers.alive(clock)));
  }

  private List<Copy> list(String rest, String value) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from run_copy " + rest)
                    .bind("value", value)
                    .map(Copies::read)
                    .list());
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

  private static Copy read(ResultSet row, StatementContext context) throws SQLException {
    return new Copy(
        row.getString("id"),
        row.getString("run_id"),
        MailMark.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("recipient"),
        row.getString("requested_by"),
        row.getString("detail"),
        Delivery.State.of(row.getString("state")),
        row.getInt("attempts"),
        Optional.ofNullable(row.getString("answer")),
        instant(row, "created_at").orElseThrow(),
        instant(row, "next_attempt_at"),
        instant(row, "updated_at").orElseThrow());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
