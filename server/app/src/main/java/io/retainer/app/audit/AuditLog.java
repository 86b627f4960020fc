package io.retainer.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The log of changes and downloads. It is added to, and read; nothing here changes a line. */
public final class AuditLog {

  private static final int LONGEST_PATH = 500;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public AuditLog(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** What is known before an operation begins. */
  record Asked(
      String who, String holder, String address, String method, String route, String path) {}

  /**
   * Narrows what is read; empty texts narrow nothing.
   *
   * @param what a part of method, route or path
   * @param before only entries with a lesser number
   */
  record Filter(
      String who,
      String client,
      String what,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Long> before,
      int most) {}

  long begin(Asked asked) {
    return state
        .get()
        .inTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into audit_entry
                          (at, who, holder, address, method, route, path, client)
                        values (:at, :who, :holder, :address, :method, :route, :path, :client)
                        """)
                    .bind("at", clock.instant())
                    .bind("who", asked.who())
                    .bind("holder", asked.holder())
                    .bind("address", asked.address())
                    .bind("method", asked.method())
                    .bind("route", asked.route())
                    .bind("path", cut(asked.path()))
                    .bind("client", AuditedClient.of(handle, asked.path()).orElse(null))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
  }

  /**
   * @param who whom the operation let in, where that was not known before
   * @param location where the answer leads; null without
   */
  void end(long entry, int status, Optional<String> who, String location) {
    state
        .get()
        .useTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into audit_outcome (entry_id, at, status, who, client)
                        values (:entry, :at, :status, :who, :client)
                        """)
                    .bind("entry", entry)
                    .bind("at", clock.instant())
                    .bind("status", status)
                    .bind("who", who.orElse(null))
                    .bind("client", made(handle, location).orElse(null))
                    .execute());
  }

  private static Optional<String> made(Handle handle, String location) {
    return Optional.ofNullable(location).flatMap(path -> AuditedClient.of(handle, path));
  }

  /** The latest first. */
  List<AuditEntry> list(Filter filter) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select * from (
                          select e.id, e.at, e.address, e.method, e.route, e.path, o.status,
                                 coalesce(o.who, e.who) as who,
                                 coalesce(e.client, o.client) as client
                          from audit_entry e left join audit_outcome o on o.entry_id = e.id) line
                        where (:who = '' or who = :who)
                          and (:client = '' or client = :client)
                          and (:what = '' or position(:what in concat(method, ' ', route)) > 0
                               or position(:what in path) > 0)
                          and at >= :from and at < :to and id < :before
                        order by id desc
                        limit :most
                        """)
                    .bind("who", filter.who())
                    .bind("client", filter.client())
                    .bind("what", filter.what())
                    .bind("from", filter.from().orElse(Instant.EPOCH))
                    .bind("to", filter.to().orElse(clock.instant().plusSeconds(86_400)))
                    .bind("before", filter.before().orElse(Long.MAX_VALUE))
                    .bind("most", filter.most())
                    .map(AuditLog::read)
                    .list());
  }

  private static AuditEntry read(ResultSet row, StatementContext context) throws SQLException {
    int status = row.getInt("status");
    Optional<AuditEntry.Outcome> outcome =
        row.wasNull() ? Optional.empty() : Optional.of(new AuditEntry.Outcome(status));
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        row.getString("address"),
        row.getString("method") + " " + row.getString("route"),
        row.getString("path"),
        Optional.ofNullable(row.getString("client")),
        outcome);
  }

  private static String cut(String path) {
    return path.substring(0, Math.min(LONGEST_PATH, path.length()));
  }
}
