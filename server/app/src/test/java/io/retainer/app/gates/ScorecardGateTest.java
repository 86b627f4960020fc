package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.report.Section;
import io.retainer.model.report.Tile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A client of whom only mails were ever imported has a monthly report of empty tiles. */
class ScorecardGateTest {

  private static final Tile THERE = Drafts.tile("3100");
  private static final Tile NONE = Drafts.emptyTile();

  private Set<String> received = Set.of();
  private final Gate gate = new ScorecardGate(draft -> received);

  @Test
  void aReportOfWhichMostIsEmptyDoesNotGoOutByItself() {
    assertThat(gate.usual()).isEqualTo(GateLevel.HOLD);
    assertThat(seen(THERE, NONE, NONE))
        .singleElement()
        .asString()
        .startsWith("Only 1 of 3 figures of the scorecard have a value. Expected: at least half.");
  }

  @Test
  void halfOfAScorecardIsEnough() {
    assertThat(seen(THERE, THERE, NONE, NONE)).isEmpty();
    assertThat(seen(THERE)).isEmpty();
  }

  @Test
  void aReportWithoutAnyValueDoesNotGoOutByItselfHoweverSmallItsScorecard() {
    assertThat(seen(NONE))
        .singleElement()
        .asString()
        .startsWith("No figure of the report has a value.");
    assertThat(seen()).singleElement().asString().startsWith("No figure of the report");
  }

  @Test
  void aScorecardWithoutAnyValueIsHeldEvenWhereASectionHasSome() {
    assertThat(Drafts.texts(gate, Drafts.of(List.of(NONE), List.of(section()))))
        .singleElement()
        .asString()
        .startsWith("None of the 1 figures of the scorecard has a value.");
  }

  @Test
  void aReportWithoutAScorecardHasItsFiguresInItsSections() {
    assertThat(Drafts.texts(gate, Drafts.of(List.of(), List.of(section())))).isEmpty();
  }

  /** An import was undone, and somebody had the report made once more. */
  @Test
  void aCorrectionThatTakesAFigureAwayDoesNotGoOutByItself() {
    received = Set.of("Sessions", "Revenue");

    assertThat(seen(THERE, NONE))
        .singleElement()
        .asString()
        .startsWith(
            "The report that this one corrects has a value of these, and here they have none: Sessions.");
    assertThat(seen(THERE)).isEmpty();
  }

  @Test
  void whatRecipientsHadNoValueOfIsNotLost() {
    received = Set.of("Revenue");

    assertThat(seen(THERE, NONE)).isEmpty();
  }

  private static Section section() {
    return new Section.Filled(
        "shop",
        List.of(Drafts.figure(Drafts.REVENUE, "12", Drafts.coverage(Set.of()))),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  private List<String> seen(Tile... tiles) {
    return Drafts.texts(gate, Drafts.of(List.of(tiles), List.of()));
  }
}
