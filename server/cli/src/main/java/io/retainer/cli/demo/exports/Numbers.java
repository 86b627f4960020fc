package io.retainer.cli.demo.exports;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as platforms write them: with a dot, without needless zeros. */
final class Numbers {

  private Numbers() {}

  /** Up to so many places, {@code 32.6} and {@code 32}. */
  static String upTo(int places, double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** Exactly so many places, {@code 33.33}. */
  static String exactly(int places, double value) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }

  /** A ratio in full, as double arithmetic leaves it; zero over nothing. */
  static String ratio(double numerator, double denominator) {
    return denominator == 0 ? "0" : upTo(16, numerator / denominator);
  }

  static double share(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }

  /** Cents as an amount with two places. */
  static String amount(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
