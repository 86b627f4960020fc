package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.Inspection;
import io.retainer.model.report.Findings;
import io.retainer.model.report.Moved;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import io.retainer.model.report.commentary.Commentary;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.commentary.SectionCommentary;
import io.retainer.model.report.commentary.Treatment;
import io.retainer.rendering.overview.Basis;
import io.retainer.rendering.template.ReportTemplates;
import io.retainer.rendering.template.ReportTexts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsGateTest {

  private static final ReportTexts TEXTS =
      ReportTemplates.open(List.of(Path.of("../../report-templates").toAbsolutePath()))
          .named("monthly-performance")
          .texts(Locale.ENGLISH);

  private final WordsGate gate = new WordsGate(draft -> TEXTS);

  private static Inspection.Draft draft(String sessions) {
    return Drafts.of(
        List.of(Drafts.tile(sessions)),
        List.of(
            new Section.Filled(
                "web",
                List.of(Drafts.figure(Drafts.SESSIONS, sessions, Drafts.coverage(Set.of()))),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of())));
  }

  /** What maria wrote about a section of the report as it was then. */
  private static SectionCommentary written(String section, String sessionsThen, String... finding) {
    return new SectionCommentary(
        new Prose("A good month."),
        Prose.NONE,
        finding.length == 0 ? Map.of() : Map.of(finding[0], new Treatment(finding[1], "said")),
        Basis.of(draft(sessionsThen).content(), TEXTS, section),
        1,
        "maria",
        Instant.parse("2026-11-02T08:00:00Z"));
  }

  private List<String> texts(String sessionsNow, Commentary words) {
    Inspection.Draft draft = draft(sessionsNow);
    return Drafts.texts(
        gate,
        new Inspection.Draft(
            draft.run(), draft.client(), draft.content().with(words), draft.files()));
  }

  private List<String> texts(String sessionsNow, String section, SectionCommentary words) {
    return texts(sessionsNow, new Commentary(Map.of(section, words), List.of()));
  }

  @Test
  void saysWhichFiguresChangedAfterSomebodyWroteAboutThem() {
    assertThat(texts("1240", "web", written("web", "1200")))
        .singleElement()
        .asString()
        .startsWith("“Website”: the words that maria wrote on")
        .contains("stand beside figures that have changed since: Sessions 1,200 → 1,240.")
        .contains("make the report again");
    assertThat(texts("1240", Commentary.SUMMARY, written(Commentary.SUMMARY, "1200")))
        .singleElement()
        .asString()
        .startsWith("“Summary”");
  }

  @Test
  void isContentWhileFiguresAreThoseThatTheWriterSaw() {
    assertThat(texts("1200", "web", written("web", "1200", Commentary.HEADLINE, "Well.")))
        .isEmpty();
    assertThat(texts("1200.0", "web", written("web", "1200"))).isEmpty();
    assertThat(texts("1200.44", "web", written("web", "1200.41")))
        .as("the same to its reader")
        .isEmpty();
    assertThat(texts("1200.46", "web", written("web", "1200.41"))).hasSize(1);
    assertThat(texts("1240", Commentary.NONE)).isEmpty();
  }

  @Test
  void tellsWordsThatHaveNoPlaceAnyMore() {
    assertThat(texts("1200", "ads", written("ads", "1200")))
        .singleElement()
        .asString()
        .contains("no such section");
    assertThat(texts("1200", "web", written("web", "1200", "small-base", "Few visits.")))
        .singleElement()
        .asString()
        .contains("not computed any more", "Few visits.");
    assertThat(texts("1200", new Commentary(Map.of(), List.of("fi"))))
        .singleElement()
        .asString()
        .contains("Finnish", "made in English, without those words");
  }

  private static Findings fell(boolean isWorse) {
    Tile tile = Drafts.tile("1200");
    Moved moved = Drafts.moved(tile.figure(), "1500", isWorse);
    return isWorse
        ? new Findings(List.of(), List.of(moved))
        : new Findings(List.of(moved), List.of());
  }

  @Test
  void wordsOfAChangeForTheWorseDoNotStandBesideOneForTheBetter() {
    Inspection.Draft draft = draft("1200");
    Commentary words =
        new Commentary(
            Map.of(
                Commentary.SUMMARY,
                written(Commentary.SUMMARY, "1200", "worse:web.sessions", "Fewer, as we planned.")),
            List.of());

    assertThat(texts(draft.content().with(fell(true)).with(words))).isEmpty();
    assertThat(texts(draft.content().with(fell(false)).with(words)))
        .singleElement()
        .asString()
        .contains("not computed any more", "Fewer, as we planned.");
  }

  private List<String> texts(ReportContent content) {
    Inspection.Draft draft = draft("1200");
    return Drafts.texts(
        gate, new Inspection.Draft(draft.run(), draft.client(), content, draft.files()));
  }
}
