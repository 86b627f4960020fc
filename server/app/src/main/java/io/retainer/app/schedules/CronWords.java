package io.retainer.app.schedules;

import io.retainer.app.shell.Texts;
import io.retainer.model.time.Period;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a cron line says where that is days of the month, or weekdays, at times of day: one of each
 * or a list; or one day of some months. Steps, and days beside weekdays are not put into words.
 *
 * @param months none for each
 * @param days of the month; none for each
 * @param weekdays none for each
 */
record CronWords(
    List<LocalTime> times, List<Month> months, List<Integer> days, List<DayOfWeek> weekdays) {

  /** What every February has. */
  private static final int IN_EVERY_MONTH = 28;

  private static final int LAST_DAY = 31;
  private static final int LAST_MONTH = 12;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;

  /** A second Sunday: it is 0 or 7. */
  private static final int LAST_WEEKDAY = 7;

  private static final Pattern ITEM = Pattern.compile("([0-9]{1,2})(?:-([0-9]{1,2}))?");

  /** Empty for a line that says more, or less. */
  static Optional<CronWords> of(String line) {
    String[] fields = line.split(" +");
    Optional<List<Integer>> minutes = list(fields[0], 0, LAST_MINUTE);
    Optional<List<Integer>> hours = list(fields[1], 0, LAST_HOUR);
    Optional<List<Integer>> days = allOrList(fields[2], 1, LAST_DAY);
    Optional<List<Integer>> months =
        allOrList(numbered(fields[3], List.of(Month.values())), 1, LAST_MONTH);
    Optional<List<Integer>> weekdays =
        allOrList(numbered(fields[4], List.of(DayOfWeek.values())), 0, LAST_WEEKDAY);
    if (Stream.of(minutes, hours, months, days, weekdays).anyMatch(Optional::isEmpty)
        || minutes.get().size() > 1
        || !days.get().isEmpty() && !weekdays.get().isEmpty()) {
      return Optional.empty();
    }
    List<LocalTime> times =
        hours.get().stream().map(hour -> LocalTime.of(hour, minutes.get().get(0))).toList();
    List<DayOfWeek> distinct =
        weekdays.get().stream()
            .map(number -> DayOfWeek.of((number + 6) % 7 + 1))
            .distinct()
            .sorted()
            .toList();
    boolean isEachDay = distinct.size() == DayOfWeek.values().length;
    List<Month> some = months.get().stream().map(Month::of).toList();
    return Optional.of(new CronWords(times, some, days.get(), isEachDay ? List.of() : distinct));
  }

  /**
   * @return empty where words would say something else than what happens to periods of the kind
   */
  Optional<String> in(Texts texts, Period.Kind kind) {
    if (!months.isEmpty()) {
      return inSomeMonths(texts, kind);
    }
    boolean isOneTime = times.size() == 1;
    if (kind == Period.Kind.WEEK && !days.isEmpty()) {
      return Optional.empty();
    }
    if (days.size() == 1 && days.get(0) > IN_EVERY_MONTH) {
      return kind == Period.Kind.MONTH && isOneTime
          ? Optional.of(texts.text("schedules.when.only-longer", when(texts)))
          : Optional.empty();
    }
    if (!days.isEmpty() && days.get(0) > IN_EVERY_MONTH) {
      return Optional.empty();
    }
    if (kind == Period.Kind.WEEK && weekdays.size() == 1 && isOneTime) {
      var rule = new WeekdayRule(weekdays.get(0), Optional.empty(), times.get(0));
      return Optional.of(rule.in(texts, kind));
    }
    boolean isOnce = kind == Period.Kind.MONTH && days.size() == 1 && isOneTime;
    return Optional.of(isOnce ? when(texts) : texts.text("schedules.when.once", when(texts)));
  }

  /** Words only for one day that each of the months has each year. */
  private Optional<String> inSomeMonths(Texts texts, Period.Kind kind) {
    if (days.size() != 1
        || kind == Period.Kind.WEEK
        || months.stream().anyMatch(month -> days.get(0) > month.minLength())) {
      return Optional.empty();
    }
    List<String> dates =
        months.stream().map(month -> texts.day(MonthDay.of(month, days.get(0)))).toList();
    String at = joined(texts, times.stream().map(texts::time).toList());
    String when = texts.text("schedules.when.dates", joined(texts, dates), at);
    boolean isOnce = times.size() == 1 && isOnceIn(kind);
    return Optional.of(isOnce ? when : texts.text("schedules.when.once", when));
  }

  /** Whether no period of the kind has two of the months. */
  private boolean isOnceIn(Period.Kind kind) {
    int length =
        switch (kind) {
          case YEAR -> Month.values().length;
          case QUARTER -> 3;
          default -> 1;
        };
    return months.stream().map(month -> (month.getValue() - 1) / length).distinct().count()
        == months.size();
  }

  private String when(Texts texts) {
    String at = joined(texts, times.stream().map(texts::time).toList());
    if (days.size() == 1) {
      return texts.text("schedules.when.day.month", days.get(0), at);
    }
    if (!days.isEmpty()) {
      List<String> each = days.stream().map(day -> texts.text("schedules.when.nth", day)).toList();
      return texts.text("schedules.when.days", joined(texts, each), at);
    }
    if (weekdays.isEmpty()) {
      return texts.text("schedules.when.every-day", at);
    }
    List<String> each =
        weekdays.stream().map(day -> texts.text("weekday.each." + WeekdayRule.word(day))).toList();
    String when = texts.text("schedules.when.weekdays", joined(texts, each), at);
    return when.substring(0, 1).toUpperCase(Locale.ROOT) + when.substring(1);
  }

  private static String joined(Texts texts, List<String> some) {
    int last = some.size() - 1;
    return last == 0
        ? some.get(0)
        : texts.text(
            "schedules.when.and", String.join(", ", some.subList(0, last)), some.get(last));
  }

  /** Names of months and weekdays are their first three letters; the first one has number 1. */
  private static String numbered(String field, List<? extends Enum<?>> named) {
    String numbered = field.toUpperCase(Locale.ROOT);
    for (Enum<?> each : named) {
      numbered = numbered.replace(each.name().substring(0, 3), String.valueOf(each.ordinal() + 1));
    }
    return numbered;
  }

  private static Optional<List<Integer>> allOrList(String field, int least, int most) {
    return field.equals("*") ? Optional.of(List.of()) : list(field, least, most);
  }

  /** Numbers and ranges of them, sorted, each once. */
  private static Optional<List<Integer>> list(String field, int least, int most) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String item : field.split(",", -1)) {
      Matcher range = ITEM.matcher(item);
      if (!range.matches()) {
        return Optional.empty();
      }
      int from = Integer.parseInt(range.group(1));
      int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
      if (from > to || from < least || to > most) {
        return Optional.empty();
      }
      IntStream.rangeClosed(from, to).forEach(numbers::add);
    }
    return Optional.of(List.copyOf(numbers));
  }
}
