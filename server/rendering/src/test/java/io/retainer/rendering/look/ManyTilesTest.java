package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.Samples;
import io.retainer.rendering.look.PageLines.Line;
import io.retainer.rendering.sample.SampleReport;
import io.retainer.rendering.template.ReportTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However many figures an agency names, the first of them stand below their heading. */
class ManyTilesTest {

  private static final List<KpiDescriptor> CATALOGUE = Samples.catalogue();

  /** Head, foot, a heading and two lines below it. */
  private static final int HEADING_ALONE = 7;

  @TempDir Path home;

  @ParameterizedTest
  @CsvSource({"a4, 12", "a4, 13", "a4, 22", "a4, 60", "letter, 10", "letter, 19", "letter, 40"})
  void noHeadingIsLeftAloneOnAPage(String paper, int count) throws IOException {
    List<List<Line>> pages = pages(paper, count);

    assertThat(pages.subList(1, pages.size()))
        .allSatisfy(page -> assertThat(page).hasSizeGreaterThan(HEADING_ALONE));
    String first = CATALOGUE.get(0).title(Locale.ENGLISH);
    assertThat(pages)
        .filteredOn(page -> page.stream().anyMatch(line -> line.text().equals("Scorecard")))
        .singleElement()
        .satisfies(page -> assertThat(page).anyMatch(line -> line.text().startsWith(first)));
  }

  private List<List<Line>> pages(String paper, int count) throws IOException {
    String named =
        CATALOGUE.stream()
            .limit(count)
            .map(kpi -> kpi.id().value())
            .collect(Collectors.joining(", ", "[", "]"));
    Files.createDirectories(home.resolve("style"));
    Files.createDirectories(home.resolve("many"));
    Files.writeString(home.resolve("style/look.yaml"), "paper: " + paper + "\n");
    Files.writeString(
        home.resolve("many/report.yaml"),
        "compare: [previous, last-year]\nscorecard: "
            + named
            + "\nsections:\n  - {key: all, title: {en: All}, figures: "
            + named
            + "}\n");
    for (String language : List.of("be", "en", "fi", "ru")) {
      Files.writeString(
          home.resolve("many/texts_" + language + ".properties"), "title=Many\nsubject={0}\n");
    }
    ReportTemplates templates = ReportTemplates.open(List.of(Samples.folder(), home));
    ReportContent content =
        SampleReport.compose(templates.named("many"), CATALOGUE, Locale.ENGLISH, "Retainer");
    return PageLines.of(new Renderings(templates).pdf(content, Locale.ENGLISH));
  }
}
