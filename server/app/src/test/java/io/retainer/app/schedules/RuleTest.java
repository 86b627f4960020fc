package io.retainer.app.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.retainer.model.time.Period.Kind;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
  private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
  private static final Holidays HOLIDAYS = new Holidays(Path.of("none"));

  @ParameterizedTest
  @CsvSource({
    // The month begins on a Sunday, on a Saturday, on a Monday, on a Friday.
    "2026-11-01T00:00, 2026-11-04T08:00",
    "2026-08-01T00:00, 2026-08-05T08:00",
    "2026-06-01T00:00, 2026-06-03T08:00",
    "2026-05-01T00:00, 2026-05-05T08:00",
    // On the very moment, and one minute before it.
    "2026-11-04T08:00, 2026-12-03T08:00",
    "2026-11-04T07:59, 2026-11-04T08:00",
    // Over the end of the year.
    "2026-12-31T23:59, 2027-01-05T08:00",
  })
  void findsTheThirdBusinessDay(LocalDateTime after, LocalDateTime expected) {
    assertThat(next("business-day 3 at 08:00", after, Kind.MONTH)).isEqualTo(expected);
  }

  @Test
  void findsTheTwentiethBusinessDayOfTheShortestMonth() {
    assertThat(next("business-day 20 at 08:00", LocalDateTime.of(2027, 1, 31, 0, 0), Kind.MONTH))
        .isEqualTo(LocalDateTime.of(2027, 2, 26, 8, 0));
  }

  @ParameterizedTest
  @CsvSource({
    // Five fewer than the 23 of a long month: February 2027 has 20.
    "business-day 23 at 08:00, MONTH, 2027-01-31T00:00, 2027-02-26T08:00",
    "business-day 23 at 08:00, MONTH, 2027-02-28T00:00, 2027-03-31T08:00",
    "business-day last at 08:00, MONTH, 2027-01-31T00:00, 2027-02-26T08:00",
    "business-day last at 08:00 in FI, MONTH, 2026-12-01T00:00, 2026-12-31T08:00",
    "business-day last at 08:00 in FI, WEEK, 2026-12-21T00:00, 2026-12-23T08:00",
    "business-day last at 08:00, QUARTER, 2027-01-01T00:00, 2027-03-31T08:00",
    "day 15 at 08:00, MONTH, 2026-11-15T08:00, 2026-12-15T08:00",
    "day 31 at 08:00, MONTH, 2026-11-01T00:00, 2026-11-30T08:00",
    "day 31 at 08:00, MONTH, 2026-12-01T00:00, 2026-12-31T08:00",
    "day 30 at 08:00, MONTH, 2027-02-01T00:00, 2027-02-28T08:00",
    "day 29 at 08:00, MONTH, 2028-02-01T00:00, 2028-02-29T08:00",
    "day last at 08:00, MONTH, 2028-02-01T00:00, 2028-02-29T08:00",
    "day last at 08:00, QUARTER, 2027-02-01T00:00, 2027-04-30T08:00",
    "day 15 at 08:00, YEAR, 2027-02-01T00:00, 2028-01-15T08:00",
    "monday at 08:00, WEEK, 2026-11-23T08:00, 2026-11-30T08:00",
    "sunday at 08:00, WEEK, 2026-11-23T08:00, 2026-11-29T08:00",
    "monday 1 at 08:00, MONTH, 2026-11-27T00:00, 2026-12-07T08:00",
    "monday 4 at 08:00, MONTH, 2026-11-27T00:00, 2026-12-28T08:00",
    "tuesday 1 at 08:00, MONTH, 2026-11-27T00:00, 2026-12-01T08:00",
    "monday last at 08:00, MONTH, 2026-11-27T00:00, 2026-11-30T08:00",
    "friday last at 08:00, QUARTER, 2026-11-27T00:00, 2027-01-29T08:00",
    "friday 2 at 08:00, YEAR, 2026-11-27T00:00, 2027-01-08T08:00",
  })
  void takesTheDaysThatPeoplePick(
      String rule, Kind kind, LocalDateTime after, LocalDateTime expected) {
    assertThat(next(rule, after, kind)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "day 15 at 08:00, WEEK",
    "monday 1 at 08:00, WEEK",
    "business-day 6 at 08:00, WEEK",
    "monday at 08:00, MONTH",
    "monday at 08:00, YEAR",
  })
  void isNoneForPeriodsThatItIsOfNoUseFor(String rule, Kind kind) {
    assertThat(parse(rule).next(Instant.EPOCH, HELSINKI, kind)).isEmpty();
  }

  @Test
  void aDayThatTheClocksSkipAtMidnightIsNotLost() {
    // On Sunday 2026-03-29 Beirut goes from midnight to one.
    ZoneId beirut = ZoneId.of("Asia/Beirut");

    assertThat(
            parse("day 29 at 00:30")
                .next(Instant.parse("2026-03-20T00:00:00Z"), beirut, Kind.MONTH)
                .map(at -> LocalDateTime.ofInstant(at, beirut)))
        .contains(LocalDateTime.of(2026, 3, 29, 1, 30));
  }

  /** As before there were other rules. */
  @ParameterizedTest
  @CsvSource({
    "business-day 1 at 08:00, MONTH, 2026-11-27T12:00, 2026-12-01T08:00",
    "business-day 20 at 08:00 in RU, MONTH, 2026-12-31T12:00, 2027-01-29T08:00",
    "business-day 5 at 23:59 in PL, WEEK, 2026-12-21T00:00, 2026-12-23T23:59",
    "business-day 3 at 00:00 in DE-BY, QUARTER, 2026-12-31T12:00, 2027-01-07T00:00",
    "cron 0 8 * * 1, MONTH, 2026-11-27T12:00, 2026-11-30T08:00",
    "cron 0 8 31 * *, MONTH, 2026-11-27T12:00, 2026-12-31T08:00",
    "cron 0 8 1 1 *, YEAR, 2026-11-27T12:00, 2027-01-01T08:00",
  })
  void anOldRuleKeepsItsMeaning(
      String rule, Kind kind, LocalDateTime after, LocalDateTime expected) {
    assertThat(next(rule, after, kind)).isEqualTo(expected);
  }

  @Test
  void countsBusinessDaysOfTheWeekAndTheQuarterForTheirReports() {
    LocalDateTime sunday = LocalDateTime.of(2026, 11, 22, 12, 0);

    assertThat(next("business-day 1 at 09:30", sunday, Kind.WEEK))
        .isEqualTo(LocalDateTime.of(2026, 11, 23, 9, 30));
    assertThat(next("business-day 2 at 09:30", sunday, Kind.QUARTER))
        .isEqualTo(LocalDateTime.of(2027, 1, 4, 9, 30));
    assertThat(next("business-day 1 at 09:30", sunday, Kind.YEAR))
        .isEqualTo(LocalDateTime.of(2027, 1, 1, 9, 30));
  }

  @Test
  void worksInTheZoneOfTheClient() {
    Instant after = Instant.parse("2026-11-30T22:30:00Z");

    // In Minsk it is the first of December already.
    assertThat(parse("business-day 1 at 02:00").next(after, MINSK, Kind.MONTH))
        .contains(Instant.parse("2026-11-30T23:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cron 30 3 29 3 *", "cron 30 3 * * *"})
  void happensLaterWhenTheClocksJumpOverIt(String rule) {
    // On Sunday 2026-03-29 Helsinki goes from 03:00 to 04:00.
    LocalDateTime before = LocalDateTime.of(2026, 3, 28, 12, 0);

    LocalDateTime next = next(rule, before, Kind.MONTH);

    assertThat(next).isEqualTo(LocalDateTime.of(2026, 3, 29, 4, 30));
  }

  @Test
  void happensOnceWhenTheClocksGoBack() {
    // On Sunday 2026-10-25 Helsinki has the hour from 03:00 twice.
    Rule rule = parse("cron 30 3 * * *");
    Instant before = LocalDateTime.of(2026, 10, 24, 12, 0).atZone(HELSINKI).toInstant();

    Instant first = rule.next(before, HELSINKI, Kind.MONTH).orElseThrow();
    Instant second = rule.next(first, HELSINKI, Kind.MONTH).orElseThrow();

    assertThat(first).isEqualTo("2026-10-25T00:30:00Z");
    assertThat(second).isEqualTo("2026-10-26T01:30:00Z");
  }

  @Test
  void doesNotLoseASkippedTimeToSomebodyWhoAsksWithinTheJump() {
    // The clocks show 04:10; the skipped 03:30 comes at 04:30, after the 04:00 of the same day.
    LocalDateTime inTheJump = LocalDateTime.of(2026, 3, 29, 4, 10);

    assertThat(next("cron 30 3 * * *", inTheJump, Kind.MONTH))
        .isEqualTo(LocalDateTime.of(2026, 3, 29, 4, 30));
    assertThat(next("cron 30 1,3,5 * * *", LocalDateTime.of(2026, 3, 29, 2, 0), Kind.MONTH))
        .isEqualTo(LocalDateTime.of(2026, 3, 29, 4, 30));
  }

  @Test
  void takesADayOfTheMonthOrADayOfTheWeekAsCronDoes() {
    assertThat(next("cron 0 8 15 * 1", LocalDateTime.of(2026, 11, 1, 0, 0), Kind.MONTH))
        .isEqualTo(LocalDateTime.of(2026, 11, 2, 8, 0));
    assertThat(next("cron 0 8 15 * 1", LocalDateTime.of(2026, 11, 14, 0, 0), Kind.MONTH))
        .isEqualTo(LocalDateTime.of(2026, 11, 15, 8, 0));
  }

  @Test
  void refusesARuleThatCouldNotBeKept() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("cron " + "0,".repeat(5000) + "0 8 * * *"))
        .withMessage("A rule has at most 200 characters, saw 10014");
  }

  @Test
  void readsFiveFieldsOfCron() {
    assertThat(next("cron 0 8 * * 1", LocalDateTime.of(2026, 11, 22, 12, 0), Kind.WEEK))
        .isEqualTo(LocalDateTime.of(2026, 11, 23, 8, 0));
    assertThat(next("cron 15 6 31 * *", LocalDateTime.of(2026, 11, 1, 0, 0), Kind.MONTH))
        .isEqualTo(LocalDateTime.of(2026, 12, 31, 6, 15));
    assertThat(next("cron 0 8 29 2 *", LocalDateTime.of(2026, 11, 1, 0, 0), Kind.MONTH))
        .isEqualTo(LocalDateTime.of(2028, 2, 29, 8, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "business-day 3 at 08:00",
        "business-day 3 at 08:00 in DE-BY",
        "business-day last at 17:30 in FI",
        "day 1 at 08:00",
        "day 31 at 08:00",
        "day last at 08:00",
        "monday at 08:00",
        "sunday 4 at 08:00",
        "friday last at 23:59",
        "cron 0 8 * * 1"
      })
  void writesWhatItReads(String text) {
    assertThat(parse(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "on Mondays, is no rule",
    "business-day 24 at 08:00, 'at most 23 business days, saw 24; write 1 to 23'",
    "business-day 0 at 08:00, 'at most 23 business days, saw 0'",
    "day 32 at 08:00, 'days 1 to 31, saw 32'",
    "day 0 at 08:00, 'days 1 to 31, saw 0'",
    "monday 5 at 08:00, 'Not every month has a monday 5; write 1 to 4, or \"monday last\"'",
    "Monday at 08:00, is no rule",
    "day first at 08:00, is no rule",
    "business-day 3 at 25:00, is no rule",
    "business-day 3 at 08:00 in XX, holidays of \"XX\" are not known",
    "business-day 3 at 08:00 in GB-XX, 'GB-ENG, GB-NIR, GB-SCT, GB-WLS'",
    "business-day 3 at 08:00 in ../x, is no rule",
    "cron 0 8 * *, five fields",
    "cron 99 8 * * *, is no cron line",
    "cron * * * * *, more than once an hour",
    "cron 0 8 30 2 *, never comes",
  })
  void saysWhatIsWrong(String text, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse(text))
        .withMessageContaining(expected);
  }

  private static Rule parse(String text) {
    return Rule.parse(text, HOLIDAYS);
  }

  private static LocalDateTime next(String rule, LocalDateTime after, Kind kind) {
    return parse(rule)
        .next(after.atZone(HELSINKI).toInstant(), HELSINKI, kind)
        .map(instant -> LocalDateTime.ofInstant(instant, HELSINKI))
        .orElseThrow();
  }
}
