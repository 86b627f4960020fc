package io.retainer.app.links;

import io.retainer.app.access.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The links there are. */
public final class Links {

  static final int USUAL_DAYS = 30;
  static final int MOST_DAYS = 365;

  private static final int OPENINGS_SHOWN = 100;

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Links(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * A new link and the only copy of its secret.
   *
   * @param secret part of the address, 256 random bits
   */
  record Made(Link link, String secret) {}

  /**
   * @throws IllegalArgumentException unless it is for 1 to 365 days
   */
  Made make(String run, int days, String by) {
    if (days < 1 || days > MOST_DAYS) {
      throw new IllegalArgumentException(
          "A link is good for 1 to " + MOST_DAYS + " days, saw " + days);
    }
    String id = UUID.randomUUID().toString();
    String secret = Secrets.fresh();
    Instant now = clock.instant();
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into issue_link
                          (id, run_id, fingerprint, made_by, made_at, expires_at)
                        values (:id, :run, :fingerprint, :by, :now, :expires)
                        """)
                    .bind("id", id)
                    .bind("run", run)
                    .bind("fingerprint", Secrets.fingerprint(secret))
                    .bind("by", by)
                    .bind("now", now)
                    .bind("expires", now.plus(Duration.ofDays(days)))
                    .execute());
    return new Made(
        of(run).stream().filter(link -> link.id().equals(id)).findFirst().orElseThrow(), secret);
  }

  /** The links of a run, the latest first. */
  public List<Link> of(String run) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from issue_link where run_id = :run order by made_at desc, id")
                    .bind("run", run)
                    .map((row, context) -> read(row, handle))
                    .list());
  }

  /** The link with the secret, whether it still works or not. */
  Optional<Link> with(String secret) {
    String fingerprint = Secrets.fingerprint(secret);
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from issue_link where fingerprint = :fingerprint")
                    .bind("fingerprint", fingerprint)
                    .map((row, context) -> read(row, handle))
                    .findOne());
  }

  void opened(Link link, String what) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into issue_link_opening (link_id, what, at)"
                            + " values (:link, :what, :now)")
                    .bind("link", link.id())
                    .bind("what", what)
                    .bind("now", clock.instant())
                    .execute());
  }

  /**
   * @return false when the run has no such link; revoking again changes nothing
   */
  boolean revoke(String run, String id, String by) {
    return state
        .get()
        .inTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                      update issue_link set revoked_at = :now, revoked_by = :by
                      where id = :id and run_id = :run and revoked_at is null
                      """)
                  .bind("now", clock.instant())
                  .bind("by", by)
                  .bind("id", id)
                  .bind("run", run)
                  .execute();
              return handle
                      .createQuery(
                          "select count(*) from issue_link where id = :id and run_id = :run")
                      .bind("id", id)
                      .bind("run", run)
                      .mapTo(Integer.class)
                      .one()
                  == 1;
            });
  }

  boolean works(Link link) {
    return link.worksAt(clock.instant());
  }

  private static Link read(ResultSet row, Handle handle) throws SQLException {
    String id = row.getString("id");
    return new Link(
        id,
        row.getString("run_id"),
        row.getString("made_by"),
        instant(row, "made_at").orElseThrow(),
        instant(row, "expires_at").orElseThrow(),
        instant(row, "revoked_at"),
        Optional.ofNullable(row.getString("revoked_by")),
        handle
            .createQuery(
                "select what, at from issue_link_opening where link_id = :id"
                    + " order by at desc limit :most")
            .bind("id", id)
            .bind("most", OPENINGS_SHOWN)
            .map(
                (opening, context) ->
                    new Link.Opening(
                        opening.getString("what"), instant(opening, "at").orElseThrow()))
            .list());
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
