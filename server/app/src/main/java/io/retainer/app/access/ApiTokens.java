package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** Programs that may call the API. */
public final class ApiTokens {

  private static final int LONGEST_LIFETIME = 730;
  private static final Duration NOTICED_EVERY = Duration.ofMinutes(5);

  private final Supplier<Jdbi> state;
  private final Clock clock;

  public ApiTokens(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * @param days as typed
   */
  static Duration lifetime(String days) {
    int number = days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
    if (number < 1 || number > LONGEST_LIFETIME) {
      throw new IllegalArgumentException(
          "A token is valid for 1 to " + LONGEST_LIFETIME + " days, saw \"" + days + "\"");
    }
    return Duration.ofDays(number);
  }

  List<ApiToken> all() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select * from api_token order by created_at desc")
                    .map(ApiTokens::read)
                    .list());
  }

  /**
   * @return the secret, for the only time
   */
  String add(String label, Role role, Duration lifetime, Account by) {
    return add(label, Reach.everywhere(role), lifetime, by);
  }

  /**
   * @return the secret, for the only time
   */
  String add(String label, Reach reach, Duration lifetime, Account by) {
    String id = UUID.randomUUID().toString();
    String secret = "rt_" + Secrets.fresh();
    Instant now = clock.instant();
    state
        .get()
        .useTransaction(
            handle -> {
              handle
                  .createUpdate(
                      """
                        insert into api_token
                          (id, label, fingerprint, role, limited, created_by, created_at,
                           expires_at)
                        values (:id, :label, :fingerprint, :role, :limited, :by, :now, :expires)
                        """)
                  .bind("id", id)
                  .bind("limited", reach.clients().isPresent())
                  .bind("label", label)
                  .bind("fingerprint", Secrets.fingerprint(secret))
                  .bind("role", reach.role().word())
                  .bind("by", by.id())
                  .bind("now", now)
                  .bind("expires", now.plus(lifetime))
                  .execute();
              Scopes.replace(handle, id, reach.clients().orElse(Set.of()));
            });
    return secret;
  }

  /**
   * @return false when there is none
   */
  boolean revoke(String id) {
    return state
        .get()
        .inTransaction(
            handle -> {
              Scopes.remove(handle, id);
              return handle.execute("delete from api_token where id = ?", id) == 1;
            });
  }

  /** Who has made a token; empty when there is none of this id. */
  Optional<String> maker(String id) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select created_by from api_token where id = :id")
                    .bind("id", id)
                    .mapTo(String.class)
                    .findOne());
  }

  Optional<Account> holder(String secret) {
    Instant now = clock.instant();
    return state
        .get()
        .withHandle(
            handle -> {
              Optional<ApiToken> token =
                  handle
                      .createQuery(
                          """
                          select * from api_token
                          where fingerprint = :fingerprint and expires_at > :now
                            and not exists (select 1 from account a
                              where a.id = created_by and a.locked_at is not null)
                          """)
                      .bind("fingerprint", Secrets.fingerprint(secret))
                      .bind("now", now)
                      .map(ApiTokens::read)
                      .findOne();
              token
                  .filter(
                      known ->
                          known.used().isEmpty()
                              || known.used().get().isBefore(now.minus(NOTICED_EVERY)))
                  .ifPresent(
                      known ->
                          handle
                              .createUpdate("update api_token set used_at = :now where id = :id")
                              .bind("now", now)
                              .bind("id", known.id())
                              .execute());
              return token.map(
                  known -> new Account(known.id(), known.label(), known.role(), known.isLimited()));
            });
  }

  private static ApiToken read(ResultSet row, StatementContext context) throws SQLException {
    return new ApiToken(
        row.getString("id"),
        row.getString("label"),
        Role.of(row.getString("role")),
        row.getBoolean("limited"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }
}
