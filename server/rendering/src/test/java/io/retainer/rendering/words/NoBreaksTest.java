package io.retainer.rendering.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoBreaksTest {

  /** Spaces that do not break are written as an underscore, hyphens as a tilde. */
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
        "в|в"
      })
  void aLineDoesNotEndAfterWhatBelongsToTheNextWord(String text, String expected) {
    assertThat(NoBreaks.in(text).replace('\u00a0', '_').replace('\u2011', '~')).isEqualTo(expected);
  }
}
