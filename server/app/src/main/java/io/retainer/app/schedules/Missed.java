package io.retainer.app.schedules;

import io.retainer.model.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A period that a schedule would have brought and does not any more, as somebody gave it another
 * rule, resumed it or moved its client to another zone. It is written down, so that it is not lost
 * without a word.
 *
 * @param state held where somebody may still want it, left out otherwise
 */
record Missed(Period period, Instant plannedFor, Occurrence.State state, Reason reason) {

  /**
   * What becomes of the periods of a schedule that is changed.
   *
   * @param plannedUntil up to when its times have their occurrences after the change
   * @param missed those that do not come any more
   * @param coming those of now that come after the change
   */
  record Change(Instant plannedUntil, List<Missed> missed, Set<Period> coming) {

    /**
     * The same, where the home was lost and restored in between: of what came in that time nobody
     * knows whether it was sent.
     */
    Change restored(Instant from, Instant until, ZoneId zone) {
      Reason unknown = Reason.of(Reason.Code.RESTORED, LocalDate.ofInstant(from, zone));
      List<Missed> known =
          missed.stream()
              .map(
                  each ->
                      each.plannedFor().isAfter(from) && !each.plannedFor().isAfter(until)
                          ? new Missed(
                              each.period(), each.plannedFor(), Occurrence.State.HELD, unknown)
                          : each)
              .toList();
      return new Change(plannedUntil, known, coming);
    }

    /** The periods that do not come any more, as far as nobody has taken them. */
    List<Period> lost(Predicate<Period> isTaken) {
      return missed.stream().map(Missed::period).filter(isTaken.negate()).toList();
    }
  }

  /**
   * @param before as it was, by the clocks of {@code zoneBefore}
   * @param plannedUntil up to when its times had their occurrences before the change
   * @param zone by whose clocks it goes from now on
   */
  static Change by(
      Schedule before,
      ZoneId zoneBefore,
      Instant plannedUntil,
      Schedule after,
      ZoneId zone,
      Instant now) {
    // A pause ends with what came in it being noted, so until then it is as it was.
    boolean isKept = isSameRule(before, after) && before.enabled() || !after.enabled();
    Instant from = isKept ? plannedUntil : now;
    Period lastClosed = before.lastClosed(now, zoneBefore);
    Set<Period> coming =
        after.due(from, endOf(lastClosed, zone), zone).stream()
            .map(Schedule.Time::period)
            .collect(Collectors.toSet());
    List<Missed> missed = new ArrayList<>();
    // Whoever gives it other days means those.
    for (Schedule.Time time :
        before
            .withDays(after.days())
            .due(plannedUntil, endOf(lastClosed, zoneBefore), zoneBefore)) {
      if (!coming.contains(time.period())) {
        missed.add(of(before, time, after, now, zone));
      }
    }
    return new Change(from, missed, coming);
  }

  private static Missed of(
      Schedule before, Schedule.Time time, Schedule after, Instant now, ZoneId zone) {
    if (!before.enabled() && !time.at().isAfter(now)) {
      return new Missed(
          time.period(), time.at(), Occurrence.State.SKIPPED, Reason.of(Reason.Code.PAUSED));
    }
    boolean mayBeWanted = after.enabled() && before.kind() == after.kind();
    return new Missed(
        time.period(),
        time.at().isAfter(now) ? now : time.at(),
        mayBeWanted ? Occurrence.State.HELD : Occurrence.State.SKIPPED,
        Reason.of(
            isSameRule(before, after) ? Reason.Code.ZONE_CHANGED : Reason.Code.RULE_CHANGED,
            LocalDate.ofInstant(now, zone)));
  }

  private static boolean isSameRule(Schedule before, Schedule after) {
    return before.rule().text().equals(after.rule().text()) && before.kind() == after.kind();
  }

  /** As long as that it is the last closed one. */
  private static Instant endOf(Period lastClosed, ZoneId zone) {
    LocalDate over = lastClosed.following().span().end();
    return over.atStartOfDay(zone).toInstant().minusNanos(1);
  }
}
