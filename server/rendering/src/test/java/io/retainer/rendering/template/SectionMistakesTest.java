package io.retainer.rendering.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.rendering.template.Composition.Part;
import io.retainer.rendering.template.SectionMistake.What;
import io.retainer.spi.Grain;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What does not fit in a composed section is said at its field, before anything is saved. */
class SectionMistakesTest {

  private static final Map<String, KpiDescriptor> KPIS =
      Map.of(
          "web.sessions", kpi("web.sessions", KpiKind.FLOW, KpiUnit.COUNT, "sum(sessions)"),
          "web.bounce-rate", kpi("web.bounce-rate", KpiKind.RATIO, KpiUnit.PERCENT, "a / b"),
          "orders.revenue", kpi("orders.revenue", KpiKind.FLOW, KpiUnit.MONEY, "sum(total)"),
          "web.funnel", kpi("web.funnel", KpiKind.RATIO, KpiUnit.PERCENT, "funnel(key, [a, b])"));

  private static KpiDescriptor kpi(String id, KpiKind kind, KpiUnit unit, String formula) {
    return new KpiDescriptor(
        new KpiId(id),
        "1",
        kind,
        unit,
        Direction.HIGHER,
        Map.of("en", id),
        Map.of(),
        "web",
        formula,
        List.of("channel"),
        0);
  }

  private static Part part(Shape shape, String by, int rows, String... figures) {
    return part("own-1", "Messut", shape, by, rows, figures);
  }

  private static Part part(
      String key, String title, Shape shape, String by, int rows, String... figures) {
    var words = new SectionWords(title.isEmpty() ? Map.of() : Map.of("fi", title), Map.of());
    return new Part(
        key,
        true,
        List.of(figures),
        Optional.of(new OwnSection(words, shape, by, Grain.WEEK, rows)));
  }

  private static List<SectionMistake> mistakes(Part... parts) {
    List<Part> sections = new ArrayList<>(List.of(new Part("web", true, List.of("web.sessions"))));
    Collections.addAll(sections, parts);
    return new SectionMistakes(
            new Composition(List.of(), List.of(), sections),
            id -> Optional.ofNullable(KPIS.get(id)),
            "fi",
            Map.of("web", "Verkkosivusto"))
        .list();
  }

  private static List<String> said(Part... parts) {
    return mistakes(parts).stream().map(one -> one.field() + " " + one.what()).toList();
  }

  @Test
  void whatFitsIsNotTold() {
    assertThat(said(part(Shape.TABLE, "channel", 10, "web.sessions", "web.bounce-rate"))).isEmpty();
    assertThat(said(part(Shape.COLUMNS, "channel", 10, "web.sessions", "web.bounce-rate")))
        .isEmpty();
    assertThat(said(part(Shape.FUNNEL, "", 10, "web.funnel"))).isEmpty();
  }

  @Test
  void aTitleIsNeededInTheLanguageOfTheReportsAndIsNobodyElses() {
    assertThat(said(part("own-1", "", Shape.FIGURES, "", 10, "web.sessions")))
        .containsExactly("title.fi NO_TITLE");
    assertThat(said(part("own-1", " verkkoSivusto", Shape.FIGURES, "", 10, "web.sessions")))
        .containsExactly("title.fi SAME_TITLE");
    Part first = part(Shape.FIGURES, "", 10, "web.sessions");
    Part second = part("own-2", "MESSUT", Shape.FIGURES, "", 10, "web.sessions");
    assertThat(mistakes(first, second))
        .singleElement()
        .satisfies(one -> assertThat(one.section()).isEqualTo("own-2"));
    assertThat(said(part("own-1", "x".repeat(61), Shape.FIGURES, "", 10, "web.sessions")))
        .containsExactly("title.fi LONG_TITLE");
  }

  @Test
  void figuresAreAsManyAsThePictureShows() {
    assertThat(said(part(Shape.FIGURES, "", 10))).containsExactly("figures NO_FIGURE");
    assertThat(said(part(Shape.STAGES, "", 10, "web.sessions")))
        .containsExactly("figures FEW_FIGURES");
    assertThat(said(part(Shape.FIGURES, "", 10, "web.sessions", "web.sessions")))
        .containsExactly("figures SAME_FIGURE");
    String[] seven = Collections.nCopies(7, "web.x").toArray(String[]::new);
    assertThat(said(part(Shape.TABLE, "channel", 10, seven)))
        .containsExactly("figures MANY_FIGURES");
  }

  @Test
  void aPictureThatIsCutNamesADimensionThatItsFiguresHave() {
    assertThat(said(part(Shape.BARS, "", 10, "web.sessions"))).containsExactly("by NO_DIMENSION");
    Part days =
        new Part(
            "own-1",
            true,
            List.of("web.sessions"),
            Optional.of(
                new OwnSection(
                    new SectionWords(Map.of("fi", "Messut"), Map.of()),
                    Shape.COLUMNS,
                    "channel",
                    Grain.DAY,
                    5)));
    assertThat(said(days)).containsExactly("over DAYS");
    assertThat(said(part(Shape.BARS, "query", 0, "web.sessions")))
        .containsExactly("by OTHER_DIMENSION", "rows ROWS");
  }

  @Test
  void aPictureIsOfWhatItCanBeDrawnOf() {
    assertThat(said(part(Shape.COLUMNS, "channel", 10, "web.bounce-rate")))
        .containsExactly("shape NOT_ADDED");
    assertThat(said(part(Shape.PACING, "", 10, "web.bounce-rate")))
        .containsExactly("shape NO_PACE");
    assertThat(said(part(Shape.MOVERS, "channel", 5, "web.sessions")))
        .containsExactly("shape NO_COMPARISON");
    assertThat(said(part(Shape.RECONCILIATION, "", 5, "orders.revenue", "web.sessions")))
        .containsExactly("shape OTHER_UNIT");
    assertThat(said(part(Shape.COHORTS, "", 5, "web.sessions"))).containsExactly("shape NOT_DRAWN");
    assertThat(mistakes(part(Shape.COHORTS, "", 5, "web.sessions")).get(0).what())
        .isEqualTo(What.NOT_DRAWN);
  }

  @Test
  void aSectionThatGoesIsNotLookedAt() {
    assertThat(said(part("own-1", "", Shape.BARS, "", 0).shown(false))).isEmpty();
  }
}
