package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiId;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A section that a client's version adds is one of the report, wherever the report is read. */
class OwnSectionsTest {

  private static final Locale FINNISH = Locale.forLanguageTag("fi");

  private static final String OVERRIDE =
      """
      sections:
        - key: own-1
          title: {fi: "Messut & <tapahtumat>"}
          text: {fi: "Kolme messua lokakuussa.\\n\\n- Espoo {0}"}
          figures: [ads.clicks]
          breakdowns:
            - {by: campaign, kpis: [ads.clicks], top: 3, bars: true}
        - key: own-2
          title: {fi: Avaukset}
          figures: [ads.impressions]
          blocks:
            - {show: columns, kpi: ads.impressions, by: campaign, over: week}
      """;

  @TempDir private Path home;
  private Renderings renderings;
  private ReportTemplate template;
  private ReportContent content;

  @BeforeEach
  void compose() throws IOException {
    Path file = home.resolve("monthly-performance/override.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, OVERRIDE);
    ReportTemplates templates = ReportTemplates.open(List.of(Samples.folder(), home));
    template = templates.named("monthly-performance");
    renderings = new Renderings(templates);
    content = SampleReport.compose(template, Samples.catalogue(), FINNISH, "Retainer");
  }

  @Test
  void itsKpisAreThoseOfTheReport() {
    assertThat(template.definition().kpis().stream().map(Line::value).map(KpiId::value))
        .contains("ads.clicks", "ads.impressions");
    assertThat(content.sections().stream().map(Section::key)).contains("own-1", "own-2");
    assertThat(content.glossary().stream().map(kpi -> kpi.id().value()))
        .contains("ads.clicks", "ads.impressions");
    assertThat(content.figures().stream().map(figure -> figure.kpi().id().value()))
        .contains("ads.clicks", "ads.impressions");
  }

  @Test
  void itStandsInThePdfWithItsTextBelowTheHeadline() {
    String pdf = PdfText.all(renderings.pdf(content, FINNISH));

    assertThat(pdf).contains("Messut & <tapahtumat>", "Kolme messua lokakuussa.", "Espoo {0}");
    assertThat(pdf.indexOf("Messut &")).isLessThan(pdf.indexOf("Kolme messua lokakuussa."));
  }

  @Test
  void itHasASheetAndAPlaceOnThePage() throws IOException {
    try (var book = new XSSFWorkbook(new ByteArrayInputStream(renderings.xlsx(content, FINNISH)))) {
      assertThat(book.getSheet("Messut & <tapahtumat>").getRow(0).getCell(0).getStringCellValue())
          .isEqualTo("Messut & <tapahtumat>");
      assertThat(book.getSheet("Avaukset")).isNotNull();
    }
    String page =
        new String(renderings.page(content, FINNISH, List.of(), false), StandardCharsets.UTF_8);
    assertThat(page)
        .contains("Messut &amp; &lt;tapahtumat&gt;", "Kolme messua lokakuussa.")
        .doesNotContain("<tapahtumat>");
  }

  @Test
  void readersOfALanguageThatHasNoTitleSeeTheFirst() {
    String pdf = PdfText.all(renderings.pdf(content, Locale.forLanguageTag("ru")));

    assertThat(pdf).contains("Avaukset", "Kolme messua lokakuussa.");
  }
}
