package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The nth working day of each month; for weekly, quarterly and yearly reports of each week, quarter
 * and year. Where holidays leave fewer days, the last one.
 */
record BusinessDayRule(int nth, LocalTime time, WorkDays days) implements Rule {

  /** What every February has, holidays aside. */
  private static final int MOST_IN_MONTH = 20;

  private static final int MOST_IN_WEEK = 5;

  BusinessDayRule {
    if (nth < 1 || nth > MOST_IN_MONTH) {
      throw new IllegalArgumentException(
          "Every month has business days 1 to " + MOST_IN_MONTH + ", saw " + nth);
    }
  }

  @Override
  public Optional<Instant> next(Instant after, ZoneId zone, Period.Kind kind) {
    if (kind == Period.Kind.WEEK && nth > MOST_IN_WEEK) {
      return Optional.empty();
    }
    // The last closed period ends where the current one begins.
    LocalDate today = LocalDate.ofInstant(after, zone);
    Period current = Period.lastClosed(kind, today).following();
    Instant candidate = within(current.span(), zone);
    return Optional.of(
        candidate.isAfter(after) ? candidate : within(current.following().span(), zone));
  }

  private Instant within(DateSpan span, ZoneId zone) {
    return nthOf(span).atTime(time).atZone(zone).toInstant();
  }

  /** A week may be all holidays; its report then goes out on its last day that is no weekend. */
  private LocalDate nthOf(DateSpan span) {
    int seen = 0;
    LocalDate last = null;
    for (LocalDate day = span.start();
        day.isBefore(span.end()) && seen < nth;
        day = day.plusDays(1)) {
      if (days.has(day)) {
        last = day;
        seen++;
      } else if (seen == 0 && !WorkDays.isWeekend(day)) {
        last = day;
      }
    }
    return last;
  }

  @Override
  public String text() {
    return "business-day "
        + nth
        + " at "
        + time
        + days.place().map(place -> " in " + place).orElse("");
  }

  @Override
  public String in(Texts texts, Period.Kind kind) {
    String when = texts.text("schedules.when." + Schedule.word(kind), nth, time);
    return days.place().map(place -> texts.text("schedules.when.in", when, place)).orElse(when);
  }
}
