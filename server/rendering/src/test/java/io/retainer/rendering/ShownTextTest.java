package io.retainer.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.mail.EmailBody;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * PDF, page and mail are read as their readers read them: each figure with its changes and its
 * target, and each row of numbers of a table, is the same text in all that show it.
 */
class ShownTextTest {

  private static final ReportTemplates TEMPLATES = Samples.templates();
  private static final Renderings RENDERINGS = new Renderings(TEMPLATES);
  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
  private static final List<String> FILES = List.of("pdf", "xlsx");

  private static final Pattern TILE =
      Pattern.compile("(?s)<article class=\"tile\">(.*?)</article>");
  private static final Pattern TABLE =
      Pattern.compile("(?s)<table class=\"sortable\">(.*?)</table>");
  private static final Pattern ROW = Pattern.compile("(?s)<tr>(.*?)</tr>");
  private static final Pattern CELL = Pattern.compile("(?s)<td[^>]*>(.*?)</td>");

  /** More tiles do not fit on a single page. */
  private static final int MOST_TILES = 9;

  static Stream<Arguments> reports() {
    return TEMPLATES.all().stream()
        .map(ReportTemplate::id)
        .flatMap(
            template ->
                Stream.of(SampleKpis.Case.FULL, SampleKpis.Case.UGLY)
                    .map(sample -> Arguments.of(template, sample)));
  }

  private static ReportContent content(String template, SampleKpis.Case sample) {
    boolean isUgly = sample == SampleKpis.Case.UGLY;
    return Samples.content(
        template, sample, isUgly ? Samples.UGLY : Samples.HELSINKI, Samples.TARGETS);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void eachFigureReadsTheSameInPdfPageAndMail(String template, SampleKpis.Case sample)
      throws IOException {
    ReportContent content = content(template, sample);
    boolean isOnePage = TEMPLATES.named(template).definition().onePage();
    String pdf = inOrder(RENDERINGS.pdf(content, RUSSIAN));
    EmailBody mail = RENDERINGS.email(content, RUSSIAN);
    String plain = flat(mail.text());
    String html = read(mail.html());

    List<String> tiles = found(TILE, page(content));

    assertThat(tiles).hasSizeGreaterThanOrEqualTo(content.tiles().size());
    int last = isOnePage ? Math.min(MOST_TILES, content.tiles().size()) : tiles.size();
    // Where none has data a sentence stands in their place.
    boolean isSentence = content.tiles().stream().allMatch(ShownTextTest::hasNoData);
    assertThat(tiles.subList(isSentence ? content.tiles().size() : 0, last))
        .allSatisfy(tile -> assertThat(pdf).contains(read(tile)));
    for (int i = 0; i < content.tiles().size(); i++) {
      if (content.tiles().get(i).figure().current().value().isPresent()) {
        String tile = tiles.get(i);
        String label = one("h3", tile);
        String value = one("data", tile);
        String change = one("dd", tile).replaceFirst("^\u2013$", "");
        String target = one("p class=\"target[^\"]*\"", tile);
        assertThat(plain)
            .contains(
                joined(label + ": " + value, change.isEmpty() ? "" : "(" + change + ")", target));
        assertThat(html).contains(joined(label, target, value, change));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void eachRowOfNumbersReadsTheSameInPdfAndPage(String template, SampleKpis.Case sample)
      throws IOException {
    if (TEMPLATES.named(template).definition().onePage()) {
      return;
    }
    ReportContent content = content(template, sample);
    String pdf = inOrder(RENDERINGS.pdf(content, RUSSIAN));

    List<String> rows =
        found(TABLE, page(content)).stream()
            .flatMap(table -> found(ROW, table).stream())
            .map(ShownTextTest::numbers)
            .filter(row -> !row.isEmpty())
            .toList();

    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(pdf).contains(row));
  }

  private static boolean hasNoData(Tile tile) {
    return tile.figure().current().status() == KpiValue.Status.NO_DATA;
  }

  private static String page(ReportContent content) {
    return new String(RENDERINGS.page(content, RUSSIAN, FILES, false), StandardCharsets.UTF_8)
        .replaceAll("(?s)<svg.*?</svg>", "");
  }

  /** The layout counts columns from the right edge, and so they are written. */
  private static String numbers(String row) {
    return found(CELL, row).stream()
        .map(ShownTextTest::read)
        .reduce("", (right, cell) -> cell + right);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The text of the first such element; empty where there is none. */
  private static String one(String element, String html) {
    Matcher found =
        Pattern.compile("(?s)<" + element + "[^>]*>(.*?)</" + element.split(" ")[0] + ">")
            .matcher(html);
    return found.find() ? read(found.group(1)) : "";
  }

  private static String joined(String... texts) {
    return flat(String.join("", texts));
  }

  /** Without spaces, as lines end at hyphens too, and what holds a range together on a page. */
  private static String flat(String text) {
    return PdfText.flat(text).replace(" ", "").replace("\u2060", "");
  }

  private static String read(String html) {
    return flat(
        html.replaceAll("<[^>]*>", " ")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&"));
  }

  /** As it was written: tile after tile, row after row. */
  private static String inOrder(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      StringWriter text = new StringWriter();
      new PDFTextStripper().writeText(document, text);
      return flat(text.toString());
    }
  }
}
