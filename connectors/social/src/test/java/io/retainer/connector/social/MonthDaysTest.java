package io.retainer.connector.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MonthDaysTest {

  @ParameterizedTest
  @CsvSource({
    "January 15, 1, 15",
    "15 January, 1, 15",
    "15-Jan, 1, 15",
    "Jan-15, 1, 15",
    "15 января, 1, 15",
    "15.янв, 1, 15",
    "31 de julho, 7, 31",
    "9月13日, 9, 13",
    "28. August, 8, 28",
    "3. toukokuuta, 5, 3",
    "3 мая, 5, 3",
    "February 29, 2, 29"
  })
  void readsADayInTheLanguageOfTheAccount(String cell, int month, int day) {
    assertThat(MonthDays.parse(cell)).contains(MonthDay.of(month, day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "January", "15", "January 32", "2026-01-15", "Foo 12", "undefined"})
  void seesNoDayInAnythingElse(String cell) {
    assertThat(MonthDays.parse(cell)).isEmpty();
  }

  @Test
  void knowsTheLanguagesOfTheReports() {
    assertThat(MonthDays.parse("1 снежня")).contains(MonthDay.of(12, 1));
    assertThat(MonthDays.parse("1. joulukuuta")).contains(MonthDay.of(12, 1));
  }

  @Test
  void losesNoTimeOverALongText() {
    assertThat(MonthDays.parse("a ".repeat(1_000_000) + "b")).isEmpty();
  }
}
