package io.retainer.app.access;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Failures that all servers count together, and that outlive a restart. */
final class FailuresInState implements Failures {

  private final Supplier<Jdbi> state;
  private final Duration remembered;

  /**
   * @param remembered how long after the last one of somebody
   */
  FailuresInState(Supplier<Jdbi> state, Duration remembered) {
    this.state = state;
    this.remembered = remembered;
  }

  @Override
  public Optional<Count> of(String key) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery("select failures, last_at from sign_in_failure where who = :who")
                    .bind("who", Secrets.fingerprint(key))
                    .map(
                        (row, context) ->
                            new Count(
                                row.getInt("failures"),
                                row.getObject("last_at", OffsetDateTime.class).toInstant()))
                    .findOne());
  }

  @Override
  public void add(String key, Instant now) {
    String who = Secrets.fingerprint(key);
    state
        .get()
        .useHandle(
            handle -> {
              handle.execute(
                  "delete from sign_in_failure where last_at < ?", now.minus(remembered));
              if (!isCounted(handle, who, now)) {
                first(handle, who, now);
              }
            });
  }

  private static boolean isCounted(Handle handle, String who, Instant now) {
    return handle.execute(
            "update sign_in_failure set failures = failures + 1, last_at = ? where who = ?",
            now,
            who)
        == 1;
  }

  private static void first(Handle handle, String who, Instant now) {
    try {
      handle.execute(
          "insert into sign_in_failure (who, failures, last_at) values (?, 1, ?)", who, now);
    } catch (UnableToExecuteStatementException e) {
      // Another one came first in this moment.
      if (!isCounted(handle, who, now)) {
        throw e;
      }
    }
  }

  @Override
  public void forget(String key) {
    state
        .get()
        .useHandle(
            handle ->
                handle.execute(
                    "delete from sign_in_failure where who = ?", Secrets.fingerprint(key)));
  }
}
