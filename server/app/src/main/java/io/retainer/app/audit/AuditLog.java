package io.retainer.app.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The log of changes and downloads. It is added to, and read; nothing here changes a line. */
public final class AuditLog {

  private static final int LONGEST_PATH = 500;

  /** By what way somebody is in. */
  private static final String WAY =
      """
      case when exists (select 1 from account where id = :holder) then 'session'
        when exists (select 1 from api_token where id = :holder) then 'token'
        when :holder = 'launcher' then 'command' end
      """;

  private static final Pattern IMPORT = Pattern.compile(".*/imports/([0-9]{1,18})(/.*)?");

  private final Supplier<Jdbi> state;
  private final Function<String, Optional<String>> files;
  private final Function<String, Map<String, String>> outside;
  private final Clock clock;

  /**
   * @param files name of the file that an import read
   * @param outside values that may change at a path and that the state database does not hold, or
   *     not as people read them
   */
  public AuditLog(
      Supplier<Jdbi> state,
      Function<String, Optional<String>> files,
      Function<String, Map<String, String>> outside,
      Clock clock) {
    this.state = state;
    this.files = files;
    this.outside = outside;
    this.clock = clock;
  }

  /**
   * What is known before an operation begins.
   *
   * @param role its word; empty for who is not signed in
   */
  record Asked(
      String who,
      String role,
      String holder,
      String address,
      String method,
      String route,
      String path) {}

  /**
   * An operation that is under way.
   *
   * @param thing as it was before
   */
  record Begun(long entry, String path, AuditedThing thing) {}

  /**
   * Narrows what is read; empty texts narrow nothing.
   *
   * @param what a part of method, route or path
   * @param operations methods and routes of which an entry has one
   * @param before only entries with a lesser number
   */
  record Filter(
      String who,
      String client,
      String what,
      List<String> operations,
      Optional<Instant> from,
      Optional<Instant> to,
      Optional<Long> before,
      int most) {}

  Begun begin(Asked asked) {
    return state.get().inTransaction(handle -> begin(handle, asked));
  }

  private Optional<String> file(Asked asked) {
    Matcher batch = IMPORT.matcher(asked.path());
    return batch.matches() && !asked.method().equals("POST")
            || batch.matches() && asked.route().startsWith("/clients")
        ? files.apply(batch.group(1))
        : Optional.empty();
  }

  private Begun begin(Handle handle, Asked asked) {
    AuditedThing thing =
        AuditedThing.of(handle, asked.path())
            .and("file", file(asked))
            .and(outside.apply(asked.path()));
    long entry =
        handle
            .createUpdate(
                """
                insert into audit_entry
                  (at, who, role, way, holder, address, method, route, path, client)
                values (:at, :who, :role, %s, :holder, :address, :method, :route, :path, :client)
                """
                    .formatted(WAY))
            .bind("at", clock.instant())
            .bind("who", asked.who())
            .bind("role", asked.role().isEmpty() ? null : asked.role())
            .bind("holder", asked.holder())
            .bind("address", asked.address())
            .bind("method", asked.method())
            .bind("route", asked.route())
            .bind("path", cut(asked.path()))
            .bind("client", thing.client().orElse(null))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(Long.class)
            .one();
    note(handle, entry, false, thing.client(), AuditNote.of(thing.names()));
    return new Begun(entry, asked.path(), thing);
  }

  /**
   * @param who whom the operation let in, where that was not known before
   * @param about path of what it was done to, where the address does not say it; or null
   */
  void end(Begun begun, int status, Optional<String> who, String about) {
    state.get().useTransaction(handle -> end(handle, begun, status, who, about));
  }

  private void end(Handle handle, Begun begun, int status, Optional<String> who, String about) {
    AuditedThing made = about == null ? AuditedThing.NOTHING : AuditedThing.of(handle, about);
    handle
        .createUpdate(
            """
            insert into audit_outcome (entry_id, at, status, who, role, client)
            values (:entry, :at, :status, :who,
              (select role from account where name = :who), :client)
            """)
        .bind("entry", begun.entry())
        .bind("at", clock.instant())
        .bind("status", status)
        .bind("who", who.orElse(null))
        .bind("client", made.client().orElse(null))
        .execute();
    // What was refused has changed nothing, whatever others did meanwhile.
    AuditedThing after =
        status < 400
            ? AuditedThing.of(handle, begun.path()).and(outside.apply(begun.path()))
            : begun.thing();
    AuditNote note = AuditNote.between(made.names(), begun.thing().values(), after.values());
    Optional<String> client =
        made.client().or(begun.thing()::client).or(() -> note.clientOfSender());
    note(handle, begun.entry(), true, client, note);
  }

  private static void note(
      Handle handle, long entry, boolean isAfter, Optional<String> client, AuditNote note) {
    if (!note.isEmpty()) {
      handle.execute(
          "insert into deed_note (entry_id, is_after, client, note) values (?, ?, ?, ?)",
          entry,
          isAfter,
          client.orElse(null),
          note.json());
    }
  }

  /** Names of who may ask now. */
  List<String> people() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select name from account union select label from api_token
                        order by 1 limit 500
                        """)
                    .mapTo(String.class)
                    .list());
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
                                 e.way, coalesce(o.who, e.who) as who,
                                 coalesce(o.role, e.role) as role,
                                 coalesce(e.client, o.client) as client,
                                 b.note as noted_before, a.note as noted_after
                          from audit_entry e
                          left join audit_outcome o on o.entry_id = e.id
                          left join deed_note b on b.entry_id = e.id and not b.is_after
                          left join deed_note a on a.entry_id = e.id and a.is_after) line
                        where (:who = '' or who = :who)
                          and (:client = '' or client = :client)
                          and (:what = '' or position(:what in concat(method, ' ', route)) > 0
                               or position(:what in path) > 0)
                          and (:any or concat(method, ' ', route) in (<operations>))
                          and at >= :from and at < :to and id < :before
                        order by id desc
                        limit :most
                        """)
                    .bind("who", filter.who())
                    .bind("client", filter.client())
                    .bind("what", filter.what())
                    .bind("any", filter.operations().isEmpty())
                    .bindList("operations", listed(filter.operations()))
                    .bind("from", filter.from().orElse(Instant.EPOCH))
                    .bind("to", filter.to().orElse(clock.instant().plusSeconds(86_400)))
                    .bind("before", filter.before().orElse(Long.MAX_VALUE))
                    .bind("most", filter.most())
                    .map(AuditLog::read)
                    .list());
  }

  /** A list in a statement is never empty. */
  private static List<String> listed(List<String> operations) {
    return operations.isEmpty() ? List.of("") : operations;
  }

  private static AuditEntry read(ResultSet row, StatementContext context) throws SQLException {
    int status = row.getInt("status");
    Optional<AuditEntry.Outcome> outcome =
        row.wasNull() ? Optional.empty() : Optional.of(new AuditEntry.Outcome(status));
    return new AuditEntry(
        row.getLong("id"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("who"),
        Optional.ofNullable(row.getString("role")),
        Optional.ofNullable(row.getString("way")),
        row.getString("address"),
        row.getString("method") + " " + row.getString("route"),
        row.getString("path"),
        Optional.ofNullable(row.getString("client")),
        AuditNote.read(row.getString("noted_before"))
            .and(AuditNote.read(row.getString("noted_after"))),
        outcome);
  }

  private static String cut(String path) {
    return path.substring(0, Math.min(LONGEST_PATH, path.length()));
  }
}
