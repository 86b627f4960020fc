package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.fact.Converted;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.spi.DateSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report whose amounts were converted says so, and by which rates. */
class RatesInReportTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());
  private static final String TITLE = "eurofxref-hist.csv, no. 3, 2026-11-02, 0123456789ab";

  private static Converted.Used used(String currency, String day, String factor) {
    LocalDate date = LocalDate.parse(day);
    return new Converted.Used(currency, DateSpan.ofDay(date), new BigDecimal(factor), date);
  }

  private static final Converted CONVERTED =
      new Converted(
          "EUR",
          TITLE,
          List.of(
              used("SEK", "2026-10-20", "0.091200000000000"),
              used("USD", "2026-10-01", "0.909090909090909"),
              used("USD", "2026-10-31", "0.850000000000000")),
          List.of());

  private static ReportContent content() {
    ReportContent plain = Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI);
    List<Tile> tiles = plain.tiles().stream().map(RatesInReportTest::converted).toList();
    return new ReportContent(
        plain.id(),
        plain.template(),
        plain.client(),
        plain.agency(),
        plain.period(),
        plain.bases(),
        plain.dataAsOf(),
        plain.issuedAt(),
        plain.software(),
        tiles,
        plain.sections(),
        plain.glossary(),
        plain.sources(),
        plain.targets(),
        plain.rows());
  }

  private static Tile converted(Tile tile) {
    KpiFigure figure = tile.figure();
    return new Tile(
        new KpiFigure(
            figure.kpi(),
            figure.period(),
            figure.current(),
            figure.compared(),
            figure.coverage().converted(Set.of("EUR"), CONVERTED)),
        tile.trail());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Amounts are converted to EUR, each at the rate of its own day. Rates:"
            + "|USD, 1–31 October 2026: 0.850000 to 0.909091, mean 0.879545|SEK, 20 October 2026: 0.0912000",
        "ru|Суммы пересчитаны в EUR, каждая по курсу на свой день. Курсы:"
            + "|USD, 1–31 октября 2026 г.: от 0,850000 до 0,909091, в среднем 0,879545"
            + "|SEK, 20 октября 2026 г.: 0,0912000",
        "be|Сумы пералічаны ў EUR, кожная па курсе на свой дзень. Курсы:"
            + "|USD, 1–31 кастрычніка 2026 г.: ад 0,850000 да 0,909091, у сярэднім 0,879545"
            + "|SEK, 20 кастрычніка 2026 г.: 0,0912000",
        "fi|Summat on muunnettu valuuttaan EUR, kukin oman päivänsä kurssilla. Kurssit:"
            + "|USD, 1.–31. lokakuuta 2026: 0,850000–0,909091, keskiarvo 0,879545"
            + "|SEK, 20. lokakuuta 2026: 0,0912000"
      })
  void theDataNotesSayItInEveryLanguage(String language, String said, String dollars, String crowns)
      throws IOException {
    Locale locale = Locale.forLanguageTag(language);

    String pdf = PdfText.flat(PdfText.all(RENDERINGS.pdf(content(), locale)));
    List<String> notes = notes(locale);

    assertThat(notes).contains(said + " " + TITLE, dollars, crowns);
    assertThat(notes).anySatisfy(cell -> assertThat(cell).endsWith(" [SEK, USD → EUR]"));
    assertThat(pdf).contains(dollars, crowns, "eurofxref-hist.csv");
  }

  @Test
  void theParametersHaveTheMeansAndEveryRateInNamedCells() throws IOException {
    try (XSSFWorkbook workbook = workbook(content())) {
      assertThat(cell(workbook, "prm_rates").getStringCellValue()).isEqualTo(TITLE);
      assertThat(cell(workbook, "prm_rate_usd").getNumericCellValue())
          .isEqualTo(0.879545454545455, org.assertj.core.api.Assertions.within(1e-14));
      assertThat(cell(workbook, "prm_rate_usd_2026_10_31").getNumericCellValue()).isEqualTo(0.85);
      assertThat(cell(workbook, "prm_rate_sek_2026_10_20").getNumericCellValue()).isEqualTo(0.0912);
    }
  }

  @Test
  void whereNothingIsConvertedNothingIsSaidOfRates() throws IOException {
    ReportContent plain = Samples.content(SampleKpis.Case.FULL, Samples.HELSINKI);
    try (XSSFWorkbook workbook = workbook(plain)) {
      assertThat(workbook.getName("prm_rates")).isNull();
    }
    assertThat(PdfText.all(RENDERINGS.pdf(plain, Locale.ENGLISH))).doesNotContain("Exchange rates");
  }

  private static List<String> notes(Locale locale) throws IOException {
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(RENDERINGS.xlsx(content(), locale)))) {
      List<String> cells = new ArrayList<>();
      workbook.forEach(
          sheet ->
              sheet.forEach(
                  row ->
                      row.forEach(
                          cell -> {
                            if (cell.getCellType() == CellType.STRING) {
                              cells.add(PdfText.flat(cell.getStringCellValue()));
                            }
                          })));
      return cells;
    }
  }

  private static XSSFWorkbook workbook(ReportContent content) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(RENDERINGS.xlsx(content, Locale.ENGLISH)));
  }

  private static Cell cell(XSSFWorkbook workbook, String name) {
    CellReference at = new CellReference(workbook.getName(name).getRefersToFormula());
    return workbook.getSheet(at.getSheetName()).getRow(at.getRow()).getCell(at.getCol());
  }
}
