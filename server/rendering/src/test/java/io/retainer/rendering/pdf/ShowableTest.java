package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.letters.OtherLetters;
import org.junit.jupiter.api.Test;

class ShowableTest {

  @Test
  void drawsABoxForEachLetterThatNoFontHas() {
    assertThat(Showable.text("Café \u6771\u4eac")).isEqualTo("Café \u25a1\u25a1");
  }

  @Test
  void keepsTheLettersOfTheSecondFontAndNotItsPictographs() {
    String letters = "Ωμέγα ქართული Հայերեն";

    assertThat(Showable.text(letters)).isEqualTo(letters);
    assertThat(Showable.text("\u05e9\u05dc\u05d5\u05dd \ud83d\ude00 \u2602"))
        .contains("\u05e9\u05dc\u05d5\u05dd")
        .doesNotContain("\ud83d", "\u2602");
  }

  @Test
  void followsNoOrderThatTheDataGives() {
    assertThat(Showable.whole("\u202eevil\u202c \u2067name\u2069")).isEqualTo("evil name");
  }

  @Test
  void neverLeavesANameInvisible() {
    for (String name :
        new String[] {"\ud83d\ude00", "\u0645\u0631\u062d\u0628\u0627", "\u6771\u4eac"}) {
      String shown = Showable.name(name);

      assertThat(shown).isNotBlank();
      assertThat(shown.codePoints())
          .allMatch(
              point ->
                  OtherLetters.house().get(point)
                      || OtherLetters.has(point)
                      || Character.getType(point) == Character.FORMAT);
    }
  }

  @Test
  void keepsTheLettersOfTheLanguagesOfReports() {
    String letters = "Ёё Ўў Іі Ґґ Ää Öö Åå ß € « » — − № ’";

    assertThat(Showable.text(letters)).isEqualTo(letters);
  }

  @Test
  void endsALongNameWithAnEllipsisAndAHashNever() {
    String hash = "x".repeat(200) + " (69011ddeb61c)";

    assertThat(Showable.name(hash)).endsWith("\u2026");
    assertThat(Showable.whole(hash)).isEqualTo(hash);
  }
}
