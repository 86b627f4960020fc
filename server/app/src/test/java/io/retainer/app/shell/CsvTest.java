package io.retainer.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of strangers, such as what somebody typed into a search engine, in a table for Excel. */
class CsvTest {

  private static final List<String> SHOWN =
      List.of(
          "=1+1",
          "+1",
          "-1+1",
          "@SUM(1)",
          "\t=1",
          "\r=1",
          "\n=1",
          "\uFF1D1+1",
          "x;=1+1",
          "x\t@SUM(1)");

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "\n=1", "\uFF1D1+1", "\uFF0B1", "\uFF0D1+1", "\uFF20SUM(1)"})
  void noTextBeginsAFormula(String text) {
    assertThat(Csv.guarded(text)).isEqualTo("'" + text);
  }

  @Test
  void noTextBeginsAFormulaWhereSemicolonsPartCells() {
    assertThat(Csv.of(List.of(List.of("shoes", "x;=cmd|' /C calc'!A0;y"))))
        .isEqualTo("shoes,x;'=cmd|' /C calc'!A0;y\n");
    assertThat(Csv.guarded("a; b;c")).isEqualTo("a; b;c");
    assertThat(Csv.guarded("2026-10-01;-5;-7,25;-8+1")).isEqualTo("2026-10-01;-5;-7,25;'-8+1");
  }

  @Test
  void whatIsReadAgainIsWhatWasWritten() {
    String table =
        Csv.of(List.of(List.of("query", "city"), SHOWN, List.of("-12.5", "it's", "a;'b")));

    assertThat(Csv.lines(table)).extracting(Csv.Line::cells).contains(SHOWN);
    assertThat(table).endsWith("-12.5,it's,a;'b\n");
  }
}
