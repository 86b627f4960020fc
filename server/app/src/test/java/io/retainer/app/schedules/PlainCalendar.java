package io.retainer.app.schedules;

import io.retainer.model.time.Period.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * When the rules of schedules come, found by going through the days one by one, with holidays as
 * they stand in the laws: a second opinion on what the server computes.
 */
final class PlainCalendar {

  static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  static final LocalDate LAST = LocalDate.of(2028, 12, 31);

  /** East of Greenwich the last noon is on the day after. */
  private static final LocalDate OVER = LAST.plusDays(2);

  private static final List<String> PLACES = List.of("", "", "FI", "DE", "BY", "PL");

  /** A day off in Finland and one in Germany, and a Saturday that Poland works. */
  static final Map<String, Boolean> DECREED =
      Map.of("FI 2027-05-07", false, "DE 2028-06-16", false, "PL 2027-06-05", true);

  private final Random chance;

  PlainCalendar(Random chance) {
    this.chance = chance;
  }

  /** What a rule says, in the words of this test. */
  record Plan(String rule, Kind kind, Set<LocalDateTime> wallTimes) {}

  Plan plan() {
    return switch (chance.nextInt(6)) {
      case 0, 1 -> cron();
      case 2, 3 -> businessDay();
      case 4 -> dayOfMonth();
      default -> weekday();
    };
  }

  static boolean isHoliday(String place, LocalDate day) {
    LocalDate easter = easter(day.getYear());
    long after = day.toEpochDay() - easter.toEpochDay();
    String date = day.toString().substring(5);
    return switch (place) {
      case "FI" ->
          Set.of("01-01", "01-06", "05-01", "12-06", "12-24", "12-25", "12-26").contains(date)
              || Set.of(-2L, 1L, 39L).contains(after)
              || day.getMonthValue() == 6
                  && day.getDayOfMonth() >= 19
                  && day.getDayOfMonth() <= 25
                  && day.getDayOfWeek() == DayOfWeek.FRIDAY;
      case "DE" ->
          Set.of("01-01", "05-01", "10-03", "12-25", "12-26").contains(date)
              || Set.of(-2L, 1L, 39L, 50L).contains(after);
      case "PL" ->
          Set.of("01-01", "01-06", "05-01", "05-03", "08-15", "11-01", "11-11").contains(date)
              || Set.of("12-24", "12-25", "12-26").contains(date)
              || Set.of(1L, 60L).contains(after);
      case "BY" ->
          Set.of("01-01", "01-02", "01-07", "03-08", "05-01", "05-09", "07-03", "11-07", "12-25")
                  .contains(date)
              || day.toEpochDay() - orthodoxEaster(day.getYear()).toEpochDay() == 9;
      default -> false;
    };
  }

  /** The anonymous Gregorian computation. */
  private static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int n = h + l - 7 * m + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1);
  }

  /** Meeus' Julian computation; the calendars are 13 days apart in this century. */
  private static LocalDate orthodoxEaster(int year) {
    int d = (19 * (year % 19) + 15) % 30;
    int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    int n = d + e + 114;
    return LocalDate.of(year, n / 31, n % 31 + 1).plusDays(13);
  }

  /** Skipped: as much later as the clocks jump. Twice: the first time. */
  static Instant moment(LocalDateTime wall, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
    ZoneOffset offset = jump == null ? zone.getRules().getOffset(wall) : jump.getOffsetBefore();
    return wall.toInstant(offset);
  }

  static String lastClosed(Kind kind, LocalDate today) {
    LocalDate day = today;
    String current = name(kind, day);
    while (name(kind, day).equals(current)) {
      day = day.minusDays(1);
    }
    return name(kind, day);
  }

  private static String name(Kind kind, LocalDate day) {
    return switch (kind) {
      case MONTH -> "%d-%02d".formatted(day.getYear(), day.getMonthValue());
      case QUARTER -> day.getYear() + "-Q" + (day.getMonthValue() + 2) / 3;
      case YEAR -> String.valueOf(day.getYear());
      case WEEK ->
          "%d-W%02d"
              .formatted(
                  day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
      case DAYS -> throw new IllegalArgumentException("Plain days do not repeat");
    };
  }

  /** The nth working day of each period, else its last one, else its last that is no weekend. */
  private Plan businessDay() {
    Kind kind = kind();
    int most = kind == Kind.WEEK ? 5 : 23;
    // One more than there may be stands for the last.
    int nth = 1 + chance.nextInt(most + 1);
    int hour = chance.nextInt(24);
    int minute = chance.nextInt(60);
    String place = PLACES.get(chance.nextInt(PLACES.size()));
    Map<String, List<LocalDate>> worked = new TreeMap<>();
    Map<String, List<LocalDate>> weekdays = new TreeMap<>();
    for (LocalDate day = FIRST.minusYears(1);
        !day.isAfter(LAST.plusYears(1));
        day = day.plusDays(1)) {
      String period = name(kind, day);
      boolean isWeekday = day.getDayOfWeek().getValue() < 6;
      worked.computeIfAbsent(period, any -> new ArrayList<>());
      weekdays.computeIfAbsent(period, any -> new ArrayList<>());
      if (isWeekday) {
        weekdays.get(period).add(day);
      }
      if (DECREED.getOrDefault(place + " " + day, isWeekday && !isHoliday(place, day))) {
        worked.get(period).add(day);
      }
    }
    Set<LocalDateTime> times = new TreeSet<>();
    worked.forEach(
        (period, days) -> {
          List<LocalDate> from = days.isEmpty() ? weekdays.get(period) : days;
          int which = days.isEmpty() || nth > most ? from.size() : Math.min(nth, from.size());
          LocalDate day = from.get(which - 1);
          times.add(day.atTime(hour, minute));
        });
    String word = nth > most ? "last" : String.valueOf(nth);
    String rule = "business-day %s at %02d:%02d".formatted(word, hour, minute);
    return new Plan(place.isEmpty() ? rule : rule + " in " + place, kind, times);
  }

  /** A day of each month, or of the first month of each quarter or year; else its last day. */
  private Plan dayOfMonth() {
    Kind kind = kindOfMonths();
    int date = 1 + chance.nextInt(32);
    int hour = chance.nextInt(24);
    Set<LocalDateTime> times = new TreeSet<>();
    for (LocalDate day = FIRST.minusDays(7); day.isBefore(OVER); day = day.plusDays(1)) {
      boolean isLastDay = day.plusDays(1).getDayOfMonth() == 1;
      boolean isIt = day.getDayOfMonth() == date || isLastDay && day.getDayOfMonth() < date;
      if (isIt && isFirstMonth(kind, day)) {
        times.add(day.atTime(hour, 30));
      }
    }
    String word = date == 32 ? "last" : String.valueOf(date);
    return new Plan("day %s at %02d:30".formatted(word, hour), kind, times);
  }

  /** A weekday of each week, or the nth or last one of each month. */
  private Plan weekday() {
    Kind kind = kind();
    DayOfWeek weekday = DayOfWeek.of(1 + chance.nextInt(7));
    int nth = 1 + chance.nextInt(5);
    int hour = chance.nextInt(24);
    Set<LocalDateTime> times = new TreeSet<>();
    for (LocalDate day = FIRST.minusDays(7); day.isBefore(OVER); day = day.plusDays(1)) {
      boolean isLastSuch = day.plusDays(7).getMonthValue() != day.getMonthValue();
      int soFar = (day.getDayOfMonth() + 6) / 7;
      boolean isNth = nth == 5 ? isLastSuch : soFar == nth;
      if (day.getDayOfWeek() == weekday
          && (kind == Kind.WEEK || isNth && isFirstMonth(kind, day))) {
        times.add(day.atTime(hour, 15));
      }
    }
    String which = kind == Kind.WEEK ? "" : nth == 5 ? " last" : " " + nth;
    String name = weekday.name().toLowerCase(Locale.ROOT);
    return new Plan("%s%s at %02d:15".formatted(name, which, hour), kind, times);
  }

  private static boolean isFirstMonth(Kind kind, LocalDate day) {
    return switch (kind) {
      case QUARTER -> day.getMonthValue() % 3 == 1;
      case YEAR -> day.getMonthValue() == 1;
      default -> true;
    };
  }

  private Kind kindOfMonths() {
    return List.of(Kind.MONTH, Kind.MONTH, Kind.QUARTER, Kind.YEAR).get(chance.nextInt(4));
  }

  /** Some hours of some days: of the month, of the week, or of all; in some months or in all. */
  private Plan cron() {
    int minute = chance.nextInt(60);
    Set<Integer> hours = some(0, 23, 1 + chance.nextInt(3));
    Set<Integer> days = chance.nextBoolean() ? some(1, 31, 1 + chance.nextInt(3)) : Set.of();
    Set<Integer> weekdays = days.isEmpty() && chance.nextBoolean() ? some(1, 6, 2) : Set.of();
    Set<Integer> months = chance.nextInt(3) == 0 ? some(1, 12, 6) : Set.of();
    Set<LocalDateTime> times = new TreeSet<>();
    for (LocalDate day = FIRST.minusDays(7); day.isBefore(OVER); day = day.plusDays(1)) {
      if (has(days, day.getDayOfMonth())
          && has(weekdays, day.getDayOfWeek().getValue())
          && has(months, day.getMonthValue())) {
        for (int hour : hours) {
          times.add(day.atTime(hour, minute));
        }
      }
    }
    String rule =
        "cron %d %s %s %s %s"
            .formatted(minute, list(hours), list(days), list(months), list(weekdays));
    return new Plan(comes(rule) ? rule : "cron 0 8 * * *", kind(), comes(rule) ? times : daily());
  }

  /** The 31st of only short months never comes, which the rule says itself. */
  private static boolean comes(String rule) {
    try {
      Rule.parse(rule, new Holidays(java.nio.file.Path.of("none")));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Set<LocalDateTime> daily() {
    Set<LocalDateTime> times = new TreeSet<>();
    FIRST.datesUntil(OVER).forEach(day -> times.add(day.atTime(8, 0)));
    return times;
  }

  private Set<Integer> some(int least, int most, int count) {
    Set<Integer> numbers = new TreeSet<>();
    while (numbers.size() < count) {
      numbers.add(least + chance.nextInt(most - least + 1));
    }
    return numbers;
  }

  private static boolean has(Set<Integer> wanted, int number) {
    return wanted.isEmpty() || wanted.contains(number);
  }

  private static String list(Set<Integer> numbers) {
    return numbers.isEmpty()
        ? "*"
        : String.join(",", new ArrayList<>(numbers).stream().map(String::valueOf).toList());
  }

  private Kind kind() {
    return List.of(Kind.MONTH, Kind.MONTH, Kind.WEEK, Kind.QUARTER, Kind.YEAR)
        .get(chance.nextInt(5));
  }
}
