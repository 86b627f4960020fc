package io.retainer.toolkit;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of months and weekdays in the languages of the exports, long and short. */
final class MonthNames {

  private static final List<String> LANGUAGES =
      List.of("en", "ru", "be", "uk", "fi", "fr", "es", "de", "it", "pt", "pl", "nl", "sv");
  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> IDLE = idle();

  private MonthNames() {}

  /**
   * @return 1 to 12, or 0 for a word that is no month
   */
  static int month(String word) {
    return MONTHS.getOrDefault(word, 0);
  }

  /** Whether a word in a date adds nothing to it. */
  static boolean isIdle(String word) {
    return IDLE.contains(word);
  }

  static String bare(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static Map<String, Integer> months() {
    var months = new HashMap<String, Integer>();
    for (String language : LANGUAGES) {
      var locale = Locale.forLanguageTag(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(
                TextStyle.FULL,
                TextStyle.FULL_STANDALONE,
                TextStyle.SHORT,
                TextStyle.SHORT_STANDALONE)) {
          String name = bare(month.getDisplayName(style, locale));
          if (!name.isEmpty() && Character.isLetter(name.charAt(0))) {
            months.putIfAbsent(name, month.getValue());
          }
        }
      }
    }
    for (String line : Words.lines("month-words.txt")) {
      String[] parts = line.split("=");
      for (String word : parts[1].split("\\|")) {
        months.putIfAbsent(word.strip(), Integer.valueOf(parts[0].strip()));
      }
    }
    return months;
  }

  private static Set<String> idle() {
    var idle = new HashSet<String>(Words.lines("date-words.txt"));
    for (String language : LANGUAGES) {
      var locale = Locale.forLanguageTag(language);
      for (DayOfWeek day : DayOfWeek.values()) {
        for (TextStyle style : TextStyle.values()) {
          idle.add(bare(day.getDisplayName(style, locale)));
        }
      }
    }
    return idle;
  }
}
