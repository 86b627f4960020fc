package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.report.Remark;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.exhibit.Cohorts;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.report.exhibit.Funnel;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.model.report.exhibit.Pacing;
import io.retainer.model.report.exhibit.Segment;
import io.retainer.model.report.exhibit.Segments;
import io.retainer.model.report.exhibit.Stages;
import io.retainer.model.target.Targets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.STBarGrouping;

class ExhibitsTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  private static ReportContent content(String template, SampleKpis.Case sample, Targets targets) {
    return Samples.content(template, sample, Samples.HELSINKI, targets);
  }

  private static Stream<Section.Filled> sections(ReportContent content) {
    return content.sections().stream()
        .filter(Section.Filled.class::isInstance)
        .map(Section.Filled.class::cast);
  }

  private static <T extends Exhibit> T exhibit(ReportContent content, Class<T> kind) {
    return sections(content)
        .flatMap(section -> section.exhibits().stream())
        .filter(kind::isInstance)
        .map(kind::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<Remark.Kind> remarks(ReportContent content, String section) {
    return sections(content)
        .filter(one -> one.key().equals(section))
        .flatMap(one -> one.remarks().stream())
        .map(Remark::kind)
        .toList();
  }

  private static String pdf(ReportContent content, String language) {
    return PdfText.all(RENDERINGS.pdf(content, Locale.forLanguageTag(language)));
  }

  @Test
  void showsWhoCameBackByMonthAsTextThatCanBeSelected() {
    ReportContent content = content("retention", SampleKpis.Case.FULL, Targets.NONE);

    Cohorts cohorts = exhibit(content, Cohorts.class);

    assertThat(cohorts.rows()).hasSize(15);
    assertThat(cohorts.rows().get(14).later()).allSatisfy(month -> assertThat(month).isEmpty());
    assertThat(pdf(content, "fi"))
        .contains("Ketkä palasivat, ensimmäisen tilauksen kuukauden mukaan")
        .contains("Loka 2025 194 24 % 19 % 16 %")
        .contains("13/15 näytetään, kaikki ovat työkirjassa");
  }

  @Test
  void saysInASentenceThatTheFirstMonthHasNothingToComeBackIn() {
    ReportContent content = content("retention", SampleKpis.Case.FIRST_MONTH, Targets.NONE);

    assertThat(remarks(content, "cohorts")).contains(Remark.Kind.TOO_LITTLE);
    assertThat(pdf(content, "ru")).contains("истории пока слишком мало");
  }

  @Test
  void countsEachCustomerInExactlyOneSegment() {
    Segments segments =
        exhibit(content("retention", SampleKpis.Case.FULL, Targets.NONE), Segments.class);

    BigDecimal sum =
        Stream.of(Segment.values())
            .map(segments::customers)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(sum).isEqualByComparingTo(segments.customers());
    assertThat(segments.currency()).contains("EUR");
  }

  @Test
  void namesTheStepsOfAFunnelInTheReadersLanguage() {
    ReportContent content = content("retention", SampleKpis.Case.FULL, Targets.NONE);

    assertThat(exhibit(content, Funnel.class).steps()).hasSize(4);
    assertThat(pdf(content, "be")).contains("Дадалі ў кошык").contains("22,7 %");
  }

  @Test
  void pacesAnAmountAgainstTheTargetAndSaysWhatRemains() {
    ReportContent content = content("deals", SampleKpis.Case.FULL, Samples.TARGETS);

    Pacing pacing = exhibit(content, Pacing.class);

    assertThat(pacing.figure().kpi().id()).isEqualTo(new KpiId("deals.total"));
    assertThat(pacing.remaining()).isEqualByComparingTo(pacing.goal().subtract(pacing.actual()));
    assertThat(pacing.days()).hasSize(31);
    assertThat(pdf(content, "en"))
        .as("as the target above it")
        .contains("Goal €2,500")
        .doesNotContain("Goal €2,500.00")
        .contains("Remaining");
  }

  @Test
  void prefersThePlanToTheTarget() {
    Pacing budget =
        exhibit(content("campaign", SampleKpis.Case.FULL, Samples.TARGETS), Pacing.class);

    assertThat(budget.figure().kpi().id()).isEqualTo(new KpiId("ads.cost"));
    assertThat(budget.isLimit()).isTrue();
    assertThat(budget.goal()).isNotEqualByComparingTo("2100");
  }

  @Test
  void saysInASentenceThatNothingIsPlannedOrWanted() {
    ReportContent content = content("deals", SampleKpis.Case.FULL, Targets.NONE);

    assertThat(remarks(content, "won")).contains(Remark.Kind.NO_GOAL);
    assertThat(pdf(content, "fi")).contains("ei ole asetettu tavoitetta");
  }

  @Test
  void comparesNoRatesOfCountsThatHaveDatesOfTheirOwn() {
    ReportContent content = content("deals", SampleKpis.Case.FULL, Targets.NONE);

    assertThat(exhibit(content, Stages.class).figures()).hasSize(3);
    assertThat(pdf(content, "en")).contains("Each count has a date of its own");
  }

  @Test
  void givesEveryCohortToTheWorkbookAsNumbers() throws IOException {
    ReportContent content = content("retention", SampleKpis.Case.FULL, Targets.NONE);

    byte[] bytes = RENDERINGS.xlsx(content, Locale.ENGLISH);

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Row head =
          StreamSupport.stream(workbook.spliterator(), false)
              .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
              .filter(
                  row -> "First order".equals(new DataFormatter().formatCellValue(row.getCell(0))))
              .findFirst()
              .orElseThrow();
      Row cohort = head.getSheet().getRow(head.getRowNum() + 1);
      assertThat(cohort.getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
      assertThat(cohort.getCell(2).getNumericCellValue()).isBetween(0.1, 0.4);
      assertThat(cohort.getCell(2).getCellStyle().getDataFormatString()).contains("%");
      Row last = head.getSheet().getRow(head.getRowNum() + 15);
      assertThat(last.getCell(2)).isNull();
    }
  }

  @Test
  void givesTheSameBytesForTheSameContent() {
    ReportContent content = content("retention", SampleKpis.Case.FULL, Targets.NONE);

    assertThat(RENDERINGS.pdf(content, Locale.ENGLISH))
        .isEqualTo(new Renderings(Samples.templates()).pdf(content, Locale.ENGLISH));
  }

  @Test
  void stackedColumnsAreANativeChartOfTheWorkbook() throws IOException {
    ReportContent content =
        Samples.content("social", SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS);
    long wanted =
        sections(content)
            .flatMap(section -> section.exhibits().stream())
            .filter(Columns.class::isInstance)
            .count();
    int stacked = 0;
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(RENDERINGS.xlsx(content, Locale.forLanguageTag("fi"))))) {
      for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
        if (workbook.getSheetAt(i).getDrawingPatriarch() == null) {
          continue;
        }
        for (XSSFChart chart : workbook.getSheetAt(i).getDrawingPatriarch().getCharts()) {
          for (CTBarChart bars : chart.getCTChart().getPlotArea().getBarChartList()) {
            if (bars.isSetGrouping() && bars.getGrouping().getVal() == STBarGrouping.STACKED) {
              stacked++;
              assertThat(bars.xmlText()).contains("overlap val=\"100\"");
            }
          }
        }
      }
    }
    assertThat(wanted).isPositive();
    assertThat(stacked).isEqualTo((int) wanted);
  }

  @Test
  void moversAreReadOnThePageInTheWorkbookAndByScreenReaders() throws IOException {
    ReportContent content = content("seo", SampleKpis.Case.UGLY, Targets.NONE);
    Movers clicks = exhibit(content, Movers.class);
    Locale russian = Locale.forLanguageTag("ru");

    assertThat(clicks.up()).anyMatch(Movers.Row::isNew);
    assertThat(clicks.down()).anyMatch(Movers.Row::isGone);
    assertThat(pdf(content, "ru")).contains("Рост").contains("новое").contains("больше нет");
    assertThat(RENDERINGS.page(content, russian, List.of("pdf"), false))
        .asString(StandardCharsets.UTF_8)
        .contains("Клики в поиске по запросам: самые большие изменения</caption>")
        .contains("&lt;script&gt;")
        .contains("<td>больше нет</td>");
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(RENDERINGS.xlsx(content, russian)))) {
      List<Row> rows =
          StreamSupport.stream(workbook.spliterator(), false)
              .flatMap(sheet -> StreamSupport.stream(sheet.spliterator(), false))
              .filter(row -> row.getCell(5) != null)
              .filter(row -> row.getCell(5).getCellType() == CellType.FORMULA)
              .filter(row -> row.getCell(5).getCellFormula().matches("D\\d+/\\$D\\$\\d+"))
              .toList();
      assertThat(rows).hasSize(clicks.up().size() + clicks.down().size() + 1);
      assertThat(rows)
          .allSatisfy(row -> assertThat(row.getCell(3).getCellFormula()).matches("B\\d+-C\\d+"));
      // Nothing is an empty cell, and has no percent.
      assertThat(rows.get(0).getCell(2)).isNull();
      assertThat(rows.get(0).getCell(4)).isNull();
    }
  }
}
