package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Goal;
import io.retainer.model.target.Target;
import io.retainer.model.target.Targets;
import io.retainer.model.time.Period;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.words.Formats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a report says of targets, and that it says nothing where there are none. */
class TargetsTest {

  private static final KpiId SESSIONS = new KpiId("web.sessions");
  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|✗ Target €100,000 missed, 47% reached|✓ Target 12,000 met, 102% reached|✗ Target ≤ 40%"
            + " missed|✓ Within the target €80–120.50",
        "ru|✗ Цель 100 000 € не выполнена, достигнуто 47 %|✓ Цель 12 000 выполнена, достигнуто 102"
            + " %|✗ Цель ≤ 40 % не выполнена|✓ В целевых границах 80–120,50 €",
        "be|✗ Мэта 100 000 € не выканана, дасягнута 47 %|✓ Мэта 12 000 выканана, дасягнута 102 %|✗"
            + " Мэта ≤ 40 % не выканана|✓ У мэтавых межах 80–120,50 €",
        "fi|✗ Tavoite 100 000 € jäi saavuttamatta, toteuma 47 %|✓ Tavoite 12 000 saavutettu,"
            + " toteuma 102 %|✗ Tavoite ≤ 40 % jäi saavuttamatta|✓ Tavoitevälillä 80–120,50 €"
      })
  void everyFormSaysTheVerdictBySignAndWord(
      String language, String missed, String met, String limit, String band) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    ReportContent content =
        Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS);

    String pdf = PdfText.all(RENDERINGS.pdf(content, locale));
    String mail = PdfText.flat(RENDERINGS.email(content, locale).text());
    String html = PdfText.flat(RENDERINGS.email(content, locale).html());
    List<String> cells = cells(content, locale);
    List<String> page =
        RENDERINGS.overview(content, locale).cards().stream()
            .map(card -> PdfText.flat(card.figure().target()))
            .toList();

    assertThat(page).contains(missed, met, band);
    assertThat(mail).contains(missed, met, band);
    assertThat(html).contains(missed, met, band);
    assertThat(cells).contains(missed, met, limit, band);
    // A sentence may stand on two lines between its neighbours; its signs and numbers are there.
    assertThat(pdf).contains(limit, missed.substring(0, missed.indexOf(",") + 1));
  }

  @Test
  void nothingOfAPdfWithTargetsReachesOverItsPage() throws IOException {
    for (SampleKpis.Case sampleCase : SampleKpis.Case.values()) {
      ReportContent content = Samples.content(sampleCase, Samples.UGLY, Samples.TARGETS);

      assertThat(PdfText.outside(RENDERINGS.pdf(content, Locale.forLanguageTag("ru")))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void aReportWithoutTargetsDoesNotMentionThem(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    ReportContent without = Samples.full(Samples.HELSINKI);
    ReportContent ofAnotherKind =
        Samples.content(
            SampleKpis.Case.FULL,
            Samples.HELSINKI,
            client -> List.of(sessions(Period.Kind.YEAR, "1")));

    assertThat(without.targets()).isEmpty();
    assertThat(RENDERINGS.pdf(ofAnotherKind, locale)).isEqualTo(RENDERINGS.pdf(without, locale));
    assertThat(RENDERINGS.xlsx(ofAnotherKind, locale)).isEqualTo(RENDERINGS.xlsx(without, locale));
    assertThat(RENDERINGS.overview(without, locale).cards())
        .allSatisfy(card -> assertThat(card.figure().target()).isEmpty());
    assertThat(cells(without, locale))
        .noneMatch(text -> text.matches("(Target|Цель|Мэта|Tavoite).*"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // 12 309 sessions of 12 310 are 99.99 %.
        "12310|✗ Target 12,310 missed, 99% reached",
        "12309|✓ Target 12,309 met, 100% reached",
        "12308.5|✓ Target 12,308.5 met, 100% reached"
      })
  void whatIsMissedNeverReadsAsReached(String bound, String text) {
    assertThat(PdfText.flat(sessions(bound).text())).isEqualTo(text);
  }

  @Test
  void figuresThatWereKeptBeforeThereWereTargetsHaveNone() {
    var kept = new FigureText("Revenue", "1", true, false, false, "", null, null, List.of());

    assertThat(kept.target()).isEmpty();
    assertThat(kept.targetLook()).isEqualTo(FigureText.Look.PLAIN);
  }

  @Test
  void theBarTellsFigureAndTargetApart() {
    TargetText text = sessions("6154.5");

    assertThat(text.look()).isEqualTo(FigureText.Look.GOOD);
    assertThat(text.bar().orElseThrow().value())
        .isEqualTo(2 * text.bar().orElseThrow().low(), org.assertj.core.data.Offset.offset(1e-9));
    assertThat(text.bar().orElseThrow().high()).isEqualTo(text.bar().orElseThrow().low());
  }

  @Test
  void boundsHaveNoMoreDecimalsThanWereSet() {
    Formats fi = Formats.of(Locale.forLanguageTag("fi"));
    Optional<String> euro = Optional.of("EUR");

    assertThat(flat(fi, "100000", KpiUnit.MONEY, euro)).isEqualTo("100 000 €");
    assertThat(flat(fi, "99.9", KpiUnit.MONEY, euro)).isEqualTo("99,90 €");
    assertThat(flat(fi, "0.4", KpiUnit.PERCENT, Optional.empty())).isEqualTo("40 %");
    assertThat(flat(fi, "0.0125", KpiUnit.PERCENT, Optional.empty())).isEqualTo("1,25 %");
    assertThat(flat(fi, "300", KpiUnit.COUNT, Optional.empty())).isEqualTo("300");
    assertThat(flat(fi, "90", KpiUnit.SECONDS, Optional.empty())).isEqualTo("1 min 30 s");
  }

  private static String flat(Formats formats, String bound, KpiUnit unit, Optional<String> money) {
    return PdfText.flat(formats.bound(new BigDecimal(bound), unit, money));
  }

  private static TargetText sessions(String bound) {
    Targets targets = client -> List.of(sessions(Period.Kind.MONTH, bound));
    ReportContent content = Samples.content(SampleKpis.Case.FULL, Samples.MINSK, targets);
    KpiFigure figure =
        content.figures().stream()
            .filter(one -> one.kpi().id().equals(SESSIONS))
            .findFirst()
            .orElseThrow();
    return TargetText.of(
        Samples.templates().named("monthly-performance").texts(Locale.ENGLISH),
        figure,
        content.target(SESSIONS).orElseThrow());
  }

  private static Target sessions(Period.Kind kind, String bound) {
    return new Target(
        SESSIONS, kind, new Goal.AtLeast(new BigDecimal(bound)), Optional.empty(), Target.ALWAYS);
  }

  private static List<String> cells(ReportContent content, Locale locale) throws IOException {
    List<String> cells = new ArrayList<>();
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(RENDERINGS.xlsx(content, locale)))) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.STRING) {
              cells.add(PdfText.flat(cell.getStringCellValue()));
            }
          }
        }
      }
    }
    return cells;
  }

  @Test
  void theSummaryPrintsToItsEndAndHasABarForEachTarget() throws IOException {
    ReportContent content =
        Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(
            new ByteArrayInputStream(RENDERINGS.xlsx(content, Locale.forLanguageTag("fi"))))) {
      var summary = workbook.getSheetAt(0);

      var print = CellRangeAddress.valueOf(workbook.getPrintArea(0).replaceFirst(".*!", ""));
      assertThat(print.getFirstRow()).isZero();
      assertThat(print.getLastRow()).isEqualTo(summary.getLastRowNum());
      var rules = summary.getSheetConditionalFormatting();
      int bars = 0;
      for (int i = 0; i < rules.getNumConditionalFormattings(); i++) {
        var one = rules.getConditionalFormattingAt(i);
        if (one.getRule(0).getDataBarFormatting() != null) {
          CellRangeAddress cells = one.getFormattingRanges()[0];
          for (int row = cells.getFirstRow(); row <= cells.getLastRow(); row++) {
            var cell = summary.getRow(row).getCell(cells.getFirstColumn());
            bars += cell == null ? 0 : 1;
          }
        }
      }
      long shares =
          content.tiles().stream()
              .flatMap(tile -> content.target(tile.figure().kpi().id()).stream())
              .filter(target -> target.share().isPresent())
              .count();
      assertThat(shares).isPositive();
      assertThat(bars).isEqualTo((int) shares);
    }
  }

  /** 108.9 % of a target is "108% reached" in words; the cell beside them does not say 109%. */
  @Test
  void theSummaryWritesAShareAsItsWordsDo() throws IOException {
    ReportContent content =
        Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS);
    int compared = 0;
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(RENDERINGS.xlsx(content, Locale.ENGLISH)))) {
      var formatter = new DataFormatter(Locale.ENGLISH);
      formatter.setUseCachedValuesForFormulaCells(true);
      for (Row row : workbook.getSheetAt(0)) {
        for (Cell cell : row) {
          if (cell.getCellType() == CellType.FORMULA
              && cell.getCellStyle().getDataFormatString().equals("0%")) {
            String words =
                PdfText.flat(row.getCell(cell.getColumnIndex() + 1).getStringCellValue());
            assertThat(words).contains(" " + formatter.formatCellValue(cell));
            compared++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(1);
  }
}
