package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.SettableClock;
import io.retainer.app.TestHome;
import io.retainer.app.deliveries.Colleagues;
import io.retainer.app.deliveries.Outlets;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.workspace.ReportFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two years of virtual time: 500 schedules in zones whose clocks jump at midnight, by half an hour,
 * by two hours, or never, with holidays of four countries, decreed days, first and last days,
 * pauses, periods left out, and a server that stands still for weeks. What the server plans is
 * compared with {@link PlainCalendar}; {@code calendar.seed} makes another world.
 */
class CalendarTest {

  private static final int SCHEDULES = 500;
  private static final long SEED = Long.getLong("calendar.seed", 20_261_125);

  /** As it is promised: later than a day, a person decides. */
  private static final Duration LATEST = Duration.ofHours(24);

  private static final Instant BEGIN = PlainCalendar.FIRST.atTime(12, 0).toInstant(ZoneOffset.UTC);
  private static final Instant END = PlainCalendar.LAST.atTime(12, 0).toInstant(ZoneOffset.UTC);
  private static final List<String> ZONES =
      List.of(
          "Europe/Helsinki",
          "Europe/Minsk",
          "America/New_York",
          "America/St_Johns",
          "Africa/Cairo",
          "Asia/Beirut",
          "Asia/Kathmandu",
          "Australia/Lord_Howe",
          "Antarctica/Troll",
          "Pacific/Chatham");

  @TempDir private Path folder;
  private final Random chance = new Random(SEED);
  private final PlainCalendar calendar = new PlainCalendar(chance);
  private final SettableClock clock = new SettableClock(BEGIN.toString());
  private final List<Instant> looks = new ArrayList<>(List.of(BEGIN));
  private final Map<String, Told> told = new TreeMap<>();

  /** What people did to a schedule, as they remember it. */
  private static final class Told {
    private final Schedule schedule;
    private final PlainCalendar.Plan plan;
    private final ZoneId zone;
    private final List<Instant> switched = new ArrayList<>();
    private final Set<String> skipped = new TreeSet<>();

    Told(Schedule schedule, PlainCalendar.Plan plan, ZoneId zone) {
      this.schedule = schedule;
      this.plan = plan;
      this.zone = zone;
    }

    boolean isOn() {
      return switched.size() % 2 == 0;
    }

    /** What came during a pause is noted when it ends. */
    boolean isSwitchedAfter(Instant at) {
      return switched.stream().anyMatch(moment -> !moment.isBefore(at));
    }

    /** A moment of pausing is before it: what was due then was seen. */
    boolean wasOn(Instant at) {
      return switched.stream().filter(moment -> moment.isBefore(at)).count() % 2 == 0;
    }

    @Override
    public String toString() {
      return "%s about a %s in %s, %s, switched at %s, without %s, seed %d"
          .formatted(plan.rule(), plan.kind(), zone, schedule.days(), switched, skipped, SEED);
    }
  }

  @Test
  void issuesEachPeriodOnceAndAtItsTimeWhateverPeopleAndServersDo() throws IOException {
    for (Map.Entry<String, Boolean> day : PlainCalendar.DECREED.entrySet()) {
      String[] words = day.getKey().split(" ");
      Files.createDirectories(folder.resolve("holidays"));
      Files.writeString(
          folder.resolve("holidays/" + words[0] + ".txt"),
          words[1] + (day.getValue() ? " work\n" : " free\n"));
    }
    try (var home = new TestHome(folder, clock)) {
      var holidays = new Holidays(home.workspace().home().holidays());
      var schedules = new Schedules(home::state, clock, holidays);
      var occurrences = new Occurrences(home::state, clock);
      var desk =
          new ScheduleDesk(
              home.workspace(),
              schedules,
              occurrences,
              Colleagues.NONE,
              new Outlets(home.workspace(), URI.create("https://reports.agency.example/")));
      fill(home, schedules, holidays);

      var punctuality = new Punctuality((client, schedule) -> LATEST);
      walk(new Timekeeper(home.workspace(), schedules, occurrences, punctuality), schedules, desk);

      Map<String, Map<String, String>> planned = planned(home);
      for (Told each : told.values()) {
        assertThat(planned.getOrDefault(each.schedule.id(), Map.of()))
            .as("%s", each)
            .isEqualTo(expected(each));
      }
    }
  }

  private void fill(TestHome home, Schedules schedules, Holidays holidays) {
    for (int i = 0; i < SCHEDULES; i++) {
      ZoneId zone = ZoneId.of(ZONES.get(i % ZONES.size()));
      var client = new ClientId("client-" + i % ZONES.size());
      if (i < ZONES.size()) {
        home.workspace()
            .clients()
            .add(new Client(client, zone.getId(), zone, Locale.ENGLISH, TestHome.SHOP.currency()));
      }
      PlainCalendar.Plan plan = calendar.plan();
      Schedule schedule = schedule("s" + i, client, plan, holidays, days());
      schedules.add(schedule, "anna");
      told.put(schedule.id(), new Told(schedule, plan, zone));
    }
  }

  /** Every third has a first or a last day, or both. */
  private Days days() {
    LocalDate one = PlainCalendar.FIRST.plusDays(chance.nextInt(700));
    return switch (chance.nextInt(9)) {
      case 0 -> new Days(Optional.of(one), Optional.empty());
      case 1 -> new Days(Optional.empty(), Optional.of(one));
      case 2 -> new Days(Optional.of(one), Optional.of(one.plusDays(chance.nextInt(300))));
      default -> Days.ALL;
    };
  }

  /** A server that looks at the clock every few minutes and now and then stands still for weeks. */
  private void walk(Timekeeper timekeeper, Schedules schedules, ScheduleDesk desk) {
    while (clock.instant().isBefore(END)) {
      Instant next = clock.instant().plus(step());
      clock.set((next.isAfter(END) ? END : next).toString());
      looks.add(clock.instant());
      timekeeper.plan();
      told.values().forEach(each -> meddle(each, schedules, desk));
    }
  }

  private Duration step() {
    return switch (chance.nextInt(4)) {
      case 0 -> Duration.ofMinutes(1 + chance.nextInt(600));
      case 1 -> Duration.ofHours(1 + chance.nextInt(60));
      case 2 -> Duration.ofDays(1 + chance.nextInt(10));
      default -> Duration.ofDays(20 + chance.nextInt(40));
    };
  }

  private void meddle(Told each, Schedules schedules, ScheduleDesk desk) {
    int dice = chance.nextInt(100);
    if (each.isOn() ? dice < 3 : dice < 30) {
      each.switched.add(clock.instant());
      schedules.change(
          schedule(
              each.schedule.id(),
              each.schedule.client(),
              each.schedule.rule(),
              each.plan,
              each.schedule.days(),
              each.isOn()));
    } else if (each.isOn() && dice < 6) {
      desk.next(each.schedule, 3).stream()
          .skip(chance.nextInt(3))
          .findFirst()
          .ifPresent(
              time -> {
                desk.skip(each.schedule.id(), time.period(), "anna");
                each.skipped.add(time.period().toString());
              });
    }
  }

  /** Of each period: when, and whether it goes out, waits for a person, or was left out. */
  private static Map<String, Map<String, String>> planned(TestHome home) {
    record Row(String schedule, String period, String state, Instant at) {}
    List<Row> rows =
        home.state()
            .withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select schedule_id, period, state, planned_for from occurrence")
                        .map(
                            (row, context) ->
                                new Row(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getObject(4, OffsetDateTime.class).toInstant()))
                        .list());
    Map<String, Map<String, String>> planned = new HashMap<>();
    for (Row row : rows) {
      String said = row.state().equals("skipped") ? "skipped" : row.at() + " " + row.state();
      String before =
          planned.computeIfAbsent(row.schedule(), any -> new TreeMap<>()).put(row.period(), said);
      assertThat(before).as("%s of %s twice", row.period(), row.schedule()).isNull();
    }
    return planned;
  }

  private Map<String, String> expected(Told each) {
    Map<String, Instant> first = new TreeMap<>();
    Set<String> paused = new TreeSet<>();
    for (LocalDateTime wall : each.plan.wallTimes()) {
      Instant at = PlainCalendar.moment(wall, each.zone);
      LocalDate day = LocalDate.ofInstant(at, each.zone);
      Days days = each.schedule.days();
      boolean counts =
          at.isAfter(BEGIN)
              && !at.isAfter(END)
              && days.first().filter(day::isBefore).isEmpty()
              && days.last().filter(day::isAfter).isEmpty();
      String period = PlainCalendar.lastClosed(each.plan.kind(), day);
      if (counts && each.wasOn(at)) {
        first.merge(period, at, (one, other) -> one.isBefore(other) ? one : other);
      } else if (counts && each.isSwitchedAfter(at)) {
        paused.add(period);
      }
    }
    Map<String, String> expected = new TreeMap<>();
    first.forEach(
        (period, at) -> {
          Instant seen =
              looks.stream().filter(look -> !look.isBefore(at)).findFirst().orElseThrow();
          boolean isLate = at.isBefore(seen.minus(LATEST));
          expected.put(period, at + (isLate ? " held" : " planned"));
        });
    paused.forEach(period -> expected.putIfAbsent(period, "skipped"));
    each.skipped.forEach(period -> expected.put(period, "skipped"));
    return expected;
  }

  private static Schedule schedule(
      String id, ClientId client, PlainCalendar.Plan plan, Holidays holidays, Days days) {
    return schedule(id, client, Rule.parse(plan.rule(), holidays), plan, days, true);
  }

  private static Schedule schedule(
      String id, ClientId client, Rule rule, PlainCalendar.Plan plan, Days days, boolean enabled) {
    return new Schedule(
        id,
        client,
        "monthly-performance",
        rule,
        plan.kind(),
        Locale.ENGLISH,
        Set.of(ReportFormat.PDF),
        List.of("anna+" + id + "@example.org"),
        Incomplete.WAIT,
        Approval.AUTOMATIC,
        days,
        InternalCopy.NONE,
        enabled);
  }
}
