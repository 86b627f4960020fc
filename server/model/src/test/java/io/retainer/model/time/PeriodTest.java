package io.retainer.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.time.Period.Kind;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource({
    "2026-10, 2026-10-01..2026-10-31",
    "2024-02, 2024-02-01..2024-02-29",
    "2026-Q3, 2026-07-01..2026-09-30",
    "2026-W43, 2026-10-19..2026-10-25",
    "2020-W53, 2020-12-28..2021-01-03",
    "2026, 2026-01-01..2026-12-31",
    "2026-10-05..2026-10-09, 2026-10-05..2026-10-09"
  })
  void readsEveryFormAPeriodIsWrittenIn(String text, String span) {
    assertThat(Period.parse(text).span()).hasToString(span);
    assertThat(Period.parse(text)).hasToString(text);
  }

  @Test
  void aSpanThatIsAMonthIsTheMonth() {
    assertThat(Period.parse("2026-10-01..2026-10-31")).isEqualTo(Period.parse("2026-10"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13",
        "2021-W53",
        "2026-W00",
        "October",
        "2026-10-31..2026-10-01",
        "",
        // Kept once, such a year could not be read back.
        "0000",
        "0000-W01",
        "0001-01-01..9999-12-31",
        "9999-12"
      })
  void saysWhatIsWrongWithAPeriod(String text) {
    assertThatThrownBy(() -> Period.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\" is no period");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-13, a year has the months 01 to 12",
    "2026-00, a year has the months 01 to 12",
    "2026-02-30..2026-03-01, there is no day 2026-02-30",
  })
  void saysSoInWordsOfACalendar(String text, String words) {
    assertThatThrownBy(() -> Period.parse(text))
        .hasMessage("\"" + text + "\" is no period: " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03, 2026-02, 2025-03",
    "2026-01, 2025-12, 2025-01",
    "2026-Q1, 2025-Q4, 2025-Q1",
    "2024, 2023, 2023",
    "2026-W01, 2025-W52, 2025-W01",
    "2026-10-05..2026-10-09, 2026-09-30..2026-10-04, 2025-10-05..2025-10-09"
  })
  void isComparedWithThePeriodBeforeAndTheSameOneLastYear(
      String period, String previous, String lastYear) {
    assertThat(Period.parse(period).previous()).hasToString(previous);
    assertThat(Period.parse(period).sameLastYear()).hasToString(lastYear);
  }

  @Test
  void february29ComparesWithFebruary28() {
    assertThat(Period.parse("2024-02-29..2024-02-29").sameLastYear().span())
        .isEqualTo(DateSpan.ofDay(LocalDate.of(2023, 2, 28)));
  }

  @ParameterizedTest
  @CsvSource({
    "MONTH, 2026-11-01, 2026-10",
    "MONTH, 2026-10-31, 2026-09",
    "QUARTER, 2026-10-01, 2026-Q3",
    "WEEK, 2026-11-02, 2026-W44",
    "WEEK, 2026-11-01, 2026-W43",
    "YEAR, 2026-11-22, 2025"
  })
  void theLastClosedPeriodIsOverOnThatDay(Kind kind, LocalDate today, String closed) {
    assertThat(Period.lastClosed(kind, today)).hasToString(closed);
    assertThat(Period.parse(closed).isClosed(today)).isTrue();
  }
}
