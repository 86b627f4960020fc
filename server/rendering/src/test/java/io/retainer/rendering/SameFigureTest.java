package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.words.Formats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
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

  private static double valueOf(XSSFWorkbook workbook, String id) {
    for (Row row : workbook.getSheetAt(1)) {
      if (id.equals(row.getCell(0).getStringCellValue())) {
        return row.getCell(2).getNumericCellValue();
      }
    }
    throw new AssertionError("The workbook has no figure " + id);
  }
}
