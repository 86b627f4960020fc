package io.retainer.rendering.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.template.Composition.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody composes is written as an override, and read again it is what they composed. */
class CompositionTest {

  private static final Path OURS = Path.of("../../report-templates");
  private static final String REPORT = "monthly-performance";

  @TempDir private Path own;
  private ReportTemplate below;

  @BeforeEach
  void read() {
    below = ReportTemplates.open(List.of(OURS)).named(REPORT);
  }

  private ReportTemplate with(String override) throws IOException {
    Path file = own.resolve(REPORT).resolve("override.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(file, override);
    return ReportTemplates.open(List.of(OURS, own)).named(REPORT);
  }

  private Composition asItIs() {
    return Composition.of(below, below);
  }

  private static List<String> keys(ReportTemplate template) {
    return template.definition().sections().stream()
        .map(Definition.SectionDefinition::key)
        .toList();
  }

  private static Composition with(Composition base, List<Part> sections) {
    return new Composition(base.compare(), base.scorecard(), sections);
  }

  @Test
  void nothingIsWrittenWhereNothingDiffers() {
    assertThat(asItIs().override(below, "")).isEmpty();
  }

  @Test
  void aMovedSectionStandsWhereItWasPut() throws IOException {
    Composition moved = asItIs().moved("shop", -1).moved("shop", -1);

    ReportTemplate made = with(moved.override(below, ""));

    List<String> expected = new ArrayList<>(keys(below));
    int place = expected.indexOf("shop");
    expected.add(place - 2, expected.remove(place));
    assertThat(keys(made)).isEqualTo(expected);
    assertThat(Composition.of(below, made)).isEqualTo(moved);
  }

  @Test
  void aSectionThatIsLeftOutCanBeBroughtBack() throws IOException {
    List<Part> fewer =
        asItIs().sections().stream()
            .map(part -> part.key().equals("social") ? part.shown(false) : part)
            .toList();
    String override = with(asItIs(), fewer).override(below, "");

    ReportTemplate made = with(override);

    assertThat(keys(made)).doesNotContain("social").hasSize(keys(below).size() - 1);
    assertThat(Composition.of(below, made).sections()).isEqualTo(fewer);
    assertThat(asItIs().override(below, override)).isEmpty();
  }

  @Test
  void figuresAndComparisonsAreThoseThatWereChosen() throws IOException {
    List<Part> sections = new ArrayList<>(asItIs().sections());
    sections.set(0, new Part(sections.get(0).key(), true, List.of("web.sessions")));
    var chosen =
        new Composition(List.of("previous"), List.of("orders.revenue", "web.sessions"), sections);

    ReportTemplate made = with(chosen.override(below, ""));

    assertThat(Composition.of(below, made)).isEqualTo(chosen);
    assertThat(made.definition().sections().get(0).breakdowns())
        .hasSameSizeAs(below.definition().sections().get(0).breakdowns());
  }

  @Test
  void whatAFileSaysBesideItIsKept() throws IOException {
    String before =
        """
        trail: 6
        sections:
          - {key: web, trend: {kpi: web.sessions, by: week}}
        """;

    String after = asItIs().moved("web", 1).override(below, before);

    assertThat(with(after).definition().trail()).isEqualTo(6);
    assertThat(after).contains("by: week").contains("order:");
  }

  @Test
  void anOrderThatNamesNobodyIsToldWithItsLine() {
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> with("trail: 6\norder: [web, wbe]\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("override.yaml, line 2")
        .hasMessageContaining("\"wbe\"");
  }
}
