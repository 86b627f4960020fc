package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShowableTest {

  @Test
  void drawsABoxForEachLetterTheFontLacks() {
    assertThat(Showable.text("Café \u05e9\u05dc\u05d5\u05dd"))
        .isEqualTo("Café \u25a1\u25a1\u25a1\u25a1");
  }

  @Test
  void neverLeavesANameInvisible() {
    for (String name :
        new String[] {"\ud83d\ude00", "\u0645\u0631\u062d\u0628\u0627", "\u6771\u4eac"}) {
      String shown = Showable.name(name);

      assertThat(shown).isNotBlank();
      assertThat(shown.codePoints()).allMatch(point -> FontGlyphs.known().get(point));
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
