package io.retainer.app.inbox;

import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.workspace.ClientScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What came by itself and what became of it, as it is kept. */
public final class Arrivals {

  private final Supplier<Jdbi> state;

  public Arrivals(Supplier<Jdbi> state) {
    this.state = state;
  }

  void add(List<Arrival> arrivals) {
    state.get().useTransaction(handle -> arrivals.forEach(each -> add(handle, each)));
  }

  static void add(Handle handle, Arrival arrival) {
    handle
        .createUpdate(
            """
            insert into arrival (id, way, client_id, file, sha256, status, batch, reason, mail, at)
            values (:id, :way, :client, :file, :sha256, :status, :batch, :reason, :mail, :at)
            """)
        .bind("id", UUID.randomUUID().toString())
        .bind("way", arrival.way().word())
        .bind("client", arrival.client().value())
        .bind("file", arrival.file())
        .bind("sha256", arrival.sha256())
        .bind("status", arrival.status().word())
        .bind("batch", arrival.batch().orElse(null))
        .bind("reason", arrival.reason().orElse(null))
        .bind("mail", arrival.mail().orElse(null))
        .bind("at", arrival.at())
        .execute();
  }

  /** The latest first. */
  List<Arrival> latest(int most) {
    return state
        .get()
        .withHandle(
            handle ->
                ClientScope.bind(
                        handle.createQuery(
                            """
                            select * from arrival where %s order by at desc, file limit :most
                            """
                                .formatted(ClientScope.condition("client_id"))))
                    .bind("most", most)
                    .map(Arrivals::read)
                    .list());
  }

  private static Arrival read(ResultSet row, StatementContext context) throws SQLException {
    return new Arrival(
        Arrival.Way.valueOf(row.getString("way").toUpperCase(Locale.ROOT)),
        new ClientId(row.getString("client_id")),
        row.getString("file"),
        row.getString("sha256"),
        ImportResult.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.getString("batch")),
        Optional.ofNullable(row.getString("reason")),
        Optional.ofNullable(row.getString("mail")),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
