package io.retainer.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

  private static Base base(String comparison, String period) {
    Period whole = Period.parse(period);
    return Comparison.parse(comparison).of(whole, whole.span().end()).orElseThrow();
  }

  /** The year before a year is the period before it as well: one basis, said once. */
  @Test
  void whatIsTheSameDaysIsComparedWithOnce() {
    List<Comparison> both = List.of(Comparison.PREVIOUS, Comparison.LAST_YEAR);

    assertThat(
            ComparedPeriod.of(Period.parse("2025"), both, LocalDate.of(2026, 11, 30))
                .distinct()
                .bases())
        .extracting(Base::comparison)
        .containsExactly(Comparison.PREVIOUS);
    assertThat(
            ComparedPeriod.of(Period.parse("2026-10"), both, LocalDate.of(2026, 11, 30))
                .distinct()
                .bases())
        .hasSize(2);
  }

  private static Base running(String comparison, String period, String today) {
    return Comparison.parse(comparison)
        .of(Period.parse(period), LocalDate.parse(today))
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    // the calendar period before, however long
    "previous, 2026-10, 2026-09-01..2026-09-30",
    "previous, 2026-Q1, 2025-10-01..2025-12-31",
    "previous, 2026-W01, 2025-12-22..2025-12-28",
    "previous, 2025, 2024-01-01..2024-12-31",
    "previous, 2026-10-05..2026-10-09, 2026-09-30..2026-10-04",
    // as many days directly before
    "previous-equal, 2026-10, 2026-08-31..2026-09-30",
    "previous-equal, 2026-03, 2026-01-29..2026-02-28",
    "previous-equal, 2024-Q1, 2023-10-02..2023-12-31",
    "previous-equal, 2026-10-05..2026-10-09, 2026-09-30..2026-10-04",
    // the same dates
    "last-year, 2026-10, 2025-10-01..2025-10-31",
    "last-year, 2024-02, 2023-02-01..2023-02-28",
    "last-year, 2025-02, 2024-02-01..2024-02-29",
    "last-year, 2024-02-29..2024-02-29, 2023-02-28..2023-02-28",
    "last-year, 2026-10-05..2026-10-09, 2025-10-05..2025-10-09",
    // 364 days earlier
    "last-year-weekdays, 2012-09, 2011-09-03..2011-10-02",
    "last-year-weekdays, 2026-10, 2025-10-02..2025-11-01",
    "last-year-weekdays, 2024-02, 2023-02-02..2023-03-02",
    "last-year-weekdays, 2026-10-05..2026-10-09, 2025-10-06..2025-10-10",
  })
  void comparesTheDaysThatTheWordSays(String comparison, String period, String days) {
    assertThat(base(comparison, period).period().span()).hasToString(days);
    assertThat(base(comparison, period).days()).isEqualTo(Period.parse(period).span());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-W43, 2025-W43",
    "2026-W01, 2025-W01",
    // 2020 had 53 weeks: the same number is 371 days away, from then on
    "2021-W01, 2020-W01",
    "2021-W52, 2020-W52",
    // and its last week has no namesake: the turn of the year is compared with the one before
    "2020-W53, 2020-W01",
  })
  void aWeekIsComparedWithTheWeekOfTheSameNumber(String week, String lastYear) {
    assertThat(base("last-year-weekdays", week).period()).hasToString(lastYear);
    assertThat(base("last-year", week).period()).hasToString(lastYear);
  }

  @ParameterizedTest
  @CsvSource({"2024-02", "2026-10", "2026", "2024", "2026-Q2", "2026-10-28..2026-11-03"})
  void weekdaysAlign(String period) {
    Base base = base("last-year-weekdays", period);

    assertThat(base.period().span().start().getDayOfWeek())
        .isEqualTo(base.days().start().getDayOfWeek());
    assertThat(base.differsInLength()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "previous, 2026-11, 2026-11-26, 2026-11-01..2026-11-25, 2026-10-01..2026-10-25",
    "previous, 2026-11, 2026-11-02, 2026-11-01..2026-11-01, 2026-10-01..2026-10-01",
    "previous-equal, 2026-11, 2026-11-26, 2026-11-01..2026-11-25, 2026-10-07..2026-10-31",
    "last-year, 2026-11, 2026-11-26, 2026-11-01..2026-11-25, 2025-11-01..2025-11-25",
    "last-year-weekdays, 2026-11, 2026-11-26, 2026-11-01..2026-11-25, 2025-11-02..2025-11-26",
    // February has no 29th to compare the 29th of March with
    "previous, 2026-03, 2026-03-31, 2026-03-01..2026-03-28, 2026-02-01..2026-02-28",
    "previous, 2026-Q4, 2026-11-26, 2026-10-01..2026-11-25, 2026-07-01..2026-08-25",
    "previous, 2026-W48, 2026-11-26, 2026-11-23..2026-11-25, 2026-11-16..2026-11-18",
    "last-year, 2021-W01, 2021-01-06, 2021-01-04..2021-01-05, 2019-12-30..2019-12-31",
    // a year to date ends on the same date, whatever February did
    "last-year, 2024, 2024-11-26, 2024-01-01..2024-11-25, 2023-01-01..2023-11-25",
    "previous, 2024, 2024-03-01, 2024-01-01..2024-02-29, 2023-01-01..2023-02-28",
    "last-year, 2024-02, 2024-02-29, 2024-02-01..2024-02-28, 2023-02-01..2023-02-28",
    "previous, 2026-11-10..2026-11-30, 2026-11-20, 2026-11-10..2026-11-19, 2026-10-20..2026-10-29",
  })
  void aRunningPeriodIsNeverComparedWithAWholeOne(
      String comparison, String period, String today, String days, String base) {
    Base running = running(comparison, period, today);

    assertThat(running.days()).hasToString(days);
    assertThat(running.period().span()).hasToString(base);
  }

  @Test
  void nothingIsComparedBeforeADayIsOver() {
    ComparedPeriod november =
        ComparedPeriod.of(
            Period.parse("2026-11"), List.of(Comparison.PREVIOUS), LocalDate.of(2026, 11, 1));

    assertThat(november.bases()).isEmpty();
    assertThat(november.spans()).containsExactly(Period.parse("2026-11").span());
  }

  @ParameterizedTest
  @CsvSource({
    // the clocks of Helsinki go back at 01:00 UTC on 25 October 2026, and that day has 25 hours
    "2026-10-25T20:59:59Z, 2026-10-24, 24",
    "2026-10-25T21:59:59Z, 2026-10-24, 24",
    "2026-10-25T22:00:00Z, 2026-10-25, 25",
    // they go forward on 29 March 2026
    "2026-03-29T20:59:59Z, 2026-03-28, 28",
    "2026-03-29T21:00:00Z, 2026-03-29, 29",
  })
  void aDayIsOverAtItsMidnightInTheClientsZone(Instant now, LocalDate lastDayOver, long days) {
    LocalDate today = LocalDate.now(Clock.fixed(now, ZoneOffset.UTC).withZone(HELSINKI));
    Period month = Period.month(java.time.YearMonth.from(today));

    Base base = Comparison.LAST_YEAR.of(month, today).orElseThrow();

    assertThat(base.days().lastDay()).isEqualTo(lastDayOver);
    assertThat(base.days().days()).isEqualTo(days);
    assertThat(base.period().span().days()).isEqualTo(days);
  }

  @ParameterizedTest
  @CsvSource({
    "last-year, 2024-02, true",
    "last-year, 2025-02, true",
    "last-year, 2024-Q1, true",
    "last-year, 2024, true",
    "previous, 2025, true",
    "last-year, 2024-02-29..2024-02-29, true",
    "last-year, 2026-02, false",
    "last-year, 2024-03, false",
    "previous, 2024-02, false",
    "previous, 2024-03, false",
    "last-year-weekdays, 2024-02, false",
  })
  void saysWhenOnlyOneOfTheTwoHasA29thOfFebruary(String comparison, String period, boolean uneven) {
    assertThat(base(comparison, period).isUnevenByLeapDay()).isEqualTo(uneven);
  }

  @Test
  void asksForEachSpanOnce() {
    ComparedPeriod week =
        ComparedPeriod.closed(
            Period.parse("2026-W43"), Comparison.PREVIOUS, Comparison.PREVIOUS_EQUAL);

    assertThat(week.bases()).hasSize(2);
    assertThat(week.spans()).hasSize(2);
  }

  @Test
  void namesTheWordsThereAre() {
    assertThatThrownBy(() -> Comparison.parse("yesterday"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "\"yesterday\" is no comparison; write one of previous, previous-equal, last-year,"
                + " last-year-weekdays");
  }
}
