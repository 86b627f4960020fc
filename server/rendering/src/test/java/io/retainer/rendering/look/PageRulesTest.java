package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.client.Client;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Targets;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.SampleKpis;
import io.retainer.rendering.Samples;
import io.retainer.rendering.look.PageLines.Line;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.ReportTexts;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules that hold on each page of each report, whatever the language and the data. */
class PageRulesTest {

  private static final ReportTemplates TEMPLATES = Samples.templates();
  private static final Renderings RENDERINGS = new Renderings(TEMPLATES);

  private static final Map<List<Object>, List<List<Line>>> LAID_OUT = new ConcurrentHashMap<>();

  /** Letters that touch by less than this are beside each other. */
  private static final double TOUCH = 0.6;

  /** From here on a text is a heading of a section or of a table. */
  private static final double HEADING = 10.2;

  /** A line that ends or begins as none may. */
  private static final String SPLIT = "(?iu)(.* )?[а-яёіў*]|.*топ-|[\\u2013\\u2014] .*";

  /** In points, of a figure in a tile that is not too long for it. */
  private static final double FIGURE = 20;

  /** In points; what is smaller is a mark on paper and no text. */
  private static final double SMALLEST = 6;

  /** Between the head and the foot of a page. */
  private static final double TOP = 58;

  private static final double BOTTOM = 798;

  static Stream<Arguments> reports() {
    return TEMPLATES.all().stream()
        .map(ReportTemplate::id)
        .flatMap(
            template ->
                Stream.of("en", "ru", "be", "fi")
                    .flatMap(
                        language ->
                            Stream.of(SampleKpis.Case.values())
                                .map(sample -> Arguments.of(template, language, sample))));
  }

  private static byte[] pdf(String template, String language, SampleKpis.Case sample) {
    boolean isUgly = sample == SampleKpis.Case.UGLY;
    Client client = isUgly ? Samples.UGLY : Samples.HELSINKI;
    boolean aims = isUgly || sample == SampleKpis.Case.FULL;
    ReportContent content =
        Samples.content(template, sample, client, aims ? Samples.TARGETS : Targets.NONE);
    return RENDERINGS.pdf(content, Locale.forLanguageTag(language));
  }

  /** A name is made smaller until it fits, and so is the room between its lines. */
  @Test
  void theLinesOfANameInSeveralScriptsDoNotTouch() throws IOException {
    Client house = Samples.HELSINKI;
    Client client =
        new Client(
            house.id(),
            "ООО «Северное сияние — магазин товаров для туризма, рыбалки, охоты и зимнего отдыха»"
                + " مرحبا",
            house.zone(),
            house.locale(),
            house.currency());
    ReportContent content =
        Samples.content("executive-one-page", SampleKpis.Case.FULL, client, Targets.NONE);

    List<Line> name =
        PageLines.of(RENDERINGS.pdf(content, Locale.forLanguageTag("ru"))).get(0).stream()
            .filter(line -> line.text().contains("Северное") || line.text().contains("отдыха"))
            .toList();

    assertThat(name).hasSize(2);
    assertThat(name.get(1).box().getMaxY() - name.get(0).box().getMaxY())
        .isGreaterThan(name.get(0).size());
  }

  /** Laid out once for all rules. */
  private static List<List<Line>> pages(String template, String language, SampleKpis.Case sample)
      throws IOException {
    List<Object> report = List.of(template, language, sample);
    List<List<Line>> pages = LAID_OUT.get(report);
    if (pages == null) {
      pages = PageLines.of(pdf(template, language, sample));
      LAID_OUT.put(report, pages);
    }
    return pages;
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noTextsOverlapAndNoHeadingIsLast(String template, String language, SampleKpis.Case sample)
      throws IOException {
    List<String> seen = new ArrayList<>();
    int number = 0;
    for (List<Line> page : pages(template, language, sample)) {
      number++;
      for (String overlap : overlaps(page)) {
        seen.add("page " + number + ": " + overlap);
      }
      List<Line> body = body(page).toList();
      Line last = body.get(body.size() - 1);
      if (last.isBold() && last.size() >= HEADING && number > 1) {
        seen.add("page " + number + " ends with the heading " + last);
      }
    }
    assertThat(seen).isEmpty();
  }

  /** The glossary and the notes begin a page on purpose, where they do. */
  @ParameterizedTest
  @MethodSource("reports")
  void noPageIsMostlyEmptyButTheLastOfAChapter(
      String template, String language, SampleKpis.Case sample) throws IOException {
    ReportTexts texts = TEMPLATES.named(template).texts(Locale.forLanguageTag(language));
    Set<String> chapters = Set.of(texts.text("glossary.title"), texts.text("notes.title"));
    List<List<Line>> pages = pages(template, language, sample);
    List<String> seen = new ArrayList<>();
    for (int number = 1; number < pages.size() - 1; number++) {
      double low =
          body(pages.get(number)).mapToDouble(line -> line.box().getMaxY()).max().orElse(0);
      Line next = body(pages.get(number + 1)).findFirst().orElseThrow();
      if (low < TOP + (BOTTOM - TOP) / 3 && !chapters.contains(next.text())) {
        seen.add("page " + (number + 1) + " of " + pages.size() + " ends at " + Math.round(low));
      }
    }
    assertThat(seen).isEmpty();
  }

  private static Stream<Line> body(List<Line> page) {
    return page.stream()
        .filter(Line::isInBody)
        .sorted(Comparator.comparing(line -> line.box().getMaxY()));
  }

  static List<String> overlaps(List<Line> page) {
    List<String> overlaps = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      for (int j = i + 1; j < page.size(); j++) {
        Rectangle2D shared = page.get(i).box().createIntersection(page.get(j).box());
        if (shared.getWidth() > TOUCH && shared.getHeight() > TOUCH) {
          overlaps.add(page.get(i) + " and " + page.get(j) + " stand over each other");
        }
      }
    }
    return overlaps;
  }

  @Test
  void textsThatStandOverEachOtherAreSeen() throws IOException {
    List<Line> page = PageLines.of(pdf("seo", "en", SampleKpis.Case.FULL)).get(2);
    Line one = page.get(page.size() / 2);
    Line shifted =
        new Line(
            "shifted",
            new Rectangle2D.Double(
                one.box().getX() + 3, one.box().getY() + 2, one.box().getWidth(), one.size()),
            one.size(),
            false);

    assertThat(page).hasSizeGreaterThan(40);
    assertThat(overlaps(Stream.concat(page.stream(), Stream.of(shifted)).toList()))
        .anyMatch(overlap -> overlap.contains("shifted"));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void noTextIsTooSmallToBeReadOnPaper(String template, String language, SampleKpis.Case sample)
      throws IOException {
    assertThat(pages(template, language, sample))
        .allSatisfy(
            page ->
                assertThat(page)
                    .allSatisfy(
                        line -> assertThat(line.size()).as("%s", line).isGreaterThan(SMALLEST)));
  }

  static Stream<Arguments> fullReports() {
    return reports().filter(report -> report.get()[2] == SampleKpis.Case.FULL);
  }

  @ParameterizedTest
  @MethodSource("fullReports")
  void nothingIsCutFromAnOrdinaryReport(String template, String language, SampleKpis.Case sample)
      throws IOException {
    assertThat(
            pages(template, language, sample).stream()
                .flatMap(List::stream)
                .map(Line::text)
                .filter(text -> text.contains("…")))
        .isEmpty();
  }

  /** Russian and Belarusian typography: what belongs to the next word does not end a line. */
  @ParameterizedTest
  @MethodSource("fullReports")
  void noLineEndsWithAMarkOrAWordOfOneLetterOrBeginsWithADash(
      String template, String language, SampleKpis.Case sample) throws IOException {
    String label =
        TEMPLATES.named(template).texts(Locale.forLanguageTag(language)).text("notes.software");

    assertThat(
            pages(template, language, sample).stream()
                .flatMap(List::stream)
                .map(Line::text)
                .filter(text -> text.matches(SPLIT) && !text.equals(label))
                // A name of the data: so many litres.
                .filter(text -> !text.matches(".*\\d л")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("fullReports")
  void figuresBesideEachOtherStandAtOneHeight(
      String template, String language, SampleKpis.Case sample) throws IOException {
    for (List<Line> page : pages(template, language, sample)) {
      List<Line> figures =
          page.stream().filter(line -> Math.abs(line.size() - FIGURE) < 0.1).toList();
      for (Line one : figures) {
        assertThat(figures)
            .filteredOn(other -> Math.abs(other.box().getY() - one.box().getY()) < FIGURE)
            .allSatisfy(
                other ->
                    assertThat(other.box().getY()).as("%s", other).isEqualTo(one.box().getY()));
      }
    }
  }
}
