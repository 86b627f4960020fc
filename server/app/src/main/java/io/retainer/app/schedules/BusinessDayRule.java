package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The nth day of each month that is neither Saturday nor Sunday; for weekly, quarterly and yearly
 * reports of each week, quarter and year. Public holidays are not known.
 */
record BusinessDayRule(int nth, LocalTime time) implements Rule {

  /** What every February has. */
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
    int seen = 0;
    LocalDate day = span.start().minusDays(1);
    while (seen < nth) {
      day = day.plusDays(1);
      seen += isBusinessDay(day) ? 1 : 0;
    }
    return day.atTime(time).atZone(zone).toInstant();
  }

  private static boolean isBusinessDay(LocalDate date) {
    return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  @Override
  public String text() {
    return "business-day " + nth + " at " + time;
  }

  @Override
  public String in(Texts texts, Period.Kind kind) {
    return texts.text("schedules.when." + Schedule.word(kind), nth, time);
  }
}
