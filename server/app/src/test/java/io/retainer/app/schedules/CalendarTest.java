package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period.Kind;
import io.retainer.workspace.ReportFormat;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Two years of virtual time against a calculation that goes through the days one by one: 500
 * schedules in zones whose clocks jump at midnight, by half an hour, by two hours, or never.
 */
class CalendarTest {

  private static final int SCHEDULES = 500;
  private static final Holidays HOLIDAYS = new Holidays(Path.of("none"));
  private static final LocalDate FIRST = LocalDate.of(2027, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2028, 12, 31);

  private static final List<ZoneId> ZONES =
      Stream.of(
              "Europe/Helsinki",
              "Europe/Minsk",
              "America/New_York",
              "America/St_Johns",
              "Africa/Cairo",
              "Asia/Beirut",
              "Asia/Kathmandu",
              "Australia/Lord_Howe",
              "Antarctica/Troll",
              "Pacific/Chatham")
          .map(ZoneId::of)
          .toList();

  private final Random chance = new Random(20_261_125);

  /** What a rule says, in the words of this test. */
  private record Plan(String rule, Kind kind, Set<LocalDateTime> wallTimes) {}

  @Test
  void issuesEachPeriodOnceAndAtItsTimeHoweverTheServerIsStartedAndStopped() {
    for (int i = 0; i < SCHEDULES; i++) {
      ZoneId zone = ZONES.get(i % ZONES.size());
      Plan plan = i % 2 == 0 ? cron() : businessDay();
      Schedule schedule = schedule(plan);

      Map<String, Instant> expected = expected(plan, zone);

      assertThat(walk(schedule, zone))
          .as("%s, about a %s, in %s", plan.rule(), plan.kind(), zone)
          .isEqualTo(expected);
    }
  }

  /** A server that looks at the clock every few minutes and now and then stands still for weeks. */
  private Map<String, Instant> walk(Schedule schedule, ZoneId zone) {
    Map<String, Instant> issued = new TreeMap<>();
    Instant seen = begin(zone);
    Instant end = end(zone);
    while (seen.isBefore(end)) {
      Instant now = seen.plus(step());
      now = now.isAfter(end) ? end : now;
      for (Schedule.Time time : schedule.due(seen, now, zone)) {
        issued.putIfAbsent(time.period().toString(), time.at());
      }
      seen = now;
    }
    return issued;
  }

  private Duration step() {
    return switch (chance.nextInt(4)) {
      case 0 -> Duration.ofMinutes(1 + chance.nextInt(600));
      case 1 -> Duration.ofHours(1 + chance.nextInt(30));
      case 2 -> Duration.ofDays(1 + chance.nextInt(10));
      default -> Duration.ofDays(20 + chance.nextInt(60));
    };
  }

  private Map<String, Instant> expected(Plan plan, ZoneId zone) {
    Map<String, Instant> first = new TreeMap<>();
    for (LocalDateTime wall : plan.wallTimes()) {
      Instant at = moment(wall, zone);
      if (at.isAfter(begin(zone)) && !at.isAfter(end(zone))) {
        String period = lastClosed(plan.kind(), at.atZone(zone).toLocalDate());
        first.merge(period, at, (one, other) -> one.isBefore(other) ? one : other);
      }
    }
    return first;
  }

  private static Instant begin(ZoneId zone) {
    return FIRST.atTime(12, 0).atZone(zone).toInstant();
  }

  private static Instant end(ZoneId zone) {
    return LAST.atTime(12, 0).atZone(zone).toInstant();
  }

  /** Skipped: as much later as the clocks jump. Twice: the first time. */
  private static Instant moment(LocalDateTime wall, ZoneId zone) {
    ZoneOffsetTransition jump = zone.getRules().getTransition(wall);
    ZoneOffset offset = jump == null ? zone.getRules().getOffset(wall) : jump.getOffsetBefore();
    return wall.toInstant(offset);
  }

  private static String lastClosed(Kind kind, LocalDate today) {
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

  private Plan businessDay() {
    Kind kind = kind();
    int nth = 1 + chance.nextInt(kind == Kind.WEEK ? 5 : 20);
    int hour = chance.nextInt(24);
    int minute = chance.nextInt(60);
    Set<LocalDateTime> times = new TreeSet<>();
    String period = "";
    int count = 0;
    for (LocalDate day = FIRST.minusYears(1); !day.isAfter(LAST); day = day.plusDays(1)) {
      count = name(kind, day).equals(period) ? count : 0;
      period = name(kind, day);
      boolean works =
          day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
      count += works ? 1 : 0;
      if (works && count == nth) {
        times.add(day.atTime(hour, minute));
      }
    }
    return new Plan("business-day %d at %02d:%02d".formatted(nth, hour, minute), kind, times);
  }

  /** Some hours of some days: of the month, of the week, or of all; in some months or in all. */
  private Plan cron() {
    int minute = chance.nextInt(60);
    Set<Integer> hours = some(0, 23, 1 + chance.nextInt(3));
    Set<Integer> days = chance.nextBoolean() ? some(1, 31, 1 + chance.nextInt(3)) : Set.of();
    Set<Integer> weekdays = days.isEmpty() && chance.nextBoolean() ? some(1, 6, 2) : Set.of();
    Set<Integer> months = chance.nextInt(3) == 0 ? some(1, 12, 6) : Set.of();
    Set<LocalDateTime> times = new TreeSet<>();
    for (LocalDate day = FIRST.minusDays(7); !day.isAfter(LAST); day = day.plusDays(1)) {
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
      Rule.parse(rule, HOLIDAYS);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Set<LocalDateTime> daily() {
    Set<LocalDateTime> times = new TreeSet<>();
    FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> times.add(day.atTime(8, 0)));
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

  private static Schedule schedule(Plan plan) {
    return new Schedule(
        "s",
        new ClientId("fjell"),
        "monthly-performance",
        Rule.parse(plan.rule(), HOLIDAYS),
        plan.kind(),
        Locale.ENGLISH,
        Set.of(ReportFormat.PDF),
        List.of("anna@example.org"),
        Incomplete.WAIT,
        Approval.AUTOMATIC,
        Days.ALL,
        InternalCopy.NONE,
        true);
  }
}
