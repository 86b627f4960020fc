package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When something happens, in a client's zone. Written {@code business-day 3 at 08:00}, {@code
 * business-day 3 at 08:00 in FI} where the public holidays of Finland are no business days, or as a
 * cron line, {@code cron 0 8 * * 1}.
 *
 * <p>A time that the zone skips in spring happens as much later as the clocks jump; one that comes
 * twice in autumn happens the first time.
 */
public sealed interface Rule permits BusinessDayRule, CronRule {

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
    Matcher matcher =
        Pattern.compile(
                "business-day ([0-9]{1,2}) at ([01][0-9]|2[0-3]):([0-5][0-9])"
                    + "(?: in ([A-Z]{2}(?:-[A-Z0-9]{1,3})?))?")
            .matcher(text);
    if (matcher.matches()) {
      return new BusinessDayRule(
          Integer.parseInt(matcher.group(1)),
          LocalTime.of(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))),
          Optional.ofNullable(matcher.group(4))
              .map(holidays::workDays)
              .orElse(WorkDays.WITHOUT_HOLIDAYS));
    }
    if (text.startsWith(CronRule.PREFIX)) {
      return new CronRule(text.substring(CronRule.PREFIX.length()).strip());
    }
    throw new IllegalArgumentException(
        "\""
            + text
            + "\" is no rule; write \"business-day 3 at 08:00\", \"business-day 3 at 08:00 in FI\""
            + " (public holidays of Finland do not count) or \"cron 0 8 * * 1\" (minute, hour, day"
            + " of the month, month, day of the week)");
  }
}
