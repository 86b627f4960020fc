package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day of each month, or its last one where it is shorter; for quarterly and yearly reports of the
 * first month after the period.
 */
record MonthDayRule(Ordinal day, LocalTime time) implements DayRule {

  private static final Pattern PATTERN = Pattern.compile("day " + Ordinal.PATTERN + " at " + TIME);

  private static final int LONGEST_MONTH = 31;

  MonthDayRule {
    if (!day.isIn(1, LONGEST_MONTH)) {
      throw new IllegalArgumentException(
          "A month has days 1 to "
              + LONGEST_MONTH
              + ", saw "
              + day.word()
              + "; write one of them (in a shorter month it is the last day) or \"day last\"");
    }
  }

  static Optional<MonthDayRule> read(String text) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new MonthDayRule(
                Ordinal.of(matcher.group(1)), DayRule.time(matcher.group(2), matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public Optional<LocalDate> dayIn(DateSpan span, Period.Kind kind) {
    if (kind == Period.Kind.WEEK) {
      return Optional.empty();
    }
    YearMonth month = YearMonth.from(span.start());
    return Optional.of(month.atDay(Math.min(day.number(), month.lengthOfMonth())));
  }

  @Override
  public String text() {
    return "day " + day.word() + " at " + time;
  }

  @Override
  public String in(Texts texts, Period.Kind kind) {
    String key = Schedule.word(kind);
    if (day.isLast()) {
      return texts.text("schedules.when.last-day." + key, texts.time(time));
    }
    String when = texts.text("schedules.when.day." + key, day.number(), texts.time(time));
    return day.number() > shortest(kind) ? texts.text("schedules.when.shorter", when) : when;
  }

  /** How long the shortest of the months is that it may be a day of. */
  private static int shortest(Period.Kind kind) {
    return switch (kind) {
      case QUARTER -> 30;
      case YEAR -> LONGEST_MONTH;
      default -> 28;
    };
  }
}
