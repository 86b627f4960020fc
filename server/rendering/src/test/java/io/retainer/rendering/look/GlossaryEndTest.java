package io.retainer.rendering.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.SourceNote;
import io.retainer.rendering.Renderings;
import io.retainer.rendering.Samples;
import io.retainer.rendering.look.PageLines.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a glossary ends. */
class GlossaryEndTest {

  private static final Renderings RENDERINGS = new Renderings(Samples.templates());

  /** Glossaries of every length pass the point where one term more needs another page. */
  @Test
  void neverIsOneTermAloneOnTheLastPage() throws IOException {
    ReportContent full = Samples.full(Samples.HELSINKI);
    List<KpiDescriptor> terms = full.glossary();
    int spread = 0;
    for (int length = 8; length <= terms.size(); length++) {
      List<KpiDescriptor> some = terms.subList(0, length);
      ReportContent content = Samples.withGlossary(Samples.with(full, List.of()), some);
      List<List<Line>> pages =
          PageLines.of(RENDERINGS.pdf(content, Locale.ENGLISH)).stream()
              .filter(page -> count(page, some) > 0)
              .toList();
      List<Line> last = pages.get(pages.size() - 1);
      spread += pages.size() > 1 ? 1 : 0;
      assertThat(count(last, some) > 1 || has(last, "Data notes")).as(length + " terms").isTrue();
    }
    assertThat(spread).as("glossaries of more than one page").isPositive();
  }

  @Test
  void notesOfMoreThanAPageBeginBelowAShortGlossary() throws IOException {
    ReportContent full = Samples.with(Samples.full(Samples.HELSINKI), List.of());
    ReportContent few = Samples.withGlossary(full, full.glossary().subList(0, 8));
    List<SourceNote> many = Collections.nCopies(13, few.sources().get(0));

    List<List<Line>> pages =
        PageLines.of(RENDERINGS.pdf(Samples.withSources(few, many), Locale.ENGLISH));

    List<Line> glossary =
        pages.stream().filter(page -> has(page, "Glossary")).findFirst().orElseThrow();
    assertThat(has(glossary, "Data notes")).isTrue();
    assertThat(pages.indexOf(glossary)).isEqualTo(pages.size() - 2);
  }

  /** Wherever a glossary ends, in letters that are wide and in others. */
  @ParameterizedTest
  @CsvSource({
    "en, Data notes, What the figures rest on.",
    "ru, О данных, На чём основаны показатели."
  })
  void theHeadingOfTheNotesIsNeverLastOnItsPage(String language, String title, String lead)
      throws IOException {
    ReportContent full = Samples.with(Samples.full(Samples.HELSINKI), List.of());
    List<KpiDescriptor> terms = new ArrayList<>(full.glossary());
    terms.addAll(full.glossary());
    for (int length = 8; length <= terms.size(); length++) {
      ReportContent content =
          Samples.withSources(
              Samples.withGlossary(full, terms.subList(0, length)), full.sources().subList(0, 4));
      List<List<Line>> pages =
          PageLines.of(RENDERINGS.pdf(content, Locale.forLanguageTag(language)));

      List<Line> notes = pages.stream().filter(page -> has(page, title)).findFirst().orElseThrow();
      double below =
          notes.stream()
              .filter(line -> plain(line).equals(title))
              .mapToDouble(line -> line.box().getMaxY())
              .findFirst()
              .orElseThrow();
      assertThat(has(notes, lead)).as(length + " terms").isTrue();
      // The sentence, the first source and the foot of the page.
      assertThat(notes.stream().filter(line -> line.box().getMinY() > below))
          .as(length + " terms")
          .hasSizeGreaterThan(4);
    }
  }

  private static boolean has(List<Line> page, String text) {
    return page.stream().anyMatch(line -> plain(line).equals(text));
  }

  private static long count(List<Line> page, List<KpiDescriptor> terms) {
    return page.stream()
        .filter(line -> terms.stream().anyMatch(term -> line.text().contains(term.id().value())))
        .count();
  }

  /** Where its lines may not end is no matter here. */
  private static String plain(Line line) {
    return line.text().replace('\u00a0', ' ');
  }
}
