package io.retainer.rendering.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.rendering.letters.OtherLetters;
import org.junit.jupiter.api.Test;

class ShowableTest {

  @Test
  void spellsWhatNoFontHas() {
    assertThat(Showable.text("Café हिन्दी अभियान 2024"))
        .isEqualTo("Café \u2039hindii abhiyaana\u203a 2024");
    assertThat(Showable.isSpelled(Showable.text("தமிழ்"))).isTrue();
    assertThat(Showable.isSpelled(Showable.text("Café 東京 서울 กรุงเทพ"))).isFalse();
  }

  @Test
  void saysWhatPictographsShowWhereANameHasNothingElse() {
    assertThat(Showable.text("\ud83d\udd25 \u2744\ufe0f")).isEqualTo("\u2039fire, snowflake\u203a");
    assertThat(Showable.text("\ud83d\udd25 Sale")).isEqualTo("Sale");
    assertThat(Showable.text("\ue000")).isEqualTo("\u2039?\u203a");
  }

  @Test
  void leavesNoGapWherePictographsStood() {
    assertThat(Showable.text("\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67 family"))
        .isEqualTo("family");
    assertThat(Showable.whole("Table (Shop \ud83c\udf89)")).isEqualTo("Table (Shop)");
    assertThat(Showable.text("\u2764\ufe0f sale \u2764\ufe0f now")).isEqualTo("sale now");
  }

  /** As posts have them, to look bold where nothing can be bold. */
  @Test
  void writesOrnamentedLettersAsPlainOnes() {
    assertThat(Showable.text("\ud835\udde6\ud835\uddd4\ud835\udddf\ud835\uddd8 \u2460"))
        .isEqualTo("SALE 1");
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
        new String[] {
          "\ud83d\ude00",
          "\u0645\u0631\u062d\u0628\u0627",
          "\u6771\u4eac",
          "हिन्दी",
          "\ufe0f",
          "\udbff\udfff"
        }) {
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
