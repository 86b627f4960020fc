package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.fact.ImportedRows;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceRows;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFTableColumn;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** The rows behind the figures, in the workbook. */
class SourceSheetsTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  private static XSSFWorkbook open(ReportContent content) throws IOException {
    byte[] bytes = RENDERINGS.xlsx(content, Locale.ENGLISH);
    return new XSSFWorkbook(new ByteArrayInputStream(bytes));
  }

  private static ReportContent withRows(long count) {
    return Samples.withRows(Samples.MINSK, new SampleRows(count));
  }

  @Test
  void rowsAreTypedAsTheyWereImported() throws IOException {
    try (XSSFWorkbook workbook = open(withRows(50))) {
      XSSFSheet raw = workbook.getSheet("Raw_web_traffic");
      assertThat(raw.getLastRowNum()).isEqualTo(50);
      Row row = raw.getRow(2);
      assertThat(row.getCell(0).getStringCellValue()).isEqualTo("7-3");
      assertThat(row.getCell(2)).as("an empty text is an empty cell").isNull();
      assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo("2026-10-02T00:00");
      assertThat(DateUtil.isCellDateFormatted(row.getCell(7))).isTrue();
      assertThat(row.getCell(7).getLocalDateTimeCellValue()).isEqualTo("2026-10-01T06:31:15");
      assertThat(row.getCell(6).getBooleanCellValue()).isTrue();
      assertThat(row.getCell(9).getNumericCellValue()).isEqualTo(-1);
      assertThat(row.getCell(10).getNumericCellValue()).isEqualTo(1.26);
      assertThat(row.getCell(11).getNumericCellValue()).isEqualTo(123456789012.123456);
      assertThat(raw.getRow(1).getCell(6)).as("not known is an empty cell").isNull();
      assertThat(raw.getRow(3).getCell(5).getStringCellValue()).isEqualTo("0042");
      assertThat(raw.getRow(4).getCell(5).getStringCellValue()).isEqualTo(" <b>&amp; 🔥 ");
      assertThat(raw.getTables())
          .extracting(XSSFTable::getName)
          .containsExactly("tblRaw_web_traffic");
      assertThat(raw.getTables().get(0).getArea().formatAsString()).isEqualTo("A1:L51");
      assertThat(raw.getTables().get(0).getColumns())
          .extracting(XSSFTableColumn::getName)
          .as("columns that differ by case alone are told apart")
          .contains("campaign", "Campaign 2");
      assertThat(raw.getPaneInformation().isFreezePane()).isTrue();
    }
  }

  @Test
  void aNameThatLooksLikeAFormulaStaysText() throws IOException {
    try (XSSFWorkbook workbook = open(withRows(50))) {
      XSSFCell cell = workbook.getSheet("Raw_orders").getRow(2).getCell(5);
      assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
      assertThat(cell.getStringCellValue()).startsWith("=HYPERLINK");
      assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
    }
  }

  @Test
  void everyDayIsALineForEachThingThatAddsUp() throws IOException {
    try (XSSFWorkbook workbook = open(withRows(50))) {
      XSSFSheet daily = workbook.getSheet("Daily");
      int datasets = Samples.withRows(Samples.MINSK, new SampleRows(1)).rows().daily().size();
      assertThat(daily.getLastRowNum()).isEqualTo(datasets * 31 * 2);
      for (Row row : daily) {
        assertThat(row.getCell(8).getStringCellValue()).isIn("Metric", "clicks", "cost");
      }
    }
  }

  @Test
  void whatIsLeftOutIsSaid() throws IOException {
    try (XSSFWorkbook workbook = open(withRows(10_001))) {
      assertThat(workbook.getSheet("Raw_orders").getLastRowNum()).isEqualTo(10_000);
      boolean said = false;
      for (Row row : workbook.getSheet("Notes")) {
        said |=
            row.getCell(1) != null
                && row.getCell(1)
                    .getStringCellValue()
                    .equals("Raw_orders shows the first 10,000 of 10,001 rows.");
      }
      assertThat(said).isTrue();
    }
  }

  @Test
  void aWorkbookOfOtherRowsThanTheReportWasComposedOverIsNotMade() {
    ReportContent content = withRows(50);
    ImportedRows rows = content.rows().raw().get(0);
    ImportedRows fewer =
        new ImportedRows() {
          @Override
          public io.retainer.spi.Dataset dataset() {
            return rows.dataset();
          }

          @Override
          public java.util.Set<String> cut() {
            return rows.cut();
          }

          @Override
          public List<io.retainer.spi.Column> columns() {
            return rows.columns();
          }

          @Override
          public long count() {
            return rows.count();
          }

          @Override
          public void first(long most, Consumer<Object[]> row) {
            rows.first(49, row);
          }
        };
    ReportContent changed = Samples.with(content, new SourceRows(List.of(), List.of(fewer), 100));

    assertThatThrownBy(() -> RENDERINGS.xlsx(changed, Locale.ENGLISH))
        .isInstanceOf(RowsChangedException.class)
        .hasMessage(
            "The report was composed over 50 rows and there are 49 now: an import came between."
                + " Make the report again.");
  }
}
