package io.retainer.app.access;

import io.retainer.app.shell.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/**
 * Links with which somebody whom an owner has let in chooses how they sign in. Whoever has the link
 * is who was invited; it works once.
 */
public final class Invitations {

  static final Duration LIFETIME = Duration.ofDays(7);

  private final Supplier<Jdbi> state;
  private final Accounts accounts;
  private final Clock clock;

  public Invitations(Supplier<Jdbi> state, Accounts accounts, Clock clock) {
    this.state = state;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * Makes a new link; an earlier one for the same person stops working.
   *
   * @return its secret, for the only time
   */
  String renew(Account account) {
    String secret = Secrets.fresh();
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      "delete from invitation where account_id = :account or expires_at < :now")
                  .bind("account", account.id())
                  .bind("now", clock.instant())
                  .execute();
              handle
                  .createUpdate(
                      """
                      insert into invitation (fingerprint, account_id, expires_at)
                      values (:fingerprint, :account, :expires)
                      """)
                  .bind("fingerprint", Secrets.fingerprint(secret))
                  .bind("account", account.id())
                  .bind("expires", clock.instant().plus(LIFETIME))
                  .execute();
            });
    return secret;
  }

  /** Who is invited by it; empty when it is used, over or was never. */
  Optional<Account> who(String secret) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select i.account_id from invitation i join account a on a.id = i.account_id
                        where i.fingerprint = :fingerprint and i.expires_at > :now
                          and a.locked_at is null
                        """)
                    .bind("fingerprint", Secrets.fingerprint(secret))
                    .bind("now", clock.instant())
                    .mapTo(String.class)
                    .findOne())
        .flatMap(accounts::find);
  }

  /** Uses the link up. Of two who try at once, one succeeds. */
  boolean use(String secret) {
    return state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            "delete from invitation"
                                + " where fingerprint = :fingerprint and expires_at > :now")
                        .bind("fingerprint", Secrets.fingerprint(secret))
                        .bind("now", clock.instant())
                        .execute())
        == 1;
  }
}
