package io.retainer.app.access;

import io.retainer.app.oidc.ProvenPerson;
import io.retainer.app.shell.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

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
    return find(person.issuer(), person.subject());
  }

  Optional<Known> find(String issuer, String subject) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select account_id, by_claim from provider_identity"
                            + " where issuer = :issuer and subject = :subject")
                    .bind("issuer", issuer)
                    .bind("subject", subject)
                    .map(Identities::read)
                    .findOne());
  }

  /** Empty for an account that the provider knows nobody of. */
  Optional<Known> find(Account account) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select account_id, by_claim from provider_identity"
                            + " where account_id = :account")
                    .bind("account", account.id())
                    .map(Identities::read)
                    .findOne());
  }

  private static Known read(ResultSet row, StatementContext context) throws SQLException {
    return new Known(row.getString("account_id"), row.getBoolean("by_claim"));
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

  void unlink(Account account) {
    state
        .get()
        .useHandle(
            handle ->
                handle.execute("delete from provider_identity where account_id = ?", account.id()));
  }
}
