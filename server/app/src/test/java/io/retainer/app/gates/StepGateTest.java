package io.retainer.app.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.app.reports.GateLevel;
import io.retainer.model.report.Tile;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepGateTest {

  private final StepGate gate = new StepGate(draft -> BigDecimal.valueOf(3));

  @Test
  void saysWhichFigureIsFarFromWhatItUsuallyWas() {
    assertThat(texts(Drafts.tile("3100", "1000", "990", "1010", "1000")))
        .singleElement()
        .asString()
        .startsWith("Sessions is 3,100; in earlier periods it was mostly about 1,000.")
        .contains("Expected: at most 3 times more or less")
        .contains("Check the tracking");
    assertThat(gate.usual()).isEqualTo(GateLevel.WARN);
  }

  @Test
  void findsTrackingThatBroke() {
    assertThat(texts(Drafts.tile("0", "1000", "990", "1010"))).hasSize(1);
  }

  @Test
  void looksAtTheMiddleSoThatOneOddMonthDoesNotMatter() {
    assertThat(texts(Drafts.tile("1100", "1000", "9000", "1010", "990"))).isEmpty();
  }

  @Test
  void growsUpToThreeTimesInPeace() {
    assertThat(texts(Drafts.tile("3000", "1000", "1000", "1000"))).isEmpty();
    assertThat(texts(Drafts.tile("334", "1000", "1000", "1000"))).isEmpty();
  }

  @Test
  void knowsNothingOfTooShortAHistory() {
    assertThat(texts(Drafts.tile("9000", "1000", "1000"))).isEmpty();
    assertThat(texts(Drafts.tile("9000", "0", "0", "0"))).isEmpty();
  }

  @Test
  void howManyTimesIsTheAgencysToSay() {
    var strict = new StepGate(draft -> new BigDecimal("1.5"));
    Tile tile = Drafts.tile("1600", "1000", "1000", "1000");

    assertThat(texts(tile)).isEmpty();
    assertThat(Drafts.texts(strict, Drafts.of(List.of(tile), List.of())))
        .singleElement()
        .asString()
        .contains("Expected: at most 1.5 times more or less");
  }

  private List<String> texts(Tile tile) {
    return Drafts.texts(gate, Drafts.of(List.of(tile), List.of()));
  }
}
