package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Who may sign in. */
public final class Accounts {

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public Accounts(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  boolean isEmpty() {
    return all().isEmpty();
  }

  List<Account> all() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select id, name, role from account order by name")
                    .map(Accounts::read)
                    .list());
  }

  /** The account of this name and password. Takes as long when there is no such name. */
  Optional<Account> signIn(String name, String password) {
    record Known(Account account, PasswordHash password) {}
    Optional<Known> known =
        state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select id, name, role, password_hash from account where name = :name")
                        .bind("name", name)
                        .map(
                            (row, context) ->
                                new Known(
                                    read(row, context),
                                    new PasswordHash(row.getString("password_hash"))))
                        .findOne());
    boolean right = known.map(Known::password).orElse(PasswordHash.NOBODY).matches(password);
    return known.filter(found -> right).map(Known::account);
  }

  /**
   * Adds an account.
   *
   * @return empty when the name is taken
   */
  Optional<Account> add(String name, String password, Role role) {
    var account = new Account(UUID.randomUUID().toString(), name, role);
    String hash = PasswordHash.of(password).text();
    int added =
        state
            .get()
            .inTransaction(
                handle ->
                    handle
                        .createUpdate(
                            """
                            insert into account (id, name, role, password_hash, created_at)
                            select :id, :name, :role, :hash, :now
                            where not exists (select 1 from account where name = :name)
                            """)
                        .bind("id", account.id())
                        .bind("name", name)
                        .bind("role", role.word())
                        .bind("hash", hash)
                        .bind("now", clock.instant())
                        .execute());
    return added == 1 ? Optional.of(account) : Optional.empty();
  }

  private static Account read(ResultSet row, StatementContext context) throws SQLException {
    return new Account(row.getString("id"), row.getString("name"), Role.of(row.getString("role")));
  }
}
