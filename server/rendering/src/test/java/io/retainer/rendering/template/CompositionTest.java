package io.retainer.rendering.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.rendering.template.Composition.Part;
import io.retainer.spi.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
    assertThatThrownBy(() -> with("trail: 6\norder: [web, wbe]\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("override.yaml, line 2")
        .hasMessageContaining("\"wbe\"");
  }

  private static Part own(Shape shape, String by, String... figures) {
    var words =
        new SectionWords(
            Map.of("fi", "Tapahtumat"), Map.of("fi", "Messut olivat lokakuussa.\n\n- Espoo"));
    return new Part(
        "own-1",
        true,
        List.of(figures),
        Optional.of(new OwnSection(words, shape, by, Grain.WEEK, 7)));
  }

  @Test
  void aSectionOfTheClientsOwnReadsAsItWasComposed() throws IOException {
    List<Part> all =
        List.of(
            own(Shape.FIGURES, "", "web.sessions", "web.bounce-rate"),
            own(Shape.TREND, "", "web.sessions"),
            own(Shape.TABLE, "channel", "web.sessions", "web.bounce-rate"),
            own(Shape.BARS, "channel", "web.sessions"),
            own(Shape.COLUMNS, "channel", "web.sessions", "web.bounce-rate"),
            own(Shape.MOVERS, "channel", "web.sessions"),
            own(Shape.PACING, "", "orders.revenue"),
            own(Shape.STAGES, "", "deals.created", "deals.won"),
            own(Shape.RECONCILIATION, "", "orders.revenue", "web.revenue"));
    for (Part part : all) {
      Composition composed = asItIs().and(part).moved("own-1", -3);

      String override = composed.override(below, "");
      ReportTemplate made = with(override);

      Composition read = Composition.of(below, made);
      assertThat(read.sections().stream().map(Part::key).toList())
          .isEqualTo(composed.sections().stream().map(Part::key).toList());
      OwnSection own = named(read, "own-1").own().orElseThrow();
      assertThat(own.shape()).isEqualTo(part.own().orElseThrow().shape());
      assertThat(own.by()).isEqualTo(part.own().orElseThrow().by());
      assertThat(own.rows()).isEqualTo(own.shape().mostRows() > 0 ? 7 : own.rows());
      assertThat(named(read, "own-1").figures()).isEqualTo(part.figures());
      assertThat(own.words()).isEqualTo(part.own().orElseThrow().words());
      assertThat(read.override(below, override)).isEqualTo(override);
      assertThat(read.shown("own-1", false).override(below, override)).isEmpty();
    }
  }

  private static Part named(Composition composition, String key) {
    return composition.sections().stream()
        .filter(part -> part.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theLanguageNamedFirstStandsForThoseThatAreNotNamed() throws IOException {
    ReportTemplate made =
        with(asItIs().and(own(Shape.FIGURES, "", "web.sessions")).override(below, ""));

    for (String language : List.of("fi", "en", "ru", "be")) {
      ReportTexts texts = made.texts(Locale.forLanguageTag(language));
      assertThat(texts.text("section.own-1.title")).isEqualTo("Tapahtumat");
      assertThat(texts.text("section.own-1.text")).endsWith("- Espoo");
    }
  }

  @Test
  void theFileOfAnOwnSectionIsReadable() {
    assertThat(asItIs().and(own(Shape.BARS, "channel", "web.sessions")).override(below, ""))
        .isEqualTo(
            """
            sections:
            - key: own-1
              title: {fi: Tapahtumat}
              text:
                fi: |-
                  Messut olivat lokakuussa.

                  - Espoo
              figures: [web.sessions]
              breakdowns:
              - by: channel
                kpis: [web.sessions]
                top: 7
                bars: true
            """);
  }

  @Test
  void picturesThatNoFieldShowsStayAsTheyWereWritten() throws IOException {
    String before =
        """
        trail: 6 # half a year
        sections:
          - key: fairs
            title: {en: Fairs}
            figures: [web.sessions]
            trend: {kpi: web.sessions, by: week}
            breakdowns:
              - {by: channel, kpis: [web.sessions], top: 3}
              - {by: device, kpis: [web.sessions], top: 3}
        """;
    Composition read = Composition.of(below, with(before));

    assertThat(named(read, "fairs").own().orElseThrow().shape()).isEqualTo(Shape.WRITTEN);
    assertThat(OverrideText.beyond(before, read))
        .containsExactly("trail", "fairs: trend", "fairs: breakdowns");
    assertThat(OverrideText.hasComments(before)).isTrue();

    Part changed = new Part("fairs", true, List.of("web.bounce-rate"), named(read, "fairs").own());
    Composition after =
        with(
            read,
            read.sections().stream().map(p -> p.key().equals("fairs") ? changed : p).toList());
    ReportTemplate made = with(after.override(below, before));

    var section = made.definition().sections().get(made.definition().sections().size() - 1);
    assertThat(section.breakdowns()).hasSize(2);
    assertThat(section.trend()).isPresent();
    assertThat(Composition.ids(section.figures())).containsExactly("web.bounce-rate");
  }

  @Test
  void wordsInAFileAreToldWithTheirLine() {
    assertThatThrownBy(
            () ->
                with(
                    "sections:\n  - key: fairs\n    title: {xx: Messut}\n    figures: [web.sessions]\n"))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("override.yaml, line 3")
        .hasMessageContaining("\"xx\"");
  }
}
