package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.DateSpan;
import io.retainer.spi.ReadSettings;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingYearTest {

  private static final MonthDay NEW_YEARS_EVE = MonthDay.of(12, 31);
  private static final MonthDay SECOND_OF_JANUARY = MonthDay.of(1, 2);

  @Test
  void takesTheLastYearBeforeTheDayOfExportInTheName() {
    MissingYear year = MissingYear.from(withoutPeriod(), "Overview_2026-01-03.csv").orElseThrow();

    assertThat(year.dayOf(NEW_YEARS_EVE)).contains(LocalDate.of(2025, 12, 31));
    assertThat(year.dayOf(SECOND_OF_JANUARY)).contains(LocalDate.of(2026, 1, 2));
  }

  @Test
  void takesTheSpanOfTwoDatesInTheName() {
    MissingYear year =
        MissingYear.from(withoutPeriod(), "Overview_20251201_20260105.csv").orElseThrow();

    assertThat(year.dayOf(NEW_YEARS_EVE)).contains(LocalDate.of(2025, 12, 31));
    assertThat(year.dayOf(MonthDay.of(6, 1))).isEmpty();
  }

  @Test
  void takesAYearInTheName() {
    MissingYear year = MissingYear.from(withoutPeriod(), "Overview 2025.csv").orElseThrow();

    assertThat(year.dayOf(SECOND_OF_JANUARY)).contains(LocalDate.of(2025, 1, 2));
  }

  @Test
  void prefersThePeriodOfTheUser() {
    MissingYear year =
        MissingYear.from(
                during(DateSpan.ofDays(LocalDate.of(2024, 12, 1), LocalDate.of(2025, 1, 31))),
                "Overview_2026-01-03.csv")
            .orElseThrow();

    assertThat(year.dayOf(NEW_YEARS_EVE)).contains(LocalDate.of(2024, 12, 31));
  }

  @Test
  void doesNotGuess() {
    assertThat(MissingYear.from(withoutPeriod(), "Overview.csv")).isEmpty();
    assertThat(MissingYear.from(withoutPeriod(), "Overview 20991399.csv")).isEmpty();
  }

  @Test
  void refusesAPeriodInWhichADayComesTwice() {
    ReadSettings twoYears =
        during(DateSpan.ofDays(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31)));

    assertThat(MissingYear.from(twoYears, "Overview.csv")).isEmpty();
  }

  @Test
  void knowsThatNotEveryYearHasALeapDay() {
    MissingYear year = MissingYear.from(withoutPeriod(), "Overview 2025.csv").orElseThrow();

    assertThat(year.dayOf(MonthDay.of(2, 29))).isEmpty();
  }

  private static ReadSettings withoutPeriod() {
    return settings(Optional.empty());
  }

  private static ReadSettings during(DateSpan period) {
    return settings(Optional.of(period));
  }

  private static ReadSettings settings(Optional<DateSpan> period) {
    return new ReadSettings(
        ZoneId.of("Europe/Minsk"), Currency.getInstance("BYN"), Optional.empty(), period, Map.of());
  }
}
