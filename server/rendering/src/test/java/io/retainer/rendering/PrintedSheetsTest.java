package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Target;
import io.retainer.model.time.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes out of a printer. */
class PrintedSheetsTest {

  private static final Path SOFFICE = Path.of("/usr/bin/soffice");
  private static final double SMALLEST = 8;

  /** Where that takes a page less beside the others. */
  private static final double SMALLER = 7;

  /** Of each page beside each other, a column that no other has; the notes stand by the targets. */
  private static final List<String> HEADS =
      List.of("Change on", "Denominator, Last", "Target from");

  @TempDir Path folder;

  private static byte[] workbook() {
    return new Renderings(Samples.templates())
        .xlsx(
            Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS),
            Locale.ENGLISH);
  }

  @Test
  void theFiguresHaveTheirNamesOnEachPage() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
      XSSFSheet kpis = workbook.getTable("tblKPI").getXSSFSheet();

      assertThat(kpis.getFitToPage()).isFalse();
      assertThat(kpis.getPrintSetup().getScale() * 11 / 100.0).isGreaterThanOrEqualTo(SMALLER);
      assertThat(kpis.getRepeatingRows().getFirstRow()).isZero();
      assertThat(kpis.getRepeatingColumns().formatAsString()).isEqualTo("B:B");
      assertThat(kpis.getColumnBreaks()).hasSize(2);
    }
  }

  /** Every sheet, and rows of whatever width. */
  @Test
  void noSheetIsShrunkUntilNobodyCanReadIt() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
      for (Sheet each : workbook) {
        XSSFSheet sheet = (XSSFSheet) each;

        assertThat(percent(sheet) * 11 / 100)
            .as(sheet.getSheetName())
            .isGreaterThanOrEqualTo(isDense(sheet) ? SMALLER : SMALLEST);
      }
      XSSFSheet lineage = workbook.getSheet("Lineage");
      assertThat(lineage.getColumnBreaks()).isNotEmpty();
      assertThat(lineage.getRepeatingColumns().formatAsString()).isEqualTo("A:A");
      assertThat(lineage.getRepeatingRows().getFirstRow()).isZero();
    }
  }

  /** All figures, and tables with charts beside them. */
  private static boolean isDense(XSSFSheet sheet) {
    return sheet.getSheetName().equals("KPI") || sheet.getDrawingPatriarch() != null;
  }

  /** With the months below each other, also where each amount is of billions. */
  @Test
  void theSummaryIsOnePageWide() throws IOException {
    byte[] huge =
        new Renderings(Samples.templates())
            .xlsx(
                Samples.content(SampleKpis.Case.UGLY, Samples.UGLY, Samples.TARGETS),
                Locale.forLanguageTag("ru"));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(huge))) {
      XSSFSheet summary = workbook.getSheetAt(0);

      assertThat(summary.getFitToPage()).isTrue();
      assertThat(summary.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(summary.getColumnBreaks()).isEmpty();
      assertThat(percent(summary) * 11 / 100).isGreaterThanOrEqualTo(6.5);
    }
  }

  /** Where a goal is of millions, in a language of long words. */
  @ParameterizedTest
  @ValueSource(strings = {"be", "fi"})
  void whatIsSaidOfATargetEndsBeforeTheCharts(String language) throws IOException {
    Target goal =
        new Target(
            new KpiId("web.sessions"),
            Period.Kind.MONTH,
            new Goal.AtLeast(new BigDecimal("1234567890.25")),
            Optional.empty(),
            Target.ALWAYS);
    ReportContent content =
        Samples.content(SampleKpis.Case.UGLY, Samples.UGLY, client -> List.of(goal));
    byte[] bytes =
        new Renderings(Samples.templates()).xlsx(content, Locale.forLanguageTag(language));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet site = workbook.getSheetAt(2);
      int charts =
          ((XSSFClientAnchor) site.getDrawingPatriarch().getShapes().get(0).getAnchor()).getCol1();
      String said = site.getRow(4).getCell(4).getStringCellValue();

      assertThat(said).contains("1\u00a0234\u00a0567\u00a0890,25");
      double room = 0;
      for (int column = 4; column < charts; column++) {
        room += site.getColumnWidth(column) / 256.0;
      }
      assertThat(room).isGreaterThanOrEqualTo(said.length());
    }
  }

  @Test
  void noChartIsCutByTheEndOfAPage() throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbook()))) {
      int charts = 0;
      for (Sheet each : workbook) {
        XSSFSheet sheet = (XSSFSheet) each;
        if (sheet.getFitToPage() || sheet.getDrawingPatriarch() == null) {
          continue;
        }
        for (XSSFShape shape : sheet.getDrawingPatriarch().getShapes()) {
          XSSFClientAnchor anchor = (XSSFClientAnchor) shape.getAnchor();
          assertThat(page(sheet, anchor.getRow2() - 1))
              .as(sheet.getSheetName() + " from row " + anchor.getRow1())
              .isEqualTo(page(sheet, anchor.getRow1()));
          charts++;
        }
      }
      assertThat(charts).isGreaterThan(1);
    }
  }

  /** Of pages below each other, the one on which a row is printed. */
  private static int page(XSSFSheet sheet, int row) {
    double room = (595 - 2 * 0.75 * 72) * 100 / sheet.getPrintSetup().getScale();
    int page = 0;
    double used = 0;
    for (int each = 0; each <= row; each++) {
      Row line = sheet.getRow(each);
      double height = line == null ? sheet.getDefaultRowHeightInPoints() : line.getHeightInPoints();
      if (each > 0 && sheet.isRowBroken(each - 1) || used + height > room) {
        page++;
        used = 0;
      }
      used += height;
    }
    return page;
  }

  /** What a sheet is printed at, of its own size; of those that are fitted, as wide as they are. */
  private static double percent(XSSFSheet sheet) {
    if (!sheet.getFitToPage()) {
      return sheet.getPrintSetup().getScale();
    }
    String area = sheet.getWorkbook().getPrintArea(sheet.getWorkbook().getSheetIndex(sheet));
    int columns = 0;
    for (Row row : sheet) {
      columns = Math.max(columns, row.getLastCellNum());
    }
    if (area != null) {
      columns = new AreaReference(area, SpreadsheetVersion.EXCEL2007).getLastCell().getCol() + 1;
    }
    if (sheet.getDrawingPatriarch() != null) {
      for (XSSFShape shape : sheet.getDrawingPatriarch().getShapes()) {
        columns = Math.max(columns, ((XSSFClientAnchor) shape.getAnchor()).getCol2());
      }
    }
    double width = 0;
    for (int column = 0; column < columns; column++) {
      width += sheet.getColumnWidthInPixels(column) * 0.75;
    }
    return Math.min(100, 100 * (842 - 2 * 0.4 * 72) / width);
  }

  /** As LibreOffice prints the sheet of all figures. */
  @Test
  void noLetterIsTooSmallToBeRead() throws Exception {
    assumeTrue(Files.isExecutable(SOFFICE));
    Path workbook = Files.write(folder.resolve("all.xlsx"), workbook());

    List<Sizes> pages = printed(workbook);
    assertThat(pages).allMatch(PrintedSheetsTest::hasMoreThanItsFooter);

    List<Sizes> figures =
        pages.stream()
            .filter(page -> page.text().lines().skip(1).findFirst().orElse("").startsWith("Figure"))
            .toList();

    assertThat(figures).hasSize(HEADS.size());
    for (int i = 0; i < HEADS.size(); i++) {
      assertThat(figures.get(i).text()).contains("Figure", "Sessions", HEADS.get(i));
      assertThat(figures.get(i).all().first()).isGreaterThanOrEqualTo(SMALLER);
    }
  }

  private static boolean hasMoreThanItsFooter(Sizes page) {
    return page.text().lines().filter(line -> !line.isBlank()).count() > 2;
  }

  private record Sizes(String text, TreeSet<Double> all) {}

  private List<Sizes> printed(Path workbook) throws Exception {
    Process process =
        new ProcessBuilder(
                SOFFICE.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString(),
                workbook.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("LibreOffice ends").isTrue();
    List<Sizes> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(folder.resolve("all.pdf").toFile())) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        TreeSet<Double> sizes = new TreeSet<>();
        PDFTextStripper letters =
            new PDFTextStripper() {
              @Override
              protected void writeString(String text, List<TextPosition> positions)
                  throws IOException {
                positions.forEach(one -> sizes.add((double) one.getFontSizeInPt()));
                super.writeString(text, positions);
              }
            };
        letters.setStartPage(page);
        letters.setEndPage(page);
        pages.add(new Sizes(letters.getText(document), sizes));
      }
    }
    return pages;
  }
}
