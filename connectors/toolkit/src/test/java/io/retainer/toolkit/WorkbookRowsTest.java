package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.Archives;
import io.retainer.testkit.TestFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookRowsTest {

  @ParameterizedTest
  @ValueSource(strings = {"h:mm:ss", "[h]:mm:ss", "hh:mm", "mm:ss", "h:mm:ss\\ AM/PM", "mm:ss.0"})
  void knowsFormatsOfTheClock(String format) {
    assertThat(WorkbookRows.isClockFormat(format)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"General", "0.00", "#,##0", "yyyy-mm-dd hh:mm:ss", "d/m/yyyy", "0.0%", "0\"h:\""})
  void takesNoOtherFormatForOne(String format) {
    assertThat(WorkbookRows.isClockFormat(format)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "SUM(B2:B9),, true",
    "SUM(B2:B9), '', true",
    "B2*0.93, '', true",
    "SUM(B2:B9), 12, false",
    "'IF(B2=\"\",\"\",B2*2)', '', false",
    "'TRIM(A2)', '', false",
    ",, false",
    ", '', false"
  })
  void tellsAFormulaThatNobodyHasCalculatedFromAnEmptyResult(
      String formula, String result, boolean isUncalculated) {
    assertThat(WorkbookRows.isUncalculated(formula, result)).isEqualTo(isUncalculated);
  }

  /** What Excel writes into the file, and what stands in the cell. */
  @ParameterizedTest
  @CsvSource({
    "20182.939999999999, 20182.94",
    "5192.3599999999997, 5192.36",
    "1184.1400000000001, 1184.14",
    "0.35499999999999998, 0.355",
    "-516.04999999999995, -516.05",
    "0.33333333333333331, 0.333333333333333",
    "5.0000000000000002E-5, 0.00005",
    "180.5, 180.5",
    "649293177409679360, 6.4929317740967936E+17",
    "7.0000000000000003E+17, 7.0000000000000003E+17"
  })
  void leavesOutWhatTheBinaryFormOfANumberAdds(String stored, String shown) {
    assertThat(SerialDate.plain(new BigDecimal(stored))).isEqualTo(shown);
  }

  /** Excel for the Mac writes 1 where the library knows true alone. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "true"})
  void countsDaysFrom1904WhereTheWorkbookSaysSo(String told) throws IOException {
    byte[] workbook =
        Archives.xlsx(
            Map.of(
                "Days",
                List.of(List.of("Day"), List.of(LocalDate.of(2026, 10, 1).minusDays(1462)))));

    List<Sheet> sheets =
        FileContent.of(TestFile.of("mac.xlsx", since1904(workbook, told))).sheets();

    assertThat(sheets.get(0).head().get(1).cell(0)).isEqualTo("2026-10-01");
  }

  private static byte[] since1904(byte[] workbook, String told) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipInputStream(new ByteArrayInputStream(workbook));
        var into = new ZipOutputStream(bytes)) {
      for (ZipEntry part = from.getNextEntry(); part != null; part = from.getNextEntry()) {
        String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
        into.putNextEntry(new ZipEntry(part.getName()));
        into.write(
            text.replace("<sheets>", "<workbookPr date1904=\"" + told + "\"/><sheets>")
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
