package io.retainer.rendering.words;

/** Which form of a noun a whole number takes. */
enum PluralRule {
  /** English, Finnish: one day, two days. */
  ONE_OTHER {
    @Override
    String form(long count) {
      return count == 1 ? "one" : "other";
    }
  },
  /** Belarusian, Russian: 1, 21 дзень; 2, 23 дні; 5, 11, 112 дзён. */
  ONE_FEW_MANY {
    @Override
    String form(long count) {
      long tens = Math.abs(count) % 100;
      long ones = tens % 10;
      if (tens >= 11 && tens <= 14) {
        return "many";
      }
      if (ones == 1) {
        return "one";
      }
      return ones >= 2 && ones <= 4 ? "few" : "many";
    }
  };

  abstract String form(long count);

  static PluralRule named(String word) {
    return valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }
}
