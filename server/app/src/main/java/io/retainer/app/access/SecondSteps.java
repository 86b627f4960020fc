package io.retainer.app.access;

import io.retainer.app.shell.Account;
import io.retainer.app.shell.Role;
import io.retainer.workspace.SecondStepReset;
import io.retainer.workspace.sealing.SealingException;
import io.retainer.workspace.sealing.SealingKey;
import io.retainer.workspace.sealing.SealingKey.Sealed;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.commons.codec.binary.Base32;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What some need besides their password: a code from their phone. */
public final class SecondSteps {

  private static final Logger LOG = LoggerFactory.getLogger(SecondSteps.class);
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Supplier<Jdbi> state;
  private final Supplier<SealingKey> sealing;
  private final Clock clock;

  public SecondSteps(Supplier<Jdbi> state, Supplier<SealingKey> sealing, Clock clock) {
    this.state = state;
    this.sealing = sealing;
    this.clock = clock;
  }

  /** What becomes of a code. */
  enum Answer {
    RIGHT,
    WRONG,
    /** The key that the server has is not the one it was sealed with. */
    UNREADABLE
  }

  private record Kept(Sealed sealed, Optional<Instant> confirmed, long lastStep) {}

  private static Optional<Kept> kept(Handle handle, Account account) {
    return handle
        .createQuery(
            "select key_id, secret, confirmed_at, last_step from second_step"
                + " where account_id = :account")
        .bind("account", account.id())
        .map(
            (row, context) ->
                new Kept(
                    new Sealed(row.getString("key_id"), row.getBytes("secret")),
                    Optional.ofNullable(row.getObject("confirmed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                    row.getLong("last_step")))
        .findOne();
  }

  /** Since when it is asked for. */
  Optional<Instant> since(Account account) {
    return state.get().withHandle(handle -> kept(handle, account).flatMap(Kept::confirmed));
  }

  boolean isOn(Account account) {
    return since(account).isPresent();
  }

  /** Makes a key, which is in force once a code of it was given. */
  void begin(Account account) {
    byte[] key = new byte[OneTimeCodes.KEY_BYTES];
    RANDOM.nextBytes(key);
    Sealed sealed = sealing.get().seal(Base64.getEncoder().encodeToString(key), account.id());
    state
        .get()
        .useTransaction(
            handle -> {
              handle.execute(
                  "delete from second_step where account_id = ? and confirmed_at is null",
                  account.id());
              handle
                  .createUpdate(
                      """
                      insert into second_step (account_id, key_id, secret, begun_at)
                      select :account, :key, :secret, :now
                      where not exists (select 1 from second_step where account_id = :account)
                      """)
                  .bind("account", account.id())
                  .bind("key", sealed.keyId())
                  .bind("secret", sealed.bytes())
                  .bind("now", clock.instant())
                  .execute();
            });
  }

  /** The key that waits for its first code, as apps take it. Once it is in force nobody sees it. */
  Optional<String> waiting(Account account) {
    return state
        .get()
        .withHandle(handle -> kept(handle, account))
        .filter(kept -> kept.confirmed().isEmpty())
        .map(kept -> new Base32().encodeAsString(key(kept, account)));
  }

  private byte[] key(Kept kept, Account account) {
    return Base64.getDecoder().decode(sealing.get().open(kept.sealed(), account.id()));
  }

  /**
   * Puts the key that waits in force.
   *
   * @return the recovery codes; empty when the code is wrong
   */
  Optional<List<String>> confirm(Account account, String code) {
    return state
        .get()
        .inTransaction(
            handle -> {
              Optional<Kept> kept = kept(handle, account).filter(k -> k.confirmed().isEmpty());
              if (kept.isEmpty() || !take(handle, kept.get(), account, code)) {
                return Optional.<List<String>>empty();
              }
              handle.execute(
                  "update second_step set confirmed_at = ? where account_id = ?",
                  OffsetDateTime.ofInstant(clock.instant(), clock.getZone()),
                  account.id());
              return Optional.of(RecoveryCodes.renew(handle, account.id()));
            });
  }

  /** Whether a code of the phone or a recovery code is right. It is used up by that. */
  Answer answer(Account account, String typed) {
    String code = typed.replaceAll("\\s", "");
    return state
        .get()
        .inTransaction(
            handle -> {
              Optional<Kept> kept = kept(handle, account).filter(k -> k.confirmed().isPresent());
              if (kept.isEmpty()) {
                return Answer.WRONG;
              }
              if (RecoveryCodes.use(handle, account.id(), code)) {
                return Answer.RIGHT;
              }
              try {
                return take(handle, kept.get(), account, code) ? Answer.RIGHT : Answer.WRONG;
              } catch (SealingException e) {
                LOG.error("The second step of account {} cannot be read", account.id(), e);
                return Answer.UNREADABLE;
              }
            });
  }

  /** Of two who give the same code at once, one succeeds. */
  private boolean take(Handle handle, Kept kept, Account account, String code) {
    OptionalLong step =
        OneTimeCodes.step(
            key(kept, account), code.replaceAll("\\s", ""), clock.instant(), kept.lastStep());
    return step.isPresent()
        && handle.execute(
                "update second_step set last_step = ? where account_id = ? and last_step < ?",
                step.getAsLong(),
                account.id(),
                step.getAsLong())
            == 1;
  }

  List<String> renewCodes(Account account) {
    return state.get().inTransaction(handle -> RecoveryCodes.renew(handle, account.id()));
  }

  int codesLeft(Account account) {
    return state.get().withHandle(handle -> RecoveryCodes.left(handle, account.id()));
  }

  /** Takes it away; the sessions go with it. */
  boolean reset(Account account) {
    return SecondStepReset.of(state.get(), account.name());
  }

  /** The ids of all who have it. */
  Set<String> holders() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select account_id from second_step where confirmed_at is not null")
                    .mapTo(String.class)
                    .collect(Collectors.toSet()));
  }

  /** The roles that have to have it. */
  Set<Role> required() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select role from second_step_role")
                    .mapTo(String.class)
                    .map(Role::of)
                    .collect(Collectors.toSet()));
  }

  void require(Set<Role> roles) {
    state
        .get()
        .useTransaction(
            handle -> {
              handle.execute("delete from second_step_role");
              for (Role role : roles) {
                handle.execute("insert into second_step_role (role) values (?)", role.word());
              }
            });
  }
}
