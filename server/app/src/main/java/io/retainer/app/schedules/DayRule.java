package io.retainer.app.schedules;

import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** One day of each month, week, quarter or year, at a time of day. */
sealed interface DayRule extends Rule permits BusinessDayRule, MonthDayRule, WeekdayRule {

  /** What a rule's pattern has for the time of day. */
  String TIME = "([01][0-9]|2[0-3]):([0-5][0-9])";

  LocalTime time();

  /**
   * @param kind which the days are one of
   * @return empty when the rule is of no use for such periods
   */
  Optional<LocalDate> dayIn(DateSpan span, Period.Kind kind);

  static LocalTime time(String hour, String minute) {
    return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
  }

  @Override
  default Optional<Instant> next(Instant after, ZoneId zone, Period.Kind kind) {
    // The last closed period ends where the current one begins.
    Period current = Period.lastClosed(kind, LocalDate.ofInstant(after, zone)).following();
    return within(current, zone)
        .filter(at -> at.isAfter(after))
        .or(() -> within(current.following(), zone));
  }

  private Optional<Instant> within(Period period, ZoneId zone) {
    return dayIn(period.span(), period.kind())
        .map(day -> day.atTime(time()).atZone(zone).toInstant());
  }
}
