package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The nth or the last working day of each month; for weekly, quarterly and yearly reports of each
 * week, quarter and year. Where there are fewer days, the last one.
 */
record BusinessDayRule(Ordinal nth, LocalTime time, WorkDays days) implements DayRule {

  private static final Pattern PATTERN =
      Pattern.compile(
          "business-day "
              + Ordinal.PATTERN
              + " at "
              + TIME
              + "(?: in ([A-Z]{2}(?:-[A-Z0-9]{1,3})?))?");

  /** What the longest months have, holidays aside. */
  private static final int MOST_IN_MONTH = 23;

  /** What every February has, holidays aside. */
  private static final int IN_EVERY_MONTH = 20;

  /** What holidays leave of the months that have most of them. */
  private static final int IN_EVERY_MONTH_WITH_HOLIDAYS = 14;

  private static final int MOST_IN_WEEK = 5;

  BusinessDayRule {
    if (!nth.isIn(1, MOST_IN_MONTH)) {
      throw new IllegalArgumentException(
          "A month has at most "
              + MOST_IN_MONTH
              + " business days, saw "
              + nth.word()
              + "; write 1 to "
              + MOST_IN_MONTH
              + " (in a month with fewer it is the last one) or \"business-day last\"");
    }
  }

  static Optional<BusinessDayRule> read(String text, Holidays holidays) {
    Matcher matcher = PATTERN.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new BusinessDayRule(
                Ordinal.of(matcher.group(1)),
                DayRule.time(matcher.group(2), matcher.group(3)),
                Optional.ofNullable(matcher.group(4))
                    .map(holidays::workDays)
                    .orElse(WorkDays.WITHOUT_HOLIDAYS)))
        : Optional.empty();
  }

  /** A week may be all holidays; its report then goes out on its last day that is no weekend. */
  @Override
  public Optional<LocalDate> dayIn(DateSpan span, Period.Kind kind) {
    if (kind == Period.Kind.WEEK && !nth.isIn(1, MOST_IN_WEEK)) {
      return Optional.empty();
    }
    int seen = 0;
    LocalDate last = null;
    for (LocalDate day = span.start();
        day.isBefore(span.end()) && seen < nth.number();
        day = day.plusDays(1)) {
      if (days.has(day)) {
        last = day;
        seen++;
      } else if (seen == 0 && !WorkDays.isWeekend(day)) {
        last = day;
      }
    }
    return Optional.ofNullable(last);
  }

  /** Whether some periods have fewer days. */
  private boolean mayLack(Period.Kind kind) {
    if (nth.isLast()) {
      return false;
    }
    boolean hasHolidays = days.place().isPresent();
    return switch (kind) {
      case WEEK -> hasHolidays && nth.number() > 1;
      case MONTH -> nth.number() > (hasHolidays ? IN_EVERY_MONTH_WITH_HOLIDAYS : IN_EVERY_MONTH);
      default -> false;
    };
  }

  @Override
  public String text() {
    return "business-day "
        + nth.word()
        + " at "
        + time
        + days.place().map(place -> " in " + place).orElse("");
  }

  @Override
  public String in(Texts texts, Period.Kind kind) {
    String key = Schedule.word(kind);
    String when =
        nth.isLast()
            ? texts.text("schedules.when.last." + key, texts.time(time))
            : texts.text("schedules.when." + key, nth.number(), texts.time(time));
    String whole = mayLack(kind) ? texts.text("schedules.when.fewer", when) : when;
    return days.place().map(place -> texts.text("schedules.when.in", whole, place)).orElse(whole);
  }
}
