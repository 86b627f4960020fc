package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.target.Targets;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.words.Formats;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of the page of an issue, whichever report it is of. */
class IssuePageTest {

  private static final ReportTemplates TEMPLATES = Samples.templates();
  private static final Renderings RENDERINGS = new Renderings(TEMPLATES);
  private static final List<String> LANGUAGES = List.of("en", "ru", "be", "fi");
  private static final List<String> FILES = List.of("pdf", "xlsx");
  private static final Pattern FIGURE =
      Pattern.compile("<data data-kpi=\"([^\"]+)\" value=\"([^\"]*)\">([^<]*)</data>");

  private record Shown(String kpi, String value, String text) {}

  static Stream<Arguments> everyTemplateLanguageAndCase() {
    return TEMPLATES.all().stream()
        .map(ReportTemplate::id)
        .flatMap(
            template ->
                LANGUAGES.stream()
                    .flatMap(
                        language ->
                            Stream.of(SampleKpis.Case.values())
                                .map(sample -> Arguments.of(template, language, sample))));
  }

  static Stream<Arguments> everyTemplateAndLanguage() {
    return everyTemplateLanguageAndCase()
        .filter(arguments -> arguments.get()[2] == SampleKpis.Case.FULL)
        .map(arguments -> Arguments.of(arguments.get()[0], arguments.get()[1]));
  }

  private static ReportContent content(String template, SampleKpis.Case sample) {
    Client client = sample == SampleKpis.Case.UGLY ? Samples.UGLY : Samples.HELSINKI;
    Targets targets = sample == SampleKpis.Case.FULL ? Samples.TARGETS : Targets.NONE;
    return Samples.content(template, sample, client, targets);
  }

  private static String page(ReportContent content, String language, boolean isShared) {
    return new String(
        RENDERINGS.page(content, Locale.forLanguageTag(language), FILES, isShared),
        StandardCharsets.UTF_8);
  }

  private static List<Shown> figures(String page) {
    List<Shown> shown = new ArrayList<>();
    Matcher found = FIGURE.matcher(page);
    while (found.find()) {
      shown.add(new Shown(found.group(1), found.group(2), found.group(3)));
    }
    return shown;
  }

  /** Words bound to their number are wider than a tile on a phone, which parted "102" and "%". */
  @Test
  void aTargetMayBreakBeforeItsShareAndNotInIt() {
    ReportContent content = Samples.content(SampleKpis.Case.FULL, Samples.MINSK, Samples.TARGETS);
    for (String language : LANGUAGES) {
      String page =
          new String(
              RENDERINGS.page(content, Locale.forLanguageTag(language), FILES, false),
              StandardCharsets.UTF_8);
      List<String> targets =
          Pattern.compile("class=\"target[^>]*>([^<]*)<")
              .matcher(page)
              .results()
              .map(found -> found.group(1))
              .toList();

      assertThat(targets).isNotEmpty();
      assertThat(targets).noneMatch(Pattern.compile("\\p{L}\\u00a0\\d").asPredicate());
      assertThat(targets).anyMatch(Pattern.compile(" 102\\h?%").asPredicate());
    }
  }

  @ParameterizedTest
  @MethodSource("everyTemplateAndLanguage")
  void saysTheFiguresOfPdfWorkbookAndApi(String template, String language) throws IOException {
    ReportContent content = content(template, SampleKpis.Case.FULL);
    Locale locale = Locale.forLanguageTag(language);
    Formats formats = Formats.of(locale);
    List<Shown> shown = figures(page(content, language, false));
    String pdf = PdfText.all(RENDERINGS.pdf(content, locale));
    boolean isOnePage = TEMPLATES.named(template).definition().onePage();

    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(RENDERINGS.xlsx(content, locale)))) {
      for (KpiFigure figure : content.figures()) {
        if (figure.current().value().isEmpty()) {
          continue;
        }
        BigDecimal value = figure.current().value().orElseThrow();
        String printed = formats.value(figure.current(), figure.kpi().unit());
        Shown onPage =
            shown.stream()
                .filter(one -> one.kpi().equals(figure.kpi().id().value()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + figure.kpi().id() + " on the page"));

        assertThat(new BigDecimal(onPage.value())).isEqualByComparingTo(value);
        assertThat(PdfText.flat(onPage.text())).contains(PdfText.flat(printed));
        if (!isOnePage) {
          assertThat(pdf).contains(PdfText.flat(printed));
        }
        // There it is a formula over its parts, in the sixteen digits of a workbook.
        assertThat(inWorkbook(workbook, figure))
            .isCloseTo(
                value.doubleValue(),
                within(Math.max(1e-12, Math.abs(value.doubleValue()) * 1e-14)));
      }
    }
    assertThat(shown).isNotEmpty();
  }

  private static double inWorkbook(XSSFWorkbook workbook, KpiFigure figure) {
    for (Row row : workbook.getSheetAt(1)) {
      if (figure.kpi().id().value().equals(row.getCell(0).getStringCellValue())) {
        return row.getCell(2).getNumericCellValue();
      }
    }
    throw new AssertionError("The workbook has no figure " + figure.kpi().id());
  }

  @ParameterizedTest
  @MethodSource("everyTemplateLanguageAndCase")
  void isSoundAndNeedsNoScriptOrStyleOfItsOwn(
      String template, String language, SampleKpis.Case sample) throws IOException {
    ReportContent content = content(template, sample);

    String page = page(content, language, false);

    assertThat(page)
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"" + language + "\">", "<title>", "<h1>")
        .doesNotContain(
            " style=", "<style", "javascript:", " onload=", " onerror=\"", "{0}", ">null<");
    assertThat(page.split("<script", -1)).hasSize(2);
    for (Section section : content.sections()) {
      assertThat(page).contains("id=\"s-" + section.key() + "\"");
    }
    // Each figure and each head of a table leads somewhere.
    Matcher links = Pattern.compile("href=\"#([^\"]+)\"").matcher(page);
    while (links.find()) {
      assertThat(page).contains("id=\"" + links.group(1) + "\"");
    }
    assertThat(Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map(id -> id.group(1)))
        .doesNotHaveDuplicates();
    assertThat(unclosed(page)).isEmpty();
  }

  /** What a browser would have to guess. */
  private static List<String> unclosed(String page) throws IOException {
    List<String> open = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Matcher tags =
        Pattern.compile("<(/?)([a-z0-9]+)([^>]*)>", Pattern.CASE_INSENSITIVE).matcher(page);
    while (tags.find()) {
      String tag = tags.group(2);
      if (List.of("meta", "link", "br").contains(tag) || tags.group(3).endsWith("/")) {
        continue;
      } else if (tags.group(1).isEmpty()) {
        open.add(tag);
      } else if (open.isEmpty() || !open.remove(open.size() - 1).equals(tag)) {
        wrong.add(tag + " at " + tags.start());
      }
    }
    wrong.addAll(open);
    return wrong;
  }

  @Test
  void leadsFromAFigureToFormulaPartsAndFilesAndShowsStrangersNoFiles() {
    ReportContent content = Samples.full(Samples.HELSINKI);
    KpiFigure figure =
        content.figures().stream()
            .filter(one -> !one.coverage().inputs().isEmpty())
            .findFirst()
            .orElseThrow();
    String file = figure.coverage().inputs().get(0).sha256();

    String whole = page(content, "en", false);
    String shared = page(content, "en", true);

    String anchor = "kpi-" + figure.kpi().id().value();
    assertThat(whole).contains("href=\"#" + anchor + "\"", "id=\"" + anchor + "\"", file);
    assertThat(shared)
        .contains("href=\"#" + anchor + "\"", "id=\"" + anchor + "\"", figure.kpi().version())
        .doesNotContain(file, file.substring(0, 12));
    content.sources().stream()
        .flatMap(source -> source.files().stream())
        .forEach(one -> assertThat(shared).doesNotContain(one.name(), one.hashPrefix()));
  }

  @Test
  void makesNothingOfMarkupAndTurningSignsInTheData() {
    Client hostile =
        new Client(
            Samples.HELSINKI.id(),
            "<script>alert(1)</script>\" onmouseover=\"x\u200Fgpj.exe",
            Samples.HELSINKI.zone(),
            Samples.HELSINKI.locale(),
            Samples.HELSINKI.currency());

    String page = page(Samples.full(hostile), "en", false);

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover=&quot;xgpj.exe")
        .doesNotContain("<script>", "\u200F");
  }

  @Test
  void isTheSameOnAnotherDay() {
    assertThat(page(Samples.full(Samples.HELSINKI), "be", true))
        .isEqualTo(page(Samples.full(Samples.HELSINKI), "be", true));
  }

  @Test
  void longNumbersAreMarkedSoThatTheyKeepTheirLine() {
    String page = page(Samples.full(Samples.MINSK), "en", false);

    assertThat(page)
        .containsPattern("class=\"value long\"><a href=\"#kpi-orders.revenue\"><data[^>]*>BYN")
        .containsPattern("class=\"value\"><a href=\"#kpi-web.sessions\">");
  }

  @Test
  void givesEachChartAsATable() {
    String page = page(Samples.full(Samples.HELSINKI), "en", false);

    int charts = page.split("<figure", -1).length - 1;
    assertThat(charts).isPositive();
    assertThat(page.split("The chart in numbers", -1)).hasSize(charts + 1);
  }
}
