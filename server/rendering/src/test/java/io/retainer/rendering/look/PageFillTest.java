package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.Samples;
import io.retainer.rendering.look.PageLines.Line;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplate;
import io.retainer.rendering.template.ReportTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How much of a page has something to see, in what somebody sees of a template first: each page
 * that others follow is filled by two thirds, the cover aside.
 */
class PageFillTest {

  /** Of the room between the head and the foot of a page. */
  private static final double LEAST = 2.0 / 3;

  /** To the rule of a row or the edge of a tile below its last text: 6 and 11 points. */
  private static final double EDGE = 8;

  private static final double TOP = 58;
  private static final double FOOT = 44;

  private static final Map<String, Integer> HEIGHTS = Map.of("a4", 842, "letter", 792);
  private static final List<KpiDescriptor> CATALOGUE = Samples.catalogue();

  @TempDir private static Path folder;
  private static Map<String, ReportTemplates> onPaper;

  @BeforeAll
  static void choosePaper() throws IOException {
    onPaper = Map.of("a4", Samples.templates(), "letter", letter());
  }

  private static ReportTemplates letter() throws IOException {
    Path style = Files.createDirectories(folder.resolve("style"));
    Files.writeString(style.resolve("look.yaml"), "paper: letter\n");
    return ReportTemplates.open(List.of(Samples.folder(), folder));
  }

  static Stream<Arguments> previews() {
    return Samples.templates().all().stream()
        .map(ReportTemplate::id)
        .flatMap(
            template ->
                Stream.of("en", "ru", "be", "fi")
                    .flatMap(
                        language ->
                            Stream.of("a4", "letter")
                                .map(paper -> Arguments.of(template, language, paper))));
  }

  @ParameterizedTest
  @MethodSource("previews")
  void everyPageButTheLastIsFilled(String template, String language, String paper)
      throws IOException {
    ReportTemplates templates = onPaper.get(paper);
    Locale locale = Locale.forLanguageTag(language);
    ReportContent content =
        SampleReport.compose(templates.named(template), CATALOGUE, locale, "Retainer");

    List<List<Line>> pages = PageLines.of(new Renderings(templates).pdf(content, locale));

    List<String> empty = new ArrayList<>();
    double bottom = HEIGHTS.get(paper) - FOOT;
    // The first one is the cover.
    for (int number = 1; number < pages.size(); number++) {
      double fill = fill(pages.get(number), bottom);
      if (fill < LEAST && number < pages.size() - 1) {
        empty.add(
            "page "
                + (number + 1)
                + " of "
                + pages.size()
                + " is filled by "
                + Math.round(1000 * fill) / 10.0
                + " %: "
                + pages.get(number).get(2).text());
      }
    }
    assertThat(empty).isEmpty();
  }

  private static double fill(List<Line> page, double bottom) {
    double low =
        page.stream()
            .mapToDouble(line -> line.box().getMaxY())
            .filter(y -> y < bottom)
            .max()
            .orElse(TOP);
    return (low + EDGE - TOP) / (bottom - TOP);
  }
}
