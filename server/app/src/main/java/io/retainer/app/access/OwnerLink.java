package io.retainer.app.access;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The one-time link with which the first start makes its owner. There is no default password. */
public final class OwnerLink {

  static final Duration LIFETIME = Duration.ofHours(24);

  private final Supplier<Jdbi> state;
  private final Accounts accounts;
  private final Clock clock;

  public OwnerLink(Supplier<Jdbi> state, Accounts accounts, Clock clock) {
    this.state = state;
    this.accounts = accounts;
    this.clock = clock;
  }

  public boolean isNeeded() {
    return accounts.isEmpty();
  }

  /**
   * Makes a new link; earlier ones stop working.
   *
   * @return its secret, kept only as a fingerprint
   */
  public String renew() {
    String secret = Secrets.fresh();
    state
        .get()
        .useTransaction(
            handle -> {
              handle.execute("delete from owner_link");
              handle
                  .createUpdate("insert into owner_link (fingerprint, expires_at) values (:f, :e)")
                  .bind("f", Secrets.fingerprint(secret))
                  .bind("e", clock.instant().plus(LIFETIME))
                  .execute();
            });
    return secret;
  }

  boolean isValid(String secret) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                        .createQuery(
                            "select count(*) from owner_link"
                                + " where fingerprint = :f and expires_at > :now")
                        .bind("f", Secrets.fingerprint(secret))
                        .bind("now", clock.instant())
                        .mapTo(Long.class)
                        .one()
                    == 1);
  }

  /** Uses the link up. Of two who try at once, one succeeds. */
  boolean use(String secret) {
    return state
        .get()
        .inTransaction(
            handle ->
                handle
                        .createUpdate(
                            "delete from owner_link where fingerprint = :f and expires_at > :now")
                        .bind("f", Secrets.fingerprint(secret))
                        .bind("now", clock.instant())
                        .execute()
                    == 1);
  }
}
