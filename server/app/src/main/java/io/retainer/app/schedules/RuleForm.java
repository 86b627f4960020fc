package io.retainer.app.schedules;

import io.retainer.app.shell.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A rule as the form of a schedule shows it: one way is chosen, the fields of the others are kept
 * as they are and not looked at.
 *
 * @param way {@code business-day}, {@code weekday}, {@code day} or {@code cron}
 * @param day which business day
 * @param holidays the place whose public holidays do not count; empty for none
 * @param nth which such weekday of the month; empty for each week
 * @param date which day of the month
 * @param cron five fields
 */
public record RuleForm(
    String way,
    String day,
    String holidays,
    String weekday,
    String nth,
    String date,
    String cron,
    String at) {

  static final RuleForm BLANK =
      new RuleForm("business-day", "3", "", "monday", "", "1", "", "08:00");

  static RuleForm of(Form form) {
    String cron = form.text("cron").strip();
    String way = form.text("when");
    // Who posts no way may still post a cron line alone, as it was before there were others.
    return new RuleForm(
        way.isEmpty() ? cron.isEmpty() ? BLANK.way : "cron" : way,
        form.text("day"),
        form.text("holidays").strip().toUpperCase(Locale.ROOT),
        form.text("weekday"),
        form.text("nth"),
        form.text("date"),
        cron,
        form.text("at"));
  }

  static RuleForm of(Rule rule) {
    if (rule instanceof BusinessDayRule each) {
      return new RuleForm(
          BLANK.way,
          each.nth().word(),
          each.days().place().orElse(""),
          BLANK.weekday,
          BLANK.nth,
          BLANK.date,
          BLANK.cron,
          each.time().toString());
    }
    if (rule instanceof WeekdayRule each) {
      return new RuleForm(
          "weekday",
          BLANK.day,
          BLANK.holidays,
          WeekdayRule.word(each.weekday()),
          each.nth().map(Ordinal::word).orElse(""),
          BLANK.date,
          BLANK.cron,
          each.time().toString());
    }
    if (rule instanceof MonthDayRule each) {
      return new RuleForm(
          "day",
          BLANK.day,
          BLANK.holidays,
          BLANK.weekday,
          BLANK.nth,
          each.day().word(),
          BLANK.cron,
          each.time().toString());
    }
    return new RuleForm(
        "cron",
        BLANK.day,
        BLANK.holidays,
        BLANK.weekday,
        BLANK.nth,
        BLANK.date,
        ((CronRule) rule).line(),
        BLANK.at);
  }

  /** What {@link Rule#parse} reads. */
  String text() {
    return switch (way) {
      case "weekday" -> weekday + (nth.isEmpty() ? "" : " " + nth) + " at " + at;
      case "day" -> "day " + date + " at " + at;
      case "cron" -> CronRule.PREFIX + cron;
      default ->
          "business-day " + day + " at " + at + (holidays.isEmpty() ? "" : " in " + holidays);
    };
  }

  /** The numbers to choose from, and the last. */
  public static List<String> upTo(int most) {
    List<String> words = new ArrayList<>();
    IntStream.rangeClosed(1, most).mapToObj(String::valueOf).forEach(words::add);
    words.add(Ordinal.LAST.word());
    return words;
  }
}
