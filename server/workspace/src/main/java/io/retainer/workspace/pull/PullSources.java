package io.retainer.workspace.pull;

import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.sealing.SealingKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The sources as they are kept. The secret is read by its own question only. */
final class PullSources {

  private static final String COLUMNS =
      "id, client_id, kind, account, look_back, first_day, pulled_until, not_before, problem,"
          + " asked_at, paused";

  private final Supplier<Jdbi> state;

  PullSources(Supplier<Jdbi> state) {
    this.state = state;
  }

  Supplier<Jdbi> state() {
    return state;
  }

  void add(PullSource source, SealingKey.Sealed secret, Instant at) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                    insert into pull_source
                      (id, client_id, kind, account, look_back, first_day, key_id, secret, added_at)
                    values (:id, :client, :kind, :account, :back, :first, :key, :secret, :at)
                    """)
                    .bind("id", source.id())
                    .bind("client", source.client().value())
                    .bind("kind", source.kind())
                    .bind("account", source.account())
                    .bind("back", source.lookBack())
                    .bind("first", source.first())
                    .bind("key", secret.keyId())
                    .bind("secret", secret.bytes())
                    .bind("at", at)
                    .execute());
  }

  List<PullSource> all() {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            "select %s from pull_source where %s order by client_id, kind, account"
                                .formatted(COLUMNS, ClientScope.condition("client_id"))))
                    .map(PullSources::read)
                    .list());
  }

  Optional<SealingKey.Sealed> secret(String id) {
    return state.get().withHandle(handle -> secret(handle, id));
  }

  private static Optional<SealingKey.Sealed> secret(Handle handle, String id) {
    return handle
        .createQuery("select key_id, secret from pull_source where id = :id")
        .bind("id", id)
        .map(
            (row, context) ->
                new SealingKey.Sealed(row.getString("key_id"), row.getBytes("secret")))
        .findOne();
  }

  /** The days up to this one are imported. */
  void pulled(String id, LocalDate until) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                    update pull_source set problem = null, not_before = null,
                      pulled_until = greatest(coalesce(pulled_until, :until), :until)
                    where id = :id
                    """)
                    .bind("id", id)
                    .bind("until", until)
                    .execute());
  }

  void stopped(String id, String problem, Instant notBefore) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "update pull_source set problem = :problem, not_before = :at where id = :id")
                    .bind("id", id)
                    .bind("problem", problem.substring(0, Math.min(2000, problem.length())))
                    .bind("at", notBefore)
                    .execute());
  }

  /** It was asked about all days there are. */
  void finished(String id, Instant at) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                    update pull_source set problem = null, not_before = null, asked_at = :at
                    where id = :id
                    """)
                    .bind("id", id)
                    .bind("at", at)
                    .execute());
  }

  void pause(String id, boolean isPaused) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate("update pull_source set paused = :paused where id = :id")
                    .bind("id", id)
                    .bind("paused", isPaused)
                    .execute());
  }

  boolean remove(String id) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                        .createUpdate("delete from pull_source where id = :id")
                        .bind("id", id)
                        .execute()
                    > 0);
  }

  private static PullSource read(ResultSet row, StatementContext context) throws SQLException {
    return new PullSource(
        row.getString("id"),
        new ClientId(row.getString("client_id")),
        row.getString("kind"),
        row.getString("account"),
        row.getInt("look_back"),
        row.getObject("first_day", LocalDate.class),
        Optional.ofNullable(row.getObject("pulled_until", LocalDate.class)),
        moment(row, "not_before"),
        Optional.ofNullable(row.getString("problem")),
        moment(row, "asked_at"),
        row.getBoolean("paused"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
