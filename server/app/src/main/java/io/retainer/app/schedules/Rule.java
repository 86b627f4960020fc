package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When something happens, in a client's zone. Written {@code business-day 3 at 08:00}, {@code
 * business-day last at 08:00 in FI} where the public holidays of Finland are no business days,
 * {@code day 31 at 08:00}, {@code monday at 08:00}, {@code monday 2 at 08:00}, or as a cron line,
 * {@code cron 0 8 * * 1}.
 *
 * <p>A time that the zone skips in spring happens as much later as the clocks jump; one that comes
 * twice in autumn happens the first time.
 */
public sealed interface Rule permits DayRule, CronRule {

  /** What the database keeps. */
  int LONGEST = 200;

  /**
   * The first time after the given moment.
   *
   * @param kind of the schedule's periods
   * @return empty when there is none any more
   */
  Optional<Instant> next(Instant after, ZoneId zone, Period.Kind kind);

  /** The form that {@link #parse} reads. */
  String text();

  /** What a person reads. */
  String in(Texts texts, Period.Kind kind);

  /**
   * @throws IllegalArgumentException saying what was seen and what is expected
   */
  static Rule parse(String text, Holidays holidays) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "A rule has at most " + LONGEST + " characters, saw " + text.length());
    }
    if (text.startsWith(CronRule.PREFIX)) {
      return new CronRule(text.substring(CronRule.PREFIX.length()).strip());
    }
    return BusinessDayRule.read(text, holidays)
        .<Rule>map(rule -> rule)
        .or(() -> MonthDayRule.read(text))
        .or(() -> WeekdayRule.read(text))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\""
                        + text
                        + "\" is no rule; write \"business-day 3 at 08:00\", \"business-day last"
                        + " at 08:00 in FI\" (public holidays of Finland do not count), \"day 15"
                        + " at 08:00\", \"day last at 08:00\", \"monday at 08:00\" for weekly"
                        + " reports, \"monday 2 at 08:00\", \"monday last at 08:00\" or \"cron 0 8"
                        + " * * 1\" (minute, hour, day of the month, month, day of the week)"));
  }
}
