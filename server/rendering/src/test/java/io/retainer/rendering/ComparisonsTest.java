package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.model.time.Period;
import io.retainer.rendering.compose.ReportComposer;
import io.retainer.rendering.overview.ComparedText;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.overview.ReportOverview;
import io.retainer.rendering.template.ReportTemplates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report compares with what its template asks for, and says with which days. */
class ComparisonsTest {

  private static final Period FEBRUARY_2028 = Period.parse("2028-02");

  @TempDir Path home;
  private ReportTemplates templates;

  @BeforeEach
  void compareAsMostReportsDo() throws IOException {
    compare("previous, last-year");
  }

  private void compare(String words) throws IOException {
    Path file = home.resolve("monthly-performance/report.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        compare: [%s]
        scorecard: [web.sessions, search.ctr, search.serp-position]
        sections:
          - key: web
            figures: [web.sessions, web.bounce-rate]
            trend: {kpi: web.sessions, by: day}
        """
            .formatted(words));
    templates = ReportTemplates.open(List.of(Samples.folder(), home));
  }

  private ReportContent content(Period period, String now) {
    return new ReportComposer(
            new SampleKpis(SampleKpis.Case.FULL),
            Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
            "Retainer 0.1.0",
            source -> source)
        .compose(
            templates.named("monthly-performance"),
            Samples.HELSINKI,
            period,
            "1",
            Optional.empty());
  }

  private ReportContent october() {
    return content(Samples.OCTOBER, "2026-11-03T06:15:00Z");
  }

  private String pdf(ReportContent content, String language) {
    return PdfText.all(new Renderings(templates).pdf(content, Locale.forLanguageTag(language)));
  }

  private ReportOverview overview(ReportContent content, String language) {
    return ReportOverview.of(
        content, templates.named("monthly-performance").texts(Locale.forLanguageTag(language)));
  }

  /** What stands in a row of a sheet, from left to right. */
  private List<String> row(ReportContent content, String language, int sheet, int row)
      throws IOException {
    byte[] bytes = new Renderings(templates).xlsx(content, Locale.forLanguageTag(language));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFSheet found = workbook.getSheetAt(sheet);
      List<String> cells = new ArrayList<>();
      for (Cell cell : found.getRow(row)) {
        cells.add(PdfText.flat(cell.toString()));
      }
      return cells;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Same number of days before | 31 August 2026 – 30 September 2026"
            + " | Same weekdays last year | 2 October 2025 – 1 November 2025",
        "ru | Столько же дней ранее | 31 августа 2026 г. – 30 сентября 2026 г."
            + " | Те же дни недели год назад | 2 октября 2025 г. – 1 ноября 2025 г.",
        "be | Столькі ж дзён раней | 31 жніўня 2026 г. – 30 верасня 2026 г."
            + " | Тыя ж дні тыдня год таму | 2 кастрычніка 2025 г. – 1 лістапада 2025 г.",
        "fi | Sama määrä päiviä ennen | 31. elokuuta 2026 – 30. syyskuuta 2026"
            + " | Samat viikonpäivät vuosi sitten | 2. lokakuuta 2025 – 1. marraskuuta 2025",
      })
  void pdfWorkbookAndPagePrintTheExactDaysOfEach(
      String language, String first, String firstDays, String second, String secondDays)
      throws IOException {
    compare("previous-equal, last-year-weekdays");
    ReportContent content = october();

    assertThat(pdf(content, language))
        .contains(first + " " + firstDays)
        .contains(second + " " + secondDays);
    assertThat(row(content, language, 0, 3)).containsExactly(first, firstDays);
    assertThat(row(content, language, 0, 4)).containsExactly(second, secondDays);
    assertThat(overview(content, language).compared())
        .extracting(ComparedText::label, one -> PdfText.flat(one.days()))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(first, firstDays),
            org.assertj.core.groups.Tuple.tuple(second, secondDays));
  }

  @Test
  void standsInTheOrderOfTheTemplate() throws IOException {
    compare("last-year, previous");

    assertThat(overview(october(), "en").cards().get(0).figure().changes())
        .extracting(change -> PdfText.flat(change.period()))
        .containsExactly("Oct 2025", "Sep 2026");
    assertThat(row(october(), "en", 0, 7))
        .containsExactly(
            "Figure", "Value", "Last year", "Change on last year", "Previous", "Change");
  }

  @Test
  void daysWithoutANameFitTheTile() throws IOException {
    compare("last-year-weekdays");

    assertThat(overview(october(), "en").cards().get(0).figure().changes())
        .extracting(change -> PdfText.flat(change.period()))
        .containsExactly("2 Oct – 1 Nov 2025");
  }

  @Test
  void oneComparisonLeavesNoColumnOfAnother() throws IOException {
    compare("last-year-weekdays");

    assertThat(row(october(), "fi", 0, 7))
        .containsExactly(
            "Luku", "Arvo", "Samat viikonpäivät vuosi sitten", "Muutos samoihin viikonpäiviin");
    assertThat(row(october(), "en", 1, 0))
        .containsSubsequence("Unit", "Same weekdays last year", "Change on same weekdays", "Status")
        .doesNotContain("Previous", "Last year");
    assertThat(row(october(), "en", 2, 3))
        .containsExactly("Figure", "Value", "Same weekdays last year");
    assertThat(pdf(october(), "en"))
        .contains("Each figure next to the same weekdays last year.")
        .contains("the same weekdays a year earlier");
  }

  @Test
  void noComparisonLeavesTheFigures() throws IOException {
    compare("");

    assertThat(row(october(), "en", 0, 7)).containsExactly("Figure", "Value");
    assertThat(overview(october(), "en").cards().get(0).figure().changes()).isEmpty();
    assertThat(overview(october(), "en").channels().get(0).sentence())
        .doesNotContain("month before");
    assertThat(pdf(october(), "en")).contains("The figures of the period.");
  }

  @Test
  void theLineOfAYearEarlierIsTheOneThatIsCompared() throws IOException {
    compare("previous, last-year-weekdays");

    assertThat(pdf(october(), "en")).contains("2 October 2025 – 1 November 2025");
    assertThat(october().yearEarlier().orElseThrow().span()).hasToString("2025-10-02..2025-11-01");
  }

  @Test
  void aRunningMonthIsComparedByTheDaysThatAreOver() {
    // It is the 26th in Helsinki already.
    ReportContent content = content(Period.parse("2026-11"), "2026-11-25T22:30:00Z");

    assertThat(overview(content, "en").compared())
        .extracting(one -> PdfText.flat(one.days()))
        .containsExactly(
            "1–25 October 2026 (this period: 1–25 November 2026)",
            "1–25 November 2025 (this period: 1–25 November 2026)");
    assertThat(overview(content, "en").channels().get(0).sentence())
        .contains("the same days of the period before");
    assertThat(overview(content, "en").cards().get(0).figure().changes())
        .extracting(change -> PdfText.flat(change.period()))
        .containsExactly("1–25 Oct 2026", "1–25 Nov 2025");
    assertThat(overview(content, "fi").cards().get(0).figure().changes())
        .extracting(change -> PdfText.flat(change.period()))
        .containsExactly("1.–25.10.2026", "1.–25.11.2025");
    assertThat(content.figures().get(0).compared().get(0).now())
        .isNotEqualTo(content.figures().get(0).current());
  }

  @Test
  void theChangeOfARunningMonthIsANumberInTheWorkbookBecauseItsDaysStandInNoCell()
      throws IOException {
    ReportContent content = content(Period.parse("2026-11"), "2026-11-26T08:00:00Z");
    byte[] bytes = new Renderings(templates).xlsx(content, Locale.ENGLISH);

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Cell change = workbook.getSheetAt(1).getRow(1).getCell(5);
      assertThat(change.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.NUMERIC);
      assertThat(change.getNumericCellValue())
          .isEqualTo(
              content
                  .figures()
                  .get(0)
                  .compared()
                  .get(0)
                  .delta()
                  .orElseThrow()
                  .amount()
                  .doubleValue());
    }
  }

  @Test
  void aLeapFebruarySaysThatTheOtherHasADayLess() {
    ReportContent content = content(FEBRUARY_2028, "2028-03-02T08:00:00Z");

    assertThat(overview(content, "en").compared())
        .extracting(one -> PdfText.flat(one.days()))
        .containsExactly(
            "1–31 January 2028", "1–28 February 2027; only one of the two has a 29 February");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Per day, compared with September 2026 (31 and 30 days): ",
        "ru | В пересчёте на день (для сравнения: сентябрь 2026; дней: 31 и 30): ",
        "be | У пераліку на дзень (для параўнання: верасень 2026; дзён: 31 і 30): ",
        "fi | Päivää kohti (vertailussa syyskuu 2026; päiviä 31 ja 30): ",
      })
  void monthsOfDifferentLengthsAreComparedPerDay(String language, String begin) throws IOException {
    String sentence =
        overview(october(), language).channels().get(0).remarks().stream()
            .map(PdfText::flat)
            .filter(remark -> remark.startsWith(begin.strip()))
            .findFirst()
            .orElseThrow();

    FigureText sessions = overview(october(), language).cards().get(0).figure();
    assertThat(sentence).contains(PdfText.flat(sessions.label()));
    assertThat(row(october(), language, 1, 1)).anyMatch(note -> note.startsWith(begin.strip()));
  }
}
