package io.retainer.connector.social;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.Stream;

/**
 * What a spreadsheet makes of a long id: {@code 6.49E+17}. It keeps fifteen digits of a number, and
 * all of a link, which is a text.
 */
final class RoundedId {

  private RoundedId() {}

  /** Whether a number is the id, rounded to the digits it has left. */
  static boolean is(String number, String id) {
    BigDecimal rounded;
    try {
      rounded = new BigDecimal(number.replace(',', '.'));
    } catch (NumberFormatException text) {
      return false;
    }
    int digits = Math.max(1, rounded.stripTrailingZeros().precision());
    return Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN)
        .map(mode -> new BigDecimal(id).round(new MathContext(digits, mode)))
        .anyMatch(whole -> whole.compareTo(rounded) == 0);
  }
}
