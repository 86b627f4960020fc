package io.retainer.app.access;

import io.retainer.workspace.OwnerKey;
import java.time.Clock;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** The one-time link with which the first start makes its owner. There is no default password. */
public final class OwnerLink {

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
    return OwnerKey.renew(state.get(), clock.instant());
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
