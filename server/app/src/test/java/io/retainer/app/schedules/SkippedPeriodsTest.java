package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.retainer.model.client.ClientId;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which periods a rule never comes, and which rules do not go with which periods. */
class SkippedPeriodsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");

  @Test
  void namesThePeriodsThatCronLeavesOut() {
    // In February 2027 there is no 31st: nobody is told about January.
    assertThat(skipped("cron 0 8 31 * *", Period.Kind.MONTH))
        .containsExactly("2027-01", "2027-03", "2027-05", "2027-08", "2027-10");
    // About 2027 it comes in February 2028.
    assertThat(skipped("cron 0 8 29 2 *", Period.Kind.YEAR))
        .startsWith("2026", "2028", "2029", "2030", "2032");
  }

  /** A rule that comes every four years would name the periods of half a century. */
  @Test
  void looksThirteenPeriodsAheadHoweverSeldomTheRuleComes() {
    assertThat(skipped("cron 0 8 29 2 *", Period.Kind.MONTH))
        .hasSize(13)
        .startsWith("2026-11", "2026-12", "2027-01")
        .endsWith("2027-11");
    assertThat(skipped("cron 0 8 1 1 *", Period.Kind.MONTH))
        .hasSize(12)
        .doesNotContain("2026-12")
        .endsWith("2027-11");
  }

  @Test
  void namesNoneBeforeTheFirstDayOrThatTheLastDayCutsOff() {
    Days halfAYear = Days.of("2027-02-10", "2027-07-15");
    Schedule schedule = schedule("cron 0 8 31 * *", Period.Kind.MONTH, halfAYear);

    // January's time would have been before it begins; June's is over with its last day.
    assertThat(skipped(schedule)).containsExactly("2027-03", "2027-05");
    assertThat(
            skipped(
                schedule(
                    "cron 0 8 31 * *", Period.Kind.MONTH, Days.of("2020-01-01", "2020-12-31"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "day 31 at 08:00",
        "day last at 08:00",
        "friday last at 08:00",
        "business-day 23 at 08:00",
        "cron 0 8 28 * *",
        "cron 0 8 * * *"
      })
  void theOthersLeaveNoneOut(String rule) {
    assertThat(skipped(rule, Period.Kind.MONTH)).isEmpty();
  }

  @Test
  void saysWhichRulesGoWithWeeksAndWhichWithMonths() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule("day 15 at 08:00", Period.Kind.WEEK))
        .withMessage(
            "The rule \"day 15 at 08:00\" is none for reports about a week; write \"monday at"
                + " 08:00\", or \"business-day\" with 1 to 5 or last, or a cron line");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> schedule("monday at 08:00", Period.Kind.MONTH))
        .withMessageContaining("none for reports about a month; write \"day 15 at 08:00\"");
  }

  private static List<String> skipped(String rule, Period.Kind kind) {
    return skipped(schedule(rule, kind));
  }

  private static List<String> skipped(Schedule schedule) {
    return schedule.skipped(NOW, MINSK).stream().map(Period::toString).toList();
  }

  private static Schedule schedule(String rule, Period.Kind kind) {
    return schedule(rule, kind, Days.ALL);
  }

  private static Schedule schedule(String rule, Period.Kind kind, Days days) {
    return new Schedule(
        "s",
        new ClientId("fjell"),
        "monthly-performance",
        Rule.parse(rule, new Holidays(Path.of("none"))),
        kind,
        Locale.ENGLISH,
        Set.of(ReportFormat.PDF),
        List.of("anna@example.org"),
        Incomplete.WAIT,
        Approval.AUTOMATIC,
        days,
        InternalCopy.NONE,
        true);
  }
}
