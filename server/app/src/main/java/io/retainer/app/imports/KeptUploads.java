package io.retainer.app.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ClientScope;
import io.retainer.workspace.Servers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The uploads of the last day, as every server sees them. */
final class KeptUploads {

  private static final Duration REMEMBERED = Duration.ofDays(1);

  private final Supplier<Jdbi> state;
  private final Clock clock;

  KeptUploads(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** One that this server has taken on; those of earlier days are forgotten. */
  void add(Upload upload) {
    add(upload, Servers.HERE);
  }

  /** One that lies in the home and nobody has. */
  void found(Upload upload) {
    add(upload, null);
  }

  private void add(Upload upload, String server) {
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("delete from upload where is_over and sent_at < :oldest")
                  .bind("oldest", oldest())
                  .execute();
              handle
                  .createUpdate(
                      """
                      insert into upload (id, client, sent_by, sent_at, taken_by, is_over, shown)
                      values (:id, :client, :by, :at, :server, false, :shown)
                      """)
                  .bind("id", upload.id())
                  .bind("client", upload.client().value())
                  .bind("by", upload.by())
                  .bind("at", upload.sentAt())
                  .bind("server", server)
                  .bind("shown", UploadJson.write(upload))
                  .execute();
            });
  }

  /** Those that no server has that is there, the longest first. */
  List<String> left() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id from upload where not is_over and "
                            + Servers.IS_LEFT
                            + " order by sent_at")
                    .bind("alive", Servers.alive(clock))
                    .mapTo(String.class)
                    .list());
  }

  /** Of several that would take one up, one does. */
  boolean claim(String id) {
    return state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            "update upload set taken_by = :here where id = :id and not is_over and "
                                + Servers.IS_LEFT)
                        .bind("here", Servers.HERE)
                        .bind("id", id)
                        .bind("alive", Servers.alive(clock))
                        .execute())
        == 1;
  }

  /** From here on it is anybody's. */
  void leave(String id) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "update upload set taken_by = null where id = :id and taken_by = :here")
                    .bind("id", id)
                    .bind("here", Servers.HERE)
                    .execute());
  }

  /** Says how far it is, unless another server has taken it up meanwhile. */
  void keep(Upload upload) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        update upload set is_over = :over, shown = :shown
                        where id = :id and taken_by = :here
                        """)
                    .bind("over", upload.isOver())
                    .bind("shown", UploadJson.write(upload))
                    .bind("id", upload.id())
                    .bind("here", Servers.HERE)
                    .execute());
  }

  void remove(String id) {
    state.get().useHandle(handle -> handle.execute("delete from upload where id = ?", id));
  }

  Optional<Upload> find(String id) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from upload where id = :id")
                    .bind("id", id)
                    .map(KeptUploads::read)
                    .findOne());
  }

  /** Those that go on, and those of the last day, the latest first. */
  List<Upload> latest() {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            "select * from upload where (not is_over or sent_at >= :oldest) and "
                                + ClientScope.CLIENT
                                + " order by sent_at desc"))
                    .bind("oldest", oldest())
                    .map(KeptUploads::read)
                    .list());
  }

  private Instant oldest() {
    return clock.instant().minus(REMEMBERED);
  }

  private static Upload read(ResultSet row, StatementContext context) throws SQLException {
    try {
      return UploadJson.read(
          row.getString("id"),
          new ClientId(row.getString("client")),
          row.getString("sent_by"),
          row.getObject("sent_at", OffsetDateTime.class).toInstant(),
          row.getBoolean("is_over"),
          row.getString("shown"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The upload " + row.getString("id") + " is no JSON", e);
    }
  }
}
