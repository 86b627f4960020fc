package io.retainer.app.deliveries;

import io.retainer.model.client.ClientId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One mail to one recipient.
 *
 * @param messageId derived from run and recipient, so that a repeated mail is recognised
 * @param attempts all that were made
 * @param uncounted how many of them the clock does not count when it gives up or waits: those
 *     before a person had it sent again, and those that a person asked for
 * @param answer what the mail server said last
 * @param interrupted nobody knows whether an attempt arrived: the process ended, or the server hung
 *     up without an answer; when a person has it sent again, it may arrive twice
 * @param nextAttempt of a mail that waits
 * @param replacedBy the address that the report went to instead; empty unless it is replaced
 */
public record Delivery(
    String id,
    String run,
    ClientId client,
    String recipient,
    String messageId,
    State state,
    int attempts,
    int uncounted,
    Optional<String> answer,
    boolean interrupted,
    Instant created,
    Optional<Instant> nextAttempt,
    Instant updated,
    Optional<Instant> sent,
    Optional<String> replacedBy) {

  /** Somebody did not want it to leave. */
  public boolean isStopped() {
    return state == State.FAILED && answer.filter(said -> said.startsWith(Said.STOP)).isPresent();
  }

  /** When it is tried again; empty for one that does not wait, or was not tried yet. */
  public Optional<Instant> again() {
    return nextAttempt.filter(at -> state.isWaiting() && attempts > 0);
  }

  /** Where a mail stands. */
  public enum State {
    QUEUED,
    /** Claimed; the other side has not answered yet. */
    SENDING,
    SENT,
    FAILED,
    /** The mail server took it, and later it came back. */
    BOUNCED,
    /** It may have arrived; a person decides whether it is sent again. */
    UNKNOWN,
    /** It did not arrive, and the report was sent to another address instead. */
    REPLACED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** It waits for its first attempt or the next one, so it may be stopped or tried now. */
    public boolean isWaiting() {
      return this == QUEUED;
    }

    public boolean isOver() {
      return this != QUEUED && this != SENDING;
    }

    /** It did not arrive for sure, so the report may go to another address. */
    public boolean mayBeReaddressed() {
      return this == FAILED || this == BOUNCED;
    }

    public boolean mayBeRetried() {
      return this == FAILED || this == BOUNCED || this == UNKNOWN;
    }

    static State of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
