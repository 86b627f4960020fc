package io.retainer.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookAlikesTest {

  @ParameterizedTest
  @CsvSource({
    // Latin K, i, e and o inside Cyrillic words
    "\u004Bлики, клики",
    "Кл\u0069к\u0069, клікі",
    "Популярны\u0065 страницы, популярные страницы",
    "ср. п\u006Fзиция, ср. позиция"
  })
  void headingsAreTheSameWhicheverAlphabetALetterIsOf(String written, String meant) {
    assertThat(Words.normal(written)).isEqualTo(Words.normal(meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CTR, %", "e-mail рассылка", "ROAS по VK", "Top pages", "CTRы"})
  void wordsOfOneAlphabetAndWordsWithOtherLettersStayAsTheyAre(String heading) {
    assertThat(LookAlikes.without(heading.toLowerCase(Locale.ROOT)))
        .isEqualTo(heading.toLowerCase(Locale.ROOT));
  }
}
