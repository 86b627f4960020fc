package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Targets;
import io.retainer.rendering.template.Definition;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.words.Words;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is promised of each template that comes with the program. */
class EveryTemplateTest {

  private static final ReportTemplates TEMPLATES = Samples.templates();
  private static final Renderings RENDERINGS = new Renderings(TEMPLATES);
  private static final List<String> LANGUAGES = List.of("en", "ru", "be", "fi");

  static Stream<String> templates() {
    return TEMPLATES.all().stream().map(ReportTemplate::id);
  }

  static Stream<Arguments> everyTemplateLanguageAndCase() {
    return templates()
        .flatMap(
            template ->
                Stream.of(SampleKpis.Case.values())
                    .flatMap(
                        sample ->
                            LANGUAGES.stream()
                                .map(language -> Arguments.of(template, language, sample))));
  }

  private static Client clientOf(SampleKpis.Case sample) {
    return sample == SampleKpis.Case.UGLY ? Samples.UGLY : Samples.HELSINKI;
  }

  private static ReportContent content(String template, SampleKpis.Case sample) {
    Targets targets = sample == SampleKpis.Case.FULL ? Samples.TARGETS : Targets.NONE;
    return Samples.content(template, sample, clientOf(sample), targets);
  }

  private static Set<KpiId> shown() {
    return TEMPLATES.all().stream()
        .flatMap(template -> template.definition().kpis().stream())
        .map(Definition.Line::value)
        .collect(Collectors.toSet());
  }

  @Test
  void areTheOnesThatAreDescribed() {
    assertThat(TEMPLATES.problems()).isEmpty();
    assertThat(templates())
        .containsExactly(
            "campaign",
            "deals",
            "email",
            "executive-one-page",
            "monthly-performance",
            "quarterly-review",
            "retention",
            "seo",
            "social");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void namesOnlyWhatTheScriptsDefine(String template) {
    SampleKpis kpis = SampleKpis.ofEverything(SampleKpis.Case.FULL);
    ReportTemplate found = TEMPLATES.named(template);

    assertThat(found.problems(kpis)).isEmpty();
    assertThat(found.definition().kpis())
        .allSatisfy(line -> assertThat(kpis.find(line.value())).as(line.at()).isPresent());
  }

  /** Which model an estimate comes from stands in the glossary; a tile says what it is. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "be", "fi"})
  void callsNoFigureByTheNameOfAModel(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Stream<String> figures =
        Samples.catalogue().stream()
            .filter(kpi -> shown().contains(kpi.id()))
            .map(kpi -> kpi.title(locale));
    Stream<String> reasons =
        Words.of(locale).all().entrySet().stream()
            .filter(word -> word.getKey().startsWith("reason."))
            .map(Map.Entry::getValue);

    assertThat(Stream.concat(figures, reasons))
        .isNotEmpty()
        .noneMatch(text -> text.matches("(?iu).*(nbd|gamma|гам+а).*"));
  }

  @ParameterizedTest
  @MethodSource("templates")
  void saysInEachLanguageWhatItIsFor(String template) {
    ReportTemplate found = TEMPLATES.named(template);

    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      assertThat(found.title(locale)).isNotBlank();
      assertThat(found.description(locale)).endsWith(".").hasSizeLessThan(120);
    }
    assertThat(LANGUAGES.stream().map(Locale::forLanguageTag).map(found::description))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("everyTemplateLanguageAndCase")
  void hasNoBlankPageAndNothingOutsideAPage(
      String template, String language, SampleKpis.Case sample) throws IOException {
    byte[] pdf = RENDERINGS.pdf(content(template, sample), Locale.forLanguageTag(language));

    List<String> pages = PdfText.pages(pdf);
    boolean isOnePage = TEMPLATES.named(template).definition().onePage();
    assertThat(pages).hasSizeBetween(isOnePage ? 1 : 2, isOnePage ? 1 : 18);
    // The running head and foot alone are about 120 characters.
    assertThat(pages).allSatisfy(page -> assertThat(page.length()).isGreaterThan(170));
    assertThat(PdfText.outside(pdf)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void givesAWorkbookWithEachFigureOfIt(String template) throws IOException {
    ReportContent content = content(template, SampleKpis.Case.FULL);

    byte[] bytes = RENDERINGS.xlsx(content, Locale.forLanguageTag("fi"));

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      XSSFTable table = workbook.getTable("tblKPI");
      List<String> ids = new ArrayList<>();
      for (int row = table.getStartRowIndex() + 1; row <= table.getEndRowIndex(); row++) {
        ids.add(table.getXSSFSheet().getRow(row).getCell(0).getStringCellValue());
      }
      assertThat(ids)
          .isNotEmpty()
          .containsExactlyElementsOf(
              content.figures().stream().map(figure -> figure.kpi().id().value()).toList());
    }
  }
}
