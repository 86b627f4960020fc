package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import io.retainer.model.client.ClientId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Who may sign in. */
public final class Accounts {

  /**
   * Nobody takes the last owner away; of others there need not be one left, as before the first.
   */
  private static final String AN_OWNER_LEFT =
      """
      (account.role <> 'owner' or exists
        (select 1 from account other
         where other.role = 'owner' and other.id <> :id and other.locked_at is null))
      """;

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
                    .createQuery("select id, name, role, limited from account order by name")
                    .map(Accounts::read)
                    .list());
  }

  /** The account of this name and password. Takes as long when there is no such name. */
  Optional<Account> signIn(String name, String password) {
    record Known(Account account, Optional<PasswordHash> password) {}
    Optional<Known> known =
        state
            .get()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select id, name, role, limited, password_hash from account"
                                + " where name = :name and locked_at is null")
                        .bind("name", name)
                        .map(
                            (row, context) ->
                                new Known(
                                    read(row, context),
                                    Optional.ofNullable(row.getString("password_hash"))
                                        .map(PasswordHash::new)))
                        .findOne());
    boolean right = known.flatMap(Known::password).orElse(PasswordHash.NOBODY).matches(password);
    return known.filter(found -> right).map(Known::account);
  }

  /**
   * Adds an account.
   *
   * @return empty when the name is taken
   */
  Optional<Account> add(String name, String password, Role role) {
    return add(name, password, Reach.everywhere(role));
  }

  /**
   * Adds an account that sees some clients, or all.
   *
   * @return empty when the name is taken
   */
  Optional<Account> add(String name, String password, Reach reach) {
    return add(name, Optional.of(PasswordHash.of(password).text()), reach);
  }

  /**
   * Adds an account that nobody can sign in to by a password.
   *
   * @return empty when the name is taken
   */
  Optional<Account> invite(String name, Reach reach) {
    return add(name, Optional.empty(), reach);
  }

  private Optional<Account> add(String name, Optional<String> hash, Reach reach) {
    var account =
        new Account(UUID.randomUUID().toString(), name, reach.role(), reach.clients().isPresent());
    int added =
        state
            .get()
            .inTransaction(
                handle -> {
                  int inserted =
                      handle
                          .createUpdate(
                              """
                              insert into account
                                (id, name, role, limited, password_hash, created_at)
                              select :id, :name, :role, :limited, :hash, :now
                              where not exists (select 1 from account where name = :name)
                              """)
                          .bind("id", account.id())
                          .bind("name", name)
                          .bind("role", reach.role().word())
                          .bind("limited", account.isLimited())
                          .bind("hash", hash.orElse(null))
                          .bind("now", clock.instant())
                          .execute();
                  if (inserted == 1) {
                    Scopes.replace(handle, account.id(), reach.clients().orElse(Set.of()));
                  }
                  return inserted;
                });
    return added == 1 ? Optional.of(account) : Optional.empty();
  }

  boolean isTaken(String name) {
    return all().stream().anyMatch(account -> account.name().equals(name));
  }

  void changePassword(Account account, String password) {
    String hash = PasswordHash.of(password).text();
    state
        .get()
        .useHandle(
            handle ->
                handle.execute(
                    "update account set password_hash = ? where id = ?", hash, account.id()));
  }

  /** Whether they may sign in by a password. */
  boolean hasPassword(Account account) {
    return count("id = ? and password_hash is not null", account.id()) == 1;
  }

  boolean isLocked(Account account) {
    return count("id = ? and locked_at is not null", account.id()) == 1;
  }

  private long count(String condition, String id) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from account where " + condition)
                    .bind(0, id)
                    .mapTo(Long.class)
                    .one());
  }

  /** The ids of all who are kept out for now. */
  Set<String> locked() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select id from account where locked_at is not null")
                    .mapTo(String.class)
                    .collect(Collectors.toSet()));
  }

  /**
   * Keeps somebody out, and the tokens that they made, from their next request on.
   *
   * @return false when nobody would be left who is an owner and may come in
   */
  boolean lock(Account account) {
    return state
        .get()
        .inTransaction(
            handle -> {
              boolean locked =
                  handle
                          .createUpdate(
                              "update account set locked_at = :now where id = :id and "
                                  + AN_OWNER_LEFT)
                          .bind("id", account.id())
                          .bind("now", clock.instant())
                          .execute()
                      == 1;
              if (locked) {
                handle.execute("delete from session where account_id = ?", account.id());
                handle.execute("delete from halfway_sign_in where account_id = ?", account.id());
              }
              return locked;
            });
  }

  void unlock(Account account) {
    state
        .get()
        .useHandle(
            handle ->
                handle.execute("update account set locked_at = null where id = ?", account.id()));
  }

  Optional<Account> find(String id) {
    return all().stream().filter(account -> account.id().equals(id)).findFirst();
  }

  /** Who sees a client and may sign in. */
  public List<Account> whoSees(ClientId client) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        select id, name, role, limited from account
                        where locked_at is null and (not limited or id in
                          (select holder from client_access where client = :client))
                        order by name
                        """)
                    .bind("client", client.value())
                    .map(Accounts::read)
                    .list());
  }

  /** The clients of people and tokens that do not see all, by their id. */
  Map<String, List<String>> scopes() {
    return state.get().withHandle(Scopes::all);
  }

  /** The clients of somebody who does not see all. */
  Set<ClientId> clients(Account account) {
    return state.get().withHandle(handle -> Scopes.of(handle, account.id()));
  }

  /**
   * What somebody may do from their next click on.
   *
   * @return false when nobody would be left who is an owner
   */
  boolean change(Account account, Reach reach) {
    return state
        .get()
        .inTransaction(
            handle -> {
              boolean changed =
                  handle
                          .createUpdate(
                              """
                              update account set role = :role, limited = :limited
                              where id = :id and (:role = 'owner' or
                              """
                                  + AN_OWNER_LEFT
                                  + ")")
                          .bind("id", account.id())
                          .bind("role", reach.role().word())
                          .bind("limited", reach.clients().isPresent())
                          .execute()
                      == 1;
              if (changed) {
                Scopes.replace(handle, account.id(), reach.clients().orElse(Set.of()));
              }
              return changed;
            });
  }

  /**
   * Their sessions and the tokens they made are gone with them.
   *
   * @return false when nobody would be left who is an owner
   */
  boolean remove(Account account) {
    return state
        .get()
        .inTransaction(
            handle -> {
              boolean removed =
                  handle
                          .createUpdate("delete from account where id = :id and " + AN_OWNER_LEFT)
                          .bind("id", account.id())
                          .execute()
                      == 1;
              if (removed) {
                Scopes.remove(handle, account.id());
              }
              return removed;
            });
  }

  private static Account read(ResultSet row, StatementContext context) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("name"),
        Role.of(row.getString("role")),
        row.getBoolean("limited"));
  }
}
