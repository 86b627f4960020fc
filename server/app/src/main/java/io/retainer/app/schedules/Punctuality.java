package io.retainer.app.schedules;

import io.retainer.model.client.ClientId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Whether it is too late for a report to go out by the clock: within a window it is made late,
 * beyond it a person is asked. What somebody asked for is never too late.
 */
public final class Punctuality {

  /** No window is shorter; what is less late needs no question. */
  private static final Duration SHORTEST = Duration.ofHours(1);

  private final BiFunction<ClientId, String, Duration> window;

  /**
   * @param window how late a report of a client's schedule may be
   */
  public Punctuality(BiFunction<ClientId, String, Duration> window) {
    this.window = window;
  }

  /**
   * @param expected when it ought to have gone out
   * @return why it is held
   */
  Optional<Reason> tooLate(Schedule schedule, Instant expected, Instant now, ZoneId zone) {
    Duration late = Duration.between(expected, now);
    boolean isTooLate =
        late.compareTo(SHORTEST) > 0
            && late.compareTo(window.apply(schedule.client(), schedule.id())) > 0;
    return isTooLate
        ? Optional.of(Reason.of(Reason.Code.LATE, expected, zone.getId()))
        : Optional.empty();
  }

  /**
   * The same of one that is planned, or was under way when a server ended. What waits for data is
   * expected when it is looked at again.
   */
  Optional<Reason> tooLate(Occurrence occurrence, Schedule schedule, Instant now, ZoneId zone) {
    boolean isAsked = occurrence.requestedBy().isPresent() || occurrence.approvedBy().isPresent();
    return isAsked
        ? Optional.empty()
        : tooLate(schedule, occurrence.lookAgain().orElse(occurrence.plannedFor()), now, zone);
  }
}
