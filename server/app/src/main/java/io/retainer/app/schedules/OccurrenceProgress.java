package io.retainer.app.schedules;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Takes occurrences from state to state, each by one conditional write. */
final class OccurrenceProgress {

  private final Supplier<Jdbi> state;
  private final Clock clock;

  OccurrenceProgress(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /** Takes a planned occurrence. Of several who try at once, one gets it. */
  boolean claim(String id) {
    return change(
            """
            update occurrence set state = 'rendering', reason = null
            where id = :id and state = 'planned'
            """,
            Map.of("id", id))
        == 1;
  }

  void uses(String id, String run) {
    change("update occurrence set run_id = :run where id = :id", Map.of("id", id, "run", run));
  }

  void rendered(String id) {
    change(
        """
        update occurrence set state = 'rendered', rendered_at = :now, reason = null where id = :id
        """,
        Map.of("id", id, "now", clock.instant()));
  }

  /**
   * It is rendered; a person looks at it.
   *
   * @return false when its schedule was removed meanwhile
   */
  boolean review(String id, Reason reason) {
    return change(
            "update occurrence set state = 'review', reason = :reason where id = :id",
            Map.of("id", id, "reason", reason.stored()))
        == 1;
  }

  void sent(String id) {
    change(
        "update occurrence set state = 'sent', finished_at = :now, reason = null where id = :id",
        Map.of("id", id, "now", clock.instant()));
  }

  /**
   * @param end failed or held
   */
  void ended(String id, Occurrence.State end, Reason reason) {
    change(
        """
        update occurrence set state = :state, finished_at = :now, reason = :reason where id = :id
        """,
        Map.of("id", id, "state", end.word(), "reason", reason.stored(), "now", clock.instant()));
  }

  /** A claimed one goes back until its data may have come. */
  void waits(String id, Reason reason, Instant lookAgain, Instant until) {
    change(
        """
        update occurrence set state = 'planned', reason = :reason, look_again_at = :then,
          wait_until = :until
        where id = :id
        """,
        Map.of("id", id, "reason", reason.stored(), "then", lookAgain, "until", until));
  }

  /**
   * A claimed one goes back until its paused schedule goes on.
   *
   * @return false when its schedule was removed meanwhile
   */
  boolean stops(String id) {
    return change(
            "update occurrence set state = 'planned' where id = :id and state = 'rendering'",
            Map.of("id", id))
        == 1;
  }

  /**
   * Somebody takes one that waits, for data or for its paused schedule: it is issued with what
   * there is.
   *
   * @return false when it no longer waits
   */
  boolean doNotWait(String id, String by) {
    return change(
            """
            update occurrence
            set look_again_at = null, reason = null, requested_by = :by, asked_at = :now
            where id = :id and state = 'planned'
              and requested_by is null and approved_by is null
            """,
            Map.of("id", id, "by", by, "now", clock.instant()))
        == 1;
  }

  /** The owner knows. */
  void told(Occurrence seen) {
    change(
        "update occurrence set told_at = :now where id = :id and state = :seen",
        Map.of("id", seen.id(), "seen", seen.state().word(), "now", clock.instant()));
  }

  /** What the last process was at when it ended is continued; its run and mails are known. */
  void recover() {
    change("update occurrence set state = 'planned' where state = 'rendering'", Map.of());
  }

  private int change(String statement, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(handle -> handle.createUpdate(statement).bindMap(arguments).execute());
  }
}
