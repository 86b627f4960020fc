package io.retainer.app.schedules;

import io.retainer.model.time.Period;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One period of a schedule and how far it is.
 *
 * @param repetition 0 for the first time; more when somebody had it run again
 * @param lookAgain when it is looked at again whether its data has come; empty unless it waits
 * @param waitUntil when a person decides if its data has not come; empty unless it waits
 * @param requestedBy who had it run; empty when the clock did
 * @param approvedBy who let it go out; empty when nobody has, or nobody had to
 * @param correction why it is issued once more, as its recipients read it
 * @param asked when somebody approved it, or took it while it waited for data; empty otherwise
 */
public record Occurrence(
    String id,
    String schedule,
    Period period,
    int repetition,
    State state,
    Optional<Reason> reason,
    Optional<String> run,
    Optional<String> requestedBy,
    Optional<String> approvedBy,
    Optional<String> correction,
    Instant plannedFor,
    Optional<Instant> lookAgain,
    Optional<Instant> waitUntil,
    Optional<Instant> asked,
    Instant created,
    Optional<Instant> rendered,
    Optional<Instant> finished) {

  /** It is planned and its data is not there yet. */
  public boolean isWaiting() {
    return state == State.PLANNED && lookAgain.isPresent();
  }

  /** It would go out by itself: nobody has asked for it or let it go. */
  boolean isUnasked() {
    return requestedBy.isEmpty() && approvedBy.isEmpty();
  }

  /** It goes out by itself once its schedule, which is paused, goes on. */
  public boolean isStoppedBy(Schedule its) {
    return !its.enabled() && state == State.PLANNED && isUnasked();
  }

  /** The steps in their order, and the two other ends. */
  public enum State {
    PLANNED,
    RENDERING,
    /** It is rendered and goes out once a person approves it. */
    REVIEW,
    /** Each recipient has a mail on its way. */
    RENDERED,
    SENT,
    /** A mail did not leave. */
    FAILED,
    /** Nothing was sent, on purpose or because it could not be made; a person decides. */
    HELD,
    /** A person has looked at it and does not let it go out. */
    REJECTED,
    /** Somebody has left the period out. */
    SKIPPED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean isOver() {
      return this == SENT || this == FAILED || this == HELD || this == REJECTED || this == SKIPPED;
    }

    /** Its mails have begun to leave; a failed one may be tried again. */
    boolean isHandedOver() {
      return this == RENDERED || this == SENT || this == FAILED;
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
