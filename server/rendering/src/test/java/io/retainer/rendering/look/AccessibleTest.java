package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.Written;
import io.retainer.rendering.brand.TestFonts;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/**
 * Who cannot see a report has it read aloud: headings, tables with heads, charts by their names.
 */
class AccessibleTest {

  private static final ReportTemplates TEMPLATES = Samples.templates();
  private static final Renderings RENDERINGS = new Renderings(TEMPLATES);

  @BeforeAll
  static void theValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<Arguments> reports() {
    return TEMPLATES.all().stream()
        .map(ReportTemplate::id)
        .flatMap(
            template ->
                Stream.of(
                    Arguments.of(template, "fi", SampleKpis.Case.FULL),
                    Arguments.of(template, "be", SampleKpis.Case.UGLY),
                    Arguments.of(template, "en", SampleKpis.Case.EMPTY)));
  }

  private static byte[] pdf(String template, String language, SampleKpis.Case sample) {
    return RENDERINGS.pdf(
        Samples.content(template, sample, Samples.HELSINKI, Samples.TARGETS),
        Locale.forLanguageTag(language));
  }

  /** All rules of PDF/UA-1 that a machine can check. */
  @ParameterizedTest
  @MethodSource("reports")
  void keepsTheRulesOfPdfUa(String template, String language, SampleKpis.Case sample)
      throws Exception {
    keepsTheRules(pdf(template, language, sample));
  }

  /** One that lacks Cyrillic, so that two fonts take turns in a line. */
  @Test
  void keepsThemInTheFontOfAnAgency(@TempDir Path folder) throws Exception {
    Path style = Files.createDirectories(folder.resolve("style"));
    Files.write(style.resolve("font-regular.ttf"), TestFonts.european("Regular"));
    Files.write(style.resolve("font-bold.ttf"), TestFonts.european("Bold"));
    Renderings own = new Renderings(ReportTemplates.open(List.of(Samples.folder(), folder)));

    keepsTheRules(own.pdf(Samples.full(Samples.MINSK), Locale.forLanguageTag("be")));
  }

  @Test
  void keepsThemWithWhatPeopleWrote() throws Exception {
    ReportContent content =
        Samples.content("monthly-performance", SampleKpis.Case.UGLY, Samples.UGLY, Samples.TARGETS);

    keepsTheRules(RENDERINGS.pdf(Written.everywhere(content), Locale.forLanguageTag("be")));
  }

  /** Arabic letters joined, Hebrew ones from the right, on pages and in drawings. */
  @Test
  void keepsThemWithNamesInOtherScripts() throws Exception {
    keepsTheRules(
        RENDERINGS.pdf(
            Written.summary(
                Samples.content(
                    "retention", SampleKpis.Case.UGLY, Samples.HELSINKI, Samples.TARGETS),
                "קפה מרחבא 12 %, مرحبا بالعالم (+7 %), ქართული, Հայերեն, 中文, 日本語, 한국어, ไทย, हिन्दी"),
            Locale.ENGLISH));
  }

  @Test
  void keepsThemWithABrand(@TempDir Path folder) throws Exception {
    Renderings branded = BrandTest.branded(folder);

    keepsTheRules(branded.pdf(Samples.full(Samples.HELSINKI), Locale.ENGLISH));
    keepsTheRules(
        branded.pdf(
            Samples.content(
                "executive-one-page", SampleKpis.Case.FULL, Samples.HELSINKI, Samples.TARGETS),
            Locale.ENGLISH));
  }

  private static void keepsTheRules(byte[] pdf) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
      List<String> failed =
          validator.validate(parser).getTestAssertions().stream()
              .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
              .map(
                  assertion ->
                      assertion.getRuleId().getClause()
                          + "-"
                          + assertion.getRuleId().getTestNumber()
                          + " "
                          + assertion.getMessage())
              .distinct()
              .toList();
      assertThat(failed).isEmpty();
    }
  }

  @Test
  void callsChartsByTheirNamesInCyrillicToo() throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf("seo", "be", SampleKpis.Case.FULL))) {
      assertThat(
              children(
                      (PDStructureElement)
                          document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0))
                  .stream()
                  .filter(part -> part.getStructureType().equals("Figure"))
                  .map(figure -> figure.getAlternateDescription().replace('\u00a0', ' ')))
          .contains("Клікі ў пошуку");
    }
  }

  @Test
  void readsHeadingsTablesAndChartsInTheirOrder() throws Exception {
    byte[] pdf = pdf("seo", "fi", SampleKpis.Case.FULL);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDStructureElement root =
          (PDStructureElement)
              document.getDocumentCatalog().getStructureTreeRoot().getKids().get(0);
      List<PDStructureElement> parts = children(root);
      List<String> kinds = parts.stream().map(PDStructureElement::getStructureType).toList();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fi");
      assertThat(kinds).contains("H1", "H2", "H3", "P", "Table", "Figure");
      assertThat(kinds.indexOf("H1")).isLessThan(kinds.indexOf("H2"));
      PDStructureElement table = parts.get(kinds.indexOf("Table"));
      List<PDStructureElement> rows = children(table);
      assertThat(children(rows.get(0)))
          .hasSize(5)
          .allMatch(cell -> cell.getStructureType().equals("TH"));
      assertThat(rows.subList(1, rows.size()))
          .hasSize(8)
          .allSatisfy(
              row ->
                  assertThat(children(row))
                      .hasSize(5)
                      .allMatch(cell -> cell.getStructureType().equals("TD")));
      assertThat(parts.get(kinds.indexOf("Figure")).getAlternateDescription())
          .isEqualTo("Klikkaukset haussa");
    }
  }

  private static List<PDStructureElement> children(PDStructureNode node) {
    return node.getKids().stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast)
        .toList();
  }
}
