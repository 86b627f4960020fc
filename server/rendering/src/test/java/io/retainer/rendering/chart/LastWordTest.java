package io.retainer.rendering.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastWordTest {

  private static final double SIZE = 10;

  private static String bound(String text, double width) {
    return LastWord.bound(Lettering.HOUSE, text, SIZE, width);
  }

  private static double width(String text) {
    return Lettering.HOUSE.widthOf(text, SIZE);
  }

  @Test
  void wordThatWouldStandAloneTakesOneAlong() {
    double width = width("на 15,0 % больше, чем год") + 1;
    assertThat(bound("на 15,0 % больше, чем год назад.", width))
        .isEqualTo("на 15,0 % больше, чем год\u00a0назад.");
  }

  @Test
  void whatStandsOnOneLineOrEndsWithTwoWordsIsLeft() {
    String text = "на 15,0 % больше, чем год назад.";
    assertThat(bound(text, width(text) * 1.2)).isEqualTo(text);
    assertThat(bound("three four five six", width("three four") * 1.1))
        .isEqualTo("three four five six");
    assertThat(bound("назад.", 1)).isEqualTo("назад.");
    assertThat(bound("", 100)).isEmpty();
  }

  /** Whoever sets it may find that it does not fit after all. */
  @Test
  void wordThatHardlyFitsTakesOneAlong() {
    String text = "на 15,0 % больше, чем год назад.";
    assertThat(bound(text, width(text) + 1)).endsWith("год\u00a0назад.");
    assertThat(bound(text, width("на 15,0 % больше, чем год") - 1)).endsWith("год\u00a0назад.");
  }

  @Test
  void noLineIsAddedForIt() {
    String text = "a Bruttoinlandsproduktsberechnungen Bruttoinlandsproduktsberechnungen";
    double width = width("Bruttoinlandsproduktsberechnungen") + 1;
    assertThat(bound(text, width)).isEqualTo(text);
  }
}
