package io.retainer.rendering.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoBreaksTest {

  /** Spaces that do not break are written as an underscore, hyphens and dashes as a tilde. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Клики в поиске и на сайте|Клики в_поиске и_на сайте",
        "В таблице и в файле|В_таблице и_в_файле",
        "Запросы ў пошуку з сайта|Запросы ў_пошуку з_сайта",
        "без оценки. * — данные неполные|без оценки. *_— данные неполные",
        "* rests on incomplete data|*_rests on incomplete data",
        "≈ — оценка|≈_— оценка",
        "окт. 2025 – окт. 2026|окт. 2025_– окт. 2026",
        "Запросы в топ-10|Запросы в_топ~10",
        "что-то из-за границы|что-то из-за границы",
        "(в рублях)|(в_рублях)",
        "кто-л и куда|кто-л и_куда",
        "Sleeping bag -10 a day|Sleeping bag -10 a day",
        "Plan A is better than 5 others|Plan A is better than 5 others",
        "5–7 октября|5~7 октября",
        "нет 5.–7. lokakuuta|нет 5.~7. lokakuuta",
        "Ohne – 7|Ohne_– 7",
        "в|в"
      })
  void aLineDoesNotEndAfterWhatBelongsToTheNextWord(String text, String expected) {
    assertThat(NoBreaks.in(text).replace('\u00a0', '_').replaceAll("[\u2007\u2011]", "~"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5–7 октября 2026 г.", "5.–7. lokakuuta"})
  void aRangeOfDaysIsOneWordWhoeverLaysItOutAndIsDrawnAsItWas(String range) {
    String firstWord = range.substring(0, range.indexOf(' ') + 1);

    assertThat(firstWordOf(NoBreaks.in(range))).hasSameSizeAs(firstWord);
    assertThat(NoBreaks.drawn(NoBreaks.in(NoBreaks.in(range)))).isEqualTo(range);
    assertThat(NoBreaks.joined(range)).contains("\u2060\u2013\u2060");
  }

  private static String firstWordOf(String text) {
    BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
    lines.setText(text);
    return text.substring(lines.first(), lines.next());
  }
}
