package io.retainer.toolkit;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time written as on a clock. */
final class Clock {

  private static final Pattern COLONS = Pattern.compile("(?:(\\d{1,5}):)?(\\d{1,3}):(\\d{2})");
  private static final Pattern LETTERS =
      Pattern.compile(
          "(?:(\\d{1,5})\\s?(?:h|ч|год|г|гадз|t|std|g)\\.?)?\\s*"
              + "(?:(\\d{1,3})\\s?(?:min|m|мин|мін|хв|хвіл)\\.?)?\\s*"
              + "(?:(\\d{1,5})\\s?(?:sec|sek|s|сек|с)\\.?)?");

  private Clock() {}

  /**
   * @return null when the text is not written so
   */
  static BigDecimal seconds(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (Pattern pattern : new Pattern[] {COLONS, LETTERS}) {
      Matcher matcher = pattern.matcher(lower);
      if (!text.isEmpty() && matcher.matches()) {
        long seconds =
            number(matcher.group(1)) * 3600
                + number(matcher.group(2)) * 60
                + number(matcher.group(3));
        return BigDecimal.valueOf(seconds);
      }
    }
    return null;
  }

  private static long number(String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
