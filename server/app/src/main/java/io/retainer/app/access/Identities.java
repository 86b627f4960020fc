package io.retainer.app.access;

import io.retainer.app.oidc.ProvenPerson;
import io.retainer.app.shell.Account;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Whom a provider knows under which account: by its subject alone, never by an address. */
public final class Identities {

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Identities(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * @param account its id
   * @param byClaim whether the provider's groups let them in, and not an owner by hand
   */
  record Known(String account, boolean byClaim) {}

  Optional<Known> find(ProvenPerson person) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select account_id, by_claim from provider_identity"
                            + " where issuer = :issuer and subject = :subject")
                    .bind("issuer", person.issuer())
                    .bind("subject", person.subject())
                    .map(
                        (row, context) ->
                            new Known(row.getString("account_id"), row.getBoolean("by_claim")))
                    .findOne());
  }

  /**
   * @return false when the provider's person or the account has another counterpart already
   */
  boolean link(Account account, ProvenPerson person, boolean byClaim) {
    return state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createUpdate(
                            """
                        insert into provider_identity
                          (issuer, subject, account_id, by_claim, linked_at)
                        select :issuer, :subject, :account, :byClaim, :now
                        where not exists
                          (select 1 from provider_identity
                           where account_id = :account or issuer = :issuer and subject = :subject)
                        """)
                        .bind("issuer", person.issuer())
                        .bind("subject", person.subject())
                        .bind("account", account.id())
                        .bind("byClaim", byClaim)
                        .bind("now", clock.instant())
                        .execute())
        == 1;
  }

  /** Since when an account is known to the provider. */
  Optional<Instant> since(Account account) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select linked_at from provider_identity where account_id = :account")
                    .bind("account", account.id())
                    .mapTo(OffsetDateTime.class)
                    .findOne())
        .map(OffsetDateTime::toInstant);
  }

  boolean isByClaim(Account account) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select by_claim from provider_identity where account_id = :account")
                    .bind("account", account.id())
                    .mapTo(Boolean.class)
                    .findOne())
        .orElse(false);
  }

  void unlink(Account account) {
    state
        .get()
        .useHandle(
            handle ->
                handle.execute("delete from provider_identity where account_id = ?", account.id()));
  }
}
