package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Browsers that are signed in. */
public final class Sessions {

  static final Duration IDLE = Duration.ofHours(12);
  static final Duration LONGEST = Duration.ofDays(14);
  static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration NOTICED_EVERY = Duration.ofMinutes(5);

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Sessions(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * Opens a session and forgets those that are over.
   *
   * @return the cookie's value
   */
  String open(Account account) {
    return open(account, false);
  }

  /**
   * The same.
   *
   * @param withSecondStep whether who vouches for them has asked for a second step already
   */
  String open(Account account, boolean withSecondStep) {
    String secret = Secrets.fresh();
    Instant now = clock.instant();
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("delete from session where seen_at < :idle or created_at < :oldest")
                  .bind("idle", now.minus(IDLE))
                  .bind("oldest", now.minus(LONGEST))
                  .execute();
              handle
                  .createUpdate(
                      """
                      insert into session
                        (fingerprint, account_id, created_at, seen_at, second_step)
                      values (:fingerprint, :account, :now, :now, :second)
                      """)
                  .bind("second", withSecondStep)
                  .bind("fingerprint", Secrets.fingerprint(secret))
                  .bind("account", account.id())
                  .bind("now", now)
                  .execute();
            });
    return secret;
  }

  Optional<Account> holder(String secret) {
    record Open(Account account, Instant seen) {}
    String fingerprint = Secrets.fingerprint(secret);
    Instant now = clock.instant();
    Optional<Open> open =
        state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            """
                            select a.id, a.name, a.role, a.limited, s.seen_at,
                              (not s.second_step
                               and exists (select 1 from second_step_role r where r.role = a.role)
                               and not exists
                                 (select 1 from second_step f
                                  where f.account_id = a.id and f.confirmed_at is not null))
                              as owes
                            from session s join account a on a.id = s.account_id
                            where s.fingerprint = :fingerprint
                              and s.seen_at >= :idle and s.created_at >= :oldest
                              and a.locked_at is null
                            """)
                        .bind("fingerprint", fingerprint)
                        .bind("idle", now.minus(IDLE))
                        .bind("oldest", now.minus(LONGEST))
                        .map(
                            (row, context) ->
                                new Open(
                                    new Account(
                                        row.getString("id"),
                                        row.getString("name"),
                                        Role.of(row.getString("role")),
                                        row.getBoolean("limited"),
                                        row.getBoolean("owes")),
                                    row.getObject("seen_at", java.time.OffsetDateTime.class)
                                        .toInstant()))
                        .findOne());
    open.filter(session -> session.seen().isBefore(now.minus(NOTICED_EVERY)))
        .ifPresent(session -> notice(fingerprint, now));
    return open.map(Open::account);
  }

  private void notice(String fingerprint, Instant now) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate(
                        "update session set seen_at = :now where fingerprint = :fingerprint")
                    .bind("now", now)
                    .bind("fingerprint", fingerprint)
                    .execute());
  }

  /** Whether somebody has just signed in with it: then it is they who sit there. */
  boolean isFresh(String secret) {
    return state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select count(*) from session"
                                + " where fingerprint = :fingerprint and created_at >= :since")
                        .bind("fingerprint", Secrets.fingerprint(secret))
                        .bind("since", clock.instant().minus(FRESH))
                        .mapTo(Long.class)
                        .one())
        == 1;
  }

  /**
   * A browser that is signed in.
   *
   * @param isThis whether it is the one that asks
   */
  public record OpenSession(Instant created, Instant seen, boolean isThis) {}

  /** The latest seen first. */
  List<OpenSession> of(Account account, String secret) {
    Instant now = clock.instant();
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select fingerprint, created_at, seen_at from session
                        where account_id = :account and seen_at >= :idle and created_at >= :oldest
                        order by seen_at desc
                        """)
                    .bind("account", account.id())
                    .bind("idle", now.minus(IDLE))
                    .bind("oldest", now.minus(LONGEST))
                    .map(
                        (row, context) ->
                            new OpenSession(
                                row.getObject("created_at", java.time.OffsetDateTime.class)
                                    .toInstant(),
                                row.getObject("seen_at", java.time.OffsetDateTime.class)
                                    .toInstant(),
                                row.getString("fingerprint").equals(Secrets.fingerprint(secret))))
                    .list());
  }

  /** Signs somebody out of every browser but the one with the secret. */
  void closeOthers(Account account, String secret) {
    state
        .get()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from session where account_id = ? and fingerprint <> ?",
                    account.id(),
                    Secrets.fingerprint(secret)));
  }

  /** Signs somebody out of every browser. */
  void closeAll(Account account) {
    state
        .get()
        .useHandle(
            handle -> handle.execute("delete from session where account_id = ?", account.id()));
  }

  void close(String secret) {
    state
        .get()
        .useHandle(
            handle ->
                handle
                    .createUpdate("delete from session where fingerprint = :fingerprint")
                    .bind("fingerprint", Secrets.fingerprint(secret))
                    .execute());
  }
}
