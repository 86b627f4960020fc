package io.retainer.rendering.words;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as a language writes them: grouping, decimal mark, the real minus sign. */
final class Numbers {

  static final char MINUS = '\u2212';

  private final String decimal;
  private final String group;

  Numbers(Words words) {
    decimal = words.text("number.decimal");
    group = words.text("number.group");
  }

  String write(BigDecimal value, int decimals) {
    BigDecimal rounded = value.setScale(decimals, RoundingMode.HALF_UP);
    String digits = rounded.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder text = new StringBuilder();
    if (rounded.signum() < 0) {
      text.append(MINUS);
    }
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0) {
        text.append(group);
      }
      text.append(whole.charAt(i));
    }
    if (point >= 0) {
      text.append(decimal).append(digits, point + 1, digits.length());
    }
    return text.toString();
  }
}
