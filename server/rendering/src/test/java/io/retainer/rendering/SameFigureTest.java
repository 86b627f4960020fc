package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import io.retainer.rendering.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SameFigureTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void isReadInPdfWorkbookMailAndPage(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    Renderings renderings = new Renderings(Samples.templates());
    ReportContent content = Samples.full(Samples.HELSINKI);
    Formats formats = Formats.of(locale);

    String pdf = PdfText.all(renderings.pdf(content, locale));
    String mail = PdfText.flat(renderings.email(content, locale).text());
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(renderings.xlsx(content, locale)))) {
      for (KpiFigure figure : content.figures()) {
        KpiUnit unit = figure.kpi().unit();
        Optional<String> currency = figure.current().currency();
        String printed = PdfText.flat(formats.value(figure.current(), unit));
        double inWorkbook = valueOf(workbook, figure.kpi().id().value());

        assertThat(pdf).contains(printed);
        assertThat(PdfText.flat(formats.amount(BigDecimal.valueOf(inWorkbook), unit, currency)))
            .as(figure.kpi().id().value())
            .isEqualTo(printed);
      }
    }
    assertThat(renderings.overview(content, locale).cards())
        .extracting(card -> card.figure().value().replace(FigureText.PARTIAL_MARK, ""))
        .containsExactlyElementsOf(
            content.tiles().stream()
                .map(Tile::figure)
                .map(figure -> formats.value(figure.current(), figure.kpi().unit()))
                .toList());
    content
        .tiles()
        .forEach(
            tile ->
                assertThat(mail)
                    .contains(
                        PdfText.flat(
                            formats.value(tile.figure().current(), tile.figure().kpi().unit()))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void theSixStatesAreToldApartEverywhere(String language) throws IOException {
    Locale locale = Locale.forLanguageTag(language);
    Renderings renderings = new Renderings(Samples.templates());
    ReportContent content = Samples.content(SampleKpis.Case.STATES, Samples.HELSINKI);
    ReportTexts texts = Samples.templates().named("monthly-performance").texts(locale);
    Words words = texts.formats().words();
    Map<String, String> shown =
        Map.of(
            "web.sessions", "0",
            "web.organic-sessions", Formats.NOTHING + " " + texts.text("tile.no-data"),
            "search.serp-position", Formats.NOTHING + " " + texts.text("tile.not-computable"),
            "social.followers",
                words.text("status.suppressed") + " " + texts.text("tile.suppressed"),
            "email.ctr", percent(texts, "0.321") + FigureText.PARTIAL_MARK,
            "customers.retention-rate", "\u2248 " + percent(texts, "0.654"));

    Map<String, String> onPage = new HashMap<>();
    renderings
        .overview(content, locale)
        .cards()
        .forEach(
            card ->
                onPage.put(
                    card.figure().label(), card.figure().value() + " " + card.figure().note()));
    String pdf = PdfText.all(renderings.pdf(content, locale));
    String mail = PdfText.flat(renderings.email(content, locale).text());
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(renderings.xlsx(content, locale)))) {
      for (Tile tile : content.tiles()) {
        KpiFigure figure = tile.figure();
        String text = shown.get(figure.kpi().id().value());
        if (text != null) {
          String label = figure.kpi().title(locale);
          assertThat(PdfText.flat(onPage.get(label))).isEqualTo(PdfText.flat(text));
          // On a page the value and, below it, why there is none are apart.
          assertThat(pdf)
              .contains(
                  PdfText.flat(
                      FigureText.marked(figure.current(), figure.kpi().unit(), texts.formats())));
          if (figure.current().value().isEmpty()) {
            assertThat(pdf).contains(texts.text("tile." + figure.current().status().word()));
          }
          assertThat(statusOf(workbook, figure, texts))
              .isEqualTo(words.text("status." + figure.current().status().word()));
          String inMail = inMail(figure, text, texts);
          assertThat(mail.contains(PdfText.flat(label + ": " + inMail)))
              .as("%s: %s, in: %s", label, inMail, mail)
              .isEqualTo(figure.current().status() != KpiValue.Status.NO_DATA);
        }
      }
    }
    assertThat(pdf)
        .contains(
            PdfText.flat(
                ReasonTexts.of(locale)
                    .sentence(
                        new Reason(
                            Reason.Code.BELOW_THRESHOLD,
                            List.of("1", "followers", "50"),
                            "Kept back."))));
  }

  private static String percent(ReportTexts texts, String number) {
    return texts.formats().amount(new BigDecimal(number), KpiUnit.PERCENT, Optional.empty());
  }

  private static String inMail(KpiFigure figure, String text, ReportTexts texts) {
    return switch (figure.current().status()) {
      case SUPPRESSED -> texts.formats().words().text("status.suppressed");
      case NOT_COMPUTABLE -> texts.text("tile.not-computable");
      default -> text;
    };
  }

  /** The word in the figure's row; where there is no value, nothing stands in the value's cell. */
  private static String statusOf(XSSFWorkbook workbook, KpiFigure figure, ReportTexts texts) {
    Sheet sheet = workbook.getSheetAt(1);
    int column = -1;
    for (Cell head : sheet.getRow(0)) {
      boolean isStatus = head.getStringCellValue().equals(texts.text("column.status"));
      column = isStatus ? head.getColumnIndex() : column;
    }
    for (Row row : sheet) {
      if (figure.kpi().id().value().equals(row.getCell(0).getStringCellValue())) {
        assertThat(row.getCell(2) == null).isEqualTo(figure.current().value().isEmpty());
        return row.getCell(column).getStringCellValue();
      }
    }
    throw new AssertionError("The workbook has no figure " + figure.kpi().id());
  }

  private static double valueOf(XSSFWorkbook workbook, String id) {
    for (Row row : workbook.getSheetAt(1)) {
      if (id.equals(row.getCell(0).getStringCellValue())) {
        return row.getCell(2).getNumericCellValue();
      }
    }
    throw new AssertionError("The workbook has no figure " + id);
  }
}
