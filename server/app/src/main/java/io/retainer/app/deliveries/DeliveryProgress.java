package io.retainer.app.deliveries;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** Takes deliveries from state to state, each by one conditional write. */
final class DeliveryProgress {

  private static final int LONGEST_ANSWER = 4000;

  /** What is being sent has no time of a next attempt when it is to have none. */
  private static final String WITHDRAWN =
      """
      update delivery set state = 'failed', updated_at = :now, told_at = :now
      where state = 'sending' and next_attempt_at is null\s""";

  private final Supplier<Jdbi> state;
  private final Clock clock;

  DeliveryProgress(Supplier<Jdbi> state, Clock clock) {
    this.state = state;
    this.clock = clock;
  }

  /**
   * The owner knows; not of what became of it since.
   *
   * @param seen as it was told
   */
  void told(Delivery seen) {
    change(
        "update delivery set told_at = :now where id = :id and updated_at = :seen",
        Map.of("id", seen.id(), "seen", seen.updated()));
  }

  /**
   * Takes a mail that is due for sending. Of several who try at once, one gets it, and the number
   * of its attempt is the sign of that: who has lost the mail to another changes nothing any more.
   *
   * @param seen as it was read
   */
  boolean claim(Delivery seen) {
    return change(
            """
            update delivery set state = 'sending', attempts = attempts + 1, leaving = false, updated_at = :now
            where id = :id and state = 'queued' and next_attempt_at <= :now and attempts = :seen
            """,
            Map.of("id", seen.id(), "seen", seen.attempts()))
        == 1;
  }

  /** A mail that is due is not even tried. */
  void postpone(Delivery seen, String answer, Instant until) {
    change(
        """
        update delivery set answer = :answer, updated_at = :now, next_attempt_at = :until
        where id = :id and state = 'queued' and next_attempt_at <= :now and attempts = :seen
        """,
        Map.of("id", seen.id(), "seen", seen.attempts(), "answer", cut(answer), "until", until));
  }

  void sent(String id, int attempt, String answer) {
    change(
        """
        update delivery
        set state = 'sent', answer = :answer, sent_at = :now, updated_at = :now,
            next_attempt_at = null
        where id = :id and state = 'sending' and attempts = :attempt
        """,
        Map.of("id", id, "attempt", attempt, "answer", cut(answer)));
  }

  void failed(String id, int attempt, String answer) {
    change(
        """
        update delivery
        set state = 'failed', answer = :answer, updated_at = :now, next_attempt_at = null
        where id = :id and state = 'sending' and attempts = :attempt
        """,
        Map.of("id", id, "attempt", attempt, "answer", cut(answer)));
  }

  /** It is tried again, unless it was withdrawn while it was being sent. */
  void waits(String id, int attempt, String answer, Instant until) {
    int waiting =
        change(
            """
            update delivery
            set state = 'queued', answer = :answer, updated_at = :now, next_attempt_at = :until
            where id = :id and state = 'sending' and attempts = :attempt
              and next_attempt_at is not null
            """,
            Map.of("id", id, "attempt", attempt, "answer", cut(answer), "until", until));
    if (waiting == 0) {
      change(
          WITHDRAWN + " and id = :id and attempts = :attempt",
          Map.of("id", id, "attempt", attempt));
    }
  }

  /**
   * All of it is about to be handed over.
   *
   * @throws IllegalStateException when another has taken it meanwhile; then it must not leave here
   */
  void leaves(String id, int attempt) {
    int mine =
        change(
            """
            update delivery set leaving = true
            where id = :id and state = 'sending' and attempts = :attempt
            """,
            Map.of("id", id, "attempt", attempt));
    if (mine != 1) {
      throw new IllegalStateException("another server has taken delivery " + id);
    }
  }

  /**
   * It may have arrived, and is handed over again to somebody who knows it again.
   *
   * @return false when it was withdrawn while it was being sent, or is no longer this one's
   */
  boolean repeats(String id, int attempt, String answer, Instant until) {
    return change(
            """
            update delivery
            set state = 'queued', interrupted = true, answer = :answer, updated_at = :now,
                next_attempt_at = :until
            where id = :id and state = 'sending' and attempts = :attempt
              and next_attempt_at is not null
            """,
            Map.of("id", id, "attempt", attempt, "answer", cut(answer), "until", until))
        == 1;
  }

  /** It may have arrived. */
  void unknown(String id, int attempt, String answer) {
    change(
        """
        update delivery
        set state = 'unknown', interrupted = true, answer = :answer, updated_at = :now,
            next_attempt_at = null
        where id = :id and state = 'sending' and attempts = :attempt
        """,
        Map.of("id", id, "attempt", attempt, "answer", cut(answer)));
  }

  /**
   * A mail that was taken came back for good.
   *
   * @return false when it is none that was sent, as when its bounce is read twice
   */
  boolean returned(String id, String answer) {
    return change(
            """
            update delivery
            set state = 'bounced', answer = :answer, updated_at = :now, interrupted = false
            where id = :id and state in ('sent', 'unknown')
            """,
            Map.of("id", id, "answer", cut(answer)))
        == 1;
  }

  /**
   * A person has heard that a mail arrived of which nobody here knew it: it was sent when it was
   * handed over. An owner who was not told yet need not be.
   *
   * @param answer says who knows it; what was said before stays before it
   * @return false when it is none of which nobody knew
   */
  boolean arrived(Delivery seen, String answer) {
    return change(
            """
            update delivery
            set state = 'sent', answer = :answer, sent_at = updated_at, updated_at = :now,
                interrupted = false, told_at = :now
            where id = :id and state = 'unknown' and attempts = :attempt
            """,
            Map.of("id", seen.id(), "attempt", seen.attempts(), "answer", cut(answer)))
        == 1;
  }

  /** What was put off by a clock that was ahead is due at once. */
  void clockSetBack() {
    change(
        "update delivery set next_attempt_at = :now where state = 'queued' and updated_at > :now",
        Map.of());
  }

  /** A mail that was taken is still on its way. */
  void late(String id, String answer) {
    change(
        "update delivery set answer = :answer, updated_at = :now where id = :id and state = 'sent'",
        Map.of("id", id, "answer", cut(answer)));
  }

  /**
   * Lets a person try a mail again that has failed, came back or of which nobody knows. The clock
   * has all its attempts before it again; how many there were stays written down.
   *
   * @return false when it is none of them, or a later report has taken its place
   */
  boolean reopen(String id) {
    return change(
            """
            update delivery
            set state = 'queued', updated_at = :now, next_attempt_at = :now, told_at = null,
                uncounted = attempts
            where id = :id and state in ('failed', 'unknown', 'bounced') and not %s
            """
                .formatted(Deliveries.IS_OUTDATED),
            Map.of("id", id))
        == 1;
  }

  /**
   * A person does not want a mail to leave that waits. The owner need not be told: who stopped it
   * knows.
   *
   * @return false when it does not wait
   */
  boolean stop(String id, String answer) {
    return change(
            """
            update delivery
            set state = 'failed', answer = :answer, updated_at = :now, next_attempt_at = null,
                told_at = :now
            where id = :id and state = 'queued'
            """,
            Map.of("id", id, "answer", cut(answer)))
        == 1;
  }

  /**
   * A person does not want to wait for the next attempt, which is theirs and none of the clock's.
   * One that is due already is not theirs, so to ask twice gives no second one.
   *
   * @return false when the mail does not wait
   */
  boolean hurry(String id) {
    return change(
            """
            update delivery
            set uncounted =
                  case when next_attempt_at > :now and uncounted <= attempts then uncounted + 1
                    else uncounted end,
                next_attempt_at = :now
            where id = :id and state = 'queued'
            """,
            Map.of("id", id))
        == 1;
  }

  /**
   * What was being sent when the last process ended: again when it cannot have arrived, or is known
   * again where it has; else a person decides.
   *
   * @param recognises whether a recipient knows again what it has got already
   */
  void recover(Predicate<String> recognises) {
    leaving().forEach(each -> lost(each, recognises, Said.STOPPED_WHILE));
    change(WITHDRAWN, Map.of());
    change(
        """
        update delivery
        set state = 'queued', updated_at = :now, next_attempt_at = :now,
            answer = :answer
        where state = 'sending'
        """,
        Map.of("answer", Said.STOPPED_BEFORE.of()));
  }

  /** The same for one, whose sender is gone without having written what became of it. */
  void recover(String id, int attempt, Predicate<String> recognises) {
    change(
        WITHDRAWN + " and not leaving and id = :id and attempts = :attempt",
        Map.of("id", id, "attempt", attempt));
    change(
        """
        update delivery
        set state = 'queued', updated_at = :now, next_attempt_at = :now, answer = :answer
        where id = :id and state = 'sending' and attempts = :attempt and not leaving
        """,
        Map.of("id", id, "attempt", attempt, "answer", Said.INTERRUPTED.of()));
    leaving().stream()
        .filter(each -> each.id().equals(id) && each.attempt() == attempt)
        .forEach(each -> lost(each, recognises, Said.LOST));
  }

  /** All of it was being handed over. */
  private record Leaving(String id, int attempt, String recipient) {}

  private List<Leaving> leaving() {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id, attempts, recipient from delivery"
                            + " where state = 'sending' and leaving")
                    .map(
                        (row, context) ->
                            new Leaving(
                                row.getString("id"),
                                row.getInt("attempts"),
                                row.getString("recipient")))
                    .list());
  }

  private void lost(Leaving one, Predicate<String> recognises, Said said) {
    boolean isRepeated =
        recognises.test(one.recipient())
            && repeats(one.id(), one.attempt(), said.of(), clock.instant());
    if (!isRepeated) {
      unknown(one.id(), one.attempt(), Doubt.about(one.recipient()).after(said.of()));
    }
  }

  private int change(String statement, Map<String, ?> arguments) {
    return state
        .get()
        .withHandle(
            handle ->
                handle
                    .createUpdate(statement)
                    .bindMap(arguments)
                    .bind("now", clock.instant())
                    .execute());
  }

  private static String cut(String answer) {
    return answer.substring(0, Math.min(LONGEST_ANSWER, answer.length()));
  }
}
