package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1085 (26.66%); 1085",
        "9 (0.5%); 9",
        "0 (0%); 0",
        "1,751 (100.0%); 1751",
        "26.66% (1085); 1085",
        "1085; 1085"
      })
  void takesTheCountOutOfACellThatShowsItsShareToo(String cell, long count) {
    Fields fields = of(cell);

    assertThat(fields.count("value")).isEqualTo(count);
    assertThat(fields.isSound()).isTrue();
  }

  /** The client is two hours ahead of UTC. */
  @ParameterizedTest
  @CsvSource({
    "2026-10-01 23:30, 2026-10-02T01:30",
    "2026-10-01T23:30:00Z, 2026-10-02T01:30",
    "2026-10-01T23:30:00+02:00, 2026-10-01T23:30",
    "2026-10-01, 2026-10-01T00:00"
  })
  void putsATimeOfUtcOnTheClientsClockOnce(String cell, LocalDateTime time) {
    assertThat(of(cell, ZoneOffset.ofHours(2)).utcTime("value")).isEqualTo(time);
  }

  @Test
  void takesNoShareForACount() {
    Fields fields = of("26.66%");

    assertThat(fields.count("value")).isNull();
    assertThat(fields.isSound()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1244495215.0, 1244495215", "12e34f, 12e34f", "1234567e89, 1234567e89"})
  void givesAnIdAsTheSourceWroteIt(String cell, String id) {
    assertThat(of(cell).id("value")).isEqualTo(id);
  }

  @Test
  void undoesWhatKeepsASpreadsheetFromReadingAnIdAsANumber() {
    assertThat(of("=\"0012\"").id("value")).isEqualTo("0012");
    assertThat(of("'0012").id("value")).isEqualTo("0012");
    assertThat(of(" ").id("value")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"6.49E+17", "6,49E+17", "1E+11"})
  void refusesAnIdThatExcelHasRounded(String cell) {
    Fields fields = of(cell);

    assertThat(fields.id("value")).isNull();
    assertThat(fields.isSound()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Total", "ИТОГО:", " Yhteensä ", "Total général"})
  void tellsTheRowThatSumsUpATable(String word) {
    assertThat(Totals.is(word)).isTrue();
  }

  @Test
  void takesNoNameForATotal() {
    assertThat(Totals.is("Totalt")).isTrue();
    assertThat(Totals.is("Total eclipse sale")).isFalse();
    assertThat(Totals.is("")).isFalse();
  }

  private static Fields of(String cell) {
    return of(cell, ZoneOffset.UTC);
  }

  private static Fields of(String cell, ZoneId zone) {
    Columns columns = Headings.of(Map.of("value", List.of("Value"))).match(Row.of(1, "Value"));
    return new Fields(columns, Forms.plain(), zone, false).at(Row.of(2, cell));
  }
}
