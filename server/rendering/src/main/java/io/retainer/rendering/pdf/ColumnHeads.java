package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.rendering.chart.Lettering;
import io.retainer.rendering.chart.TextLines;
import io.retainer.rendering.words.NoBreaks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What stands above the columns of a table. A long title goes on below itself instead of becoming
 * smaller, and a word that is wider than its column is parted between two syllables.
 */
final class ColumnHeads {

  /** As {@code report.jrxml} has them. */
  private static final double WIDTH = 64;

  private static final double SIZE = 7;
  private static final double LINE = 8.5;
  private static final double HEIGHT = 24;

  /** Bold letters are wider than those that are measured. */
  private static final double MEASURED = WIDTH * 0.92;

  /** Fewer letters are not left alone. */
  private static final int FEWEST_BEFORE = 3;

  private static final int FEWEST_AFTER = 5;

  private static final String VOWELS = "aeiouyåäöаеёиіоуыэюя";

  private final Lettering lettering;

  ColumnHeads(Lettering lettering) {
    this.lettering = lettering;
  }

  String text(KpiDescriptor kpi, Locale locale) {
    return Arrays.stream(NoBreaks.in(kpi.title(locale)).split("(?<=[ -])"))
        .map(this::parted)
        .collect(Collectors.joining());
  }

  Slots slots(int columns, boolean hasBars, List<String> names) {
    return Slots.of(lettering, columns, hasBars, names);
  }

  /** By how much the head of a table is higher than the layout has it. */
  int stretch(List<KpiDescriptor> kpis, Locale locale) {
    int lines =
        kpis.stream()
            .mapToInt(kpi -> TextLines.of(lettering, text(kpi, locale), SIZE, MEASURED))
            .max()
            .orElse(1);
    return (int) Math.ceil(Math.max(0, lines * LINE - HEIGHT));
  }

  private String parted(String word) {
    if (fits(word.strip())) {
      return word;
    }
    for (int end = word.strip().length() - FEWEST_AFTER; end >= FEWEST_BEFORE; end--) {
      if (isSyllable(word, end) && fits(word.substring(0, end) + "-")) {
        return word.substring(0, end) + "-" + parted(word.substring(end));
      }
    }
    return word;
  }

  /** One begins with a consonant that a vowel follows. */
  private static boolean isSyllable(String word, int begin) {
    return Character.isLetter(word.charAt(begin - 1))
        && Character.isLetter(word.charAt(begin))
        && !isVowel(word.charAt(begin))
        && isVowel(word.charAt(begin + 1));
  }

  private static boolean isVowel(char letter) {
    return VOWELS.indexOf(Character.toLowerCase(letter)) >= 0;
  }

  private boolean fits(String text) {
    return lettering.widthOf(text, SIZE) <= MEASURED;
  }
}
