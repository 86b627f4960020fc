package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.report.Gap;
import io.retainer.model.report.Tile;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataGateTest {

  @Test
  void saysWhichDaysOfWhichSourceAreMissing() {
    var days = new DateSpan(LocalDate.of(2026, 10, 30), LocalDate.of(2026, 11, 1));
    var gate =
        new DataGate(
            (client, report, period) ->
                List.of(new Gap("email_campaigns", List.of("klaviyo"), List.of(days))),
            id -> "Klaviyo");

    assertThat(Drafts.texts(gate, Drafts.by("maria")))
        .singleElement()
        .asString()
        .contains("(Klaviyo): nothing is imported for 30–31 October 2026")
        .contains("Expected: every day up to 31 October 2026")
        .contains("Import the missing days");
    assertThat(gate.usual()).isEqualTo(GateLevel.WARN);
  }

  @Test
  void saysNothingWhenAllIsThere() {
    var gate = new DataGate((client, report, period) -> List.of(), id -> id);

    assertThat(Drafts.texts(gate, Drafts.by("maria"))).isEmpty();
  }

  /** Nobody knows that a source is missing which was never there. */
  @Test
  void namesTheFiguresOfAScorecardThatIsPartlyEmpty() {
    var gate = new DataGate((client, report, period) -> List.of(), id -> id);
    Tile there = Drafts.tile("3100");
    Tile none = Drafts.emptyTile();

    assertThat(Drafts.texts(gate, Drafts.of(List.of(there, there, none), List.of())))
        .singleElement()
        .asString()
        .startsWith(
            "1 of 3 figures of the scorecard lack data for all or a part of the period: Sessions.");
    assertThat(Drafts.texts(gate, Drafts.of(List.of(there, there), List.of()))).isEmpty();
  }

  @Test
  void leavesOneThatIsMostlyEmptyToTheGateThatHolds() {
    var gate = new DataGate((client, report, period) -> List.of(), id -> id);
    List<Tile> tiles = List.of(Drafts.tile("3100"), Drafts.emptyTile(), Drafts.emptyTile());

    assertThat(Drafts.texts(gate, Drafts.of(tiles, List.of()))).isEmpty();
  }

  @Test
  void doesNotNameAFigureWhoseMissingDaysAreNamed() {
    var days = new DateSpan(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1));
    var gate =
        new DataGate(
            (client, report, period) ->
                List.of(new Gap("web_traffic", List.of("ga4"), List.of(days))),
            id -> "Google Analytics");
    List<Tile> tiles = List.of(Drafts.tile("3100"), Drafts.emptyTile());

    assertThat(Drafts.texts(gate, Drafts.of(tiles, List.of())))
        .singleElement()
        .asString()
        .contains("nothing is imported");
  }
}
