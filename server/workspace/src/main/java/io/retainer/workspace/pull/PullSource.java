package io.retainer.workspace.pull;

import io.retainer.model.client.ClientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * An account of a platform that is asked for a client's figures.
 *
 * @param kind the platform
 * @param account as the platform names it
 * @param lookBack for how many days the platform still changes what it said
 * @param first from which day on it is asked
 * @param pulledUntil the last day that was imported
 * @param notBefore when it may be asked again, after a problem
 * @param problem why the last attempt ended early
 * @param askedAt when it was last asked to the end
 * @param isPaused whether somebody stopped it for a while
 */
public record PullSource(
    String id,
    ClientId client,
    String kind,
    String account,
    int lookBack,
    LocalDate first,
    Optional<LocalDate> pulledUntil,
    Optional<Instant> notBefore,
    Optional<String> problem,
    Optional<Instant> askedAt,
    boolean isPaused) {

  /** Before that many platforms still count the day before. */
  private static final LocalTime MORNING = LocalTime.of(6, 0);

  /** Where the next pull begins: what the platform may have changed is asked for again. */
  LocalDate next() {
    LocalDate next = pulledUntil.map(day -> day.plusDays(1).minusDays(lookBack)).orElse(first);
    return next.isBefore(first) ? first : next;
  }

  /**
   * When it is asked next, in the past when it is time; empty while it is paused.
   *
   * @param zone the client's
   */
  Optional<Instant> next(Instant now, ZoneId zone) {
    if (isPaused) {
      return Optional.empty();
    }
    ZonedDateTime morning = now.atZone(zone).with(MORNING);
    boolean isDoneToday =
        problem.isEmpty() && askedAt.filter(at -> !at.isBefore(morning.toInstant())).isPresent();
    Instant next = (isDoneToday ? morning.plusDays(1) : morning).toInstant();
    return Optional.of(notBefore.filter(next::isBefore).orElse(next));
  }
}
