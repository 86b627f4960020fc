package io.retainer.app.access;

import io.retainer.app.shell.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Browsers that have given the password and not yet the code. They may do nothing else. */
public final class HalfwayIn {

  static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Supplier<Jdbi> state;
  private final Accounts accounts;
  private final Clock clock;

  public HalfwayIn(Supplier<Jdbi> state, Accounts accounts, Clock clock) {
    this.state = state;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * @return the cookie's value
   */
  String open(Account account) {
    String secret = Secrets.fresh();
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate("delete from halfway_sign_in where created_at < :oldest")
                  .bind("oldest", clock.instant().minus(LIFETIME))
                  .execute();
              handle
                  .createUpdate(
                      """
                      insert into halfway_sign_in (fingerprint, account_id, created_at)
                      values (:fingerprint, :account, :now)
                      """)
                  .bind("fingerprint", Secrets.fingerprint(secret))
                  .bind("account", account.id())
                  .bind("now", clock.instant())
                  .execute();
            });
    return secret;
  }

  /**
   * @param secret null without a cookie
   */
  Optional<Account> who(String secret) {
    if (secret == null) {
      return Optional.empty();
    }
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select account_id from halfway_sign_in"
                            + " where fingerprint = :fingerprint and created_at >= :oldest")
                    .bind("fingerprint", Secrets.fingerprint(secret))
                    .bind("oldest", clock.instant().minus(LIFETIME))
                    .mapTo(String.class)
                    .findOne())
        .flatMap(accounts::find);
  }

  void close(String secret) {
    state
        .get()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from halfway_sign_in where fingerprint = ?",
                    Secrets.fingerprint(secret)));
  }
}
