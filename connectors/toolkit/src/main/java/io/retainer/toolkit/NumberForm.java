package io.retainer.toolkit;

import java.math.BigDecimal;

/** How a column writes its numbers: which sign begins the fraction. */
public enum NumberForm {
  /** {@code 1,234.5}. */
  POINT('.', ','),
  /** {@code 1.234,5}, {@code 1 234,5}. */
  COMMA(',', '.');

  private static final int LONGEST = 60;
  private static final int LARGEST_EXPONENT = 30;

  private final char decimal;
  private final char group;

  NumberForm(char decimal, char group) {
    this.decimal = decimal;
    this.group = group;
  }

  /**
   * Reads a number as people and platforms write it: signs, groups of thousands, an exponent, a
   * currency around it, accounting brackets.
   *
   * @return null when the text is no number; a percent sign is not taken away
   */
  public BigDecimal parse(String cell) {
    String text = strippedOfCurrency(cell);
    if (text.isEmpty() || text.length() > LONGEST) {
      return null;
    }
    boolean negative = false;
    int i = 0;
    int end = text.length();
    if (text.charAt(0) == '(' && text.charAt(end - 1) == ')') {
      negative = true;
      i++;
      end--;
    }
    if (i < end && (text.charAt(i) == '-' || text.charAt(i) == '\u2212' || text.charAt(i) == '+')) {
      negative ^= text.charAt(i) != '+';
      i++;
    }
    while (i < end && Words.isBlank(text.charAt(i))) {
      i++;
    }
    var digits = new StringBuilder(end - i);
    int sinceGroup = -1;
    int whole = 0;
    boolean fraction = false;
    for (; i < end; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
        if (!fraction) {
          whole++;
          sinceGroup = sinceGroup < 0 ? sinceGroup : sinceGroup + 1;
        }
      } else if (c == decimal && !fraction) {
        if (sinceGroup >= 0 && sinceGroup != 3) {
          return null;
        }
        sinceGroup = -1;
        fraction = true;
        digits.append('.');
      } else if (isGroup(c) && !fraction && whole > 0) {
        if (sinceGroup >= 0 && sinceGroup != 3 && sinceGroup != 2 || sinceGroup < 0 && whole > 3) {
          return null;
        }
        sinceGroup = 0;
      } else if ((c == 'e' || c == 'E') && digits.length() > 0) {
        return exponent(digits, text.substring(i + 1, end), negative);
      } else {
        return null;
      }
    }
    if (sinceGroup >= 0 && sinceGroup != 3) {
      return null;
    }
    return value(digits, 0, negative);
  }

  /** Whether a cell could be a number in one form or the other. */
  static boolean looksNumeric(String cell) {
    return POINT.parse(cell) != null || COMMA.parse(cell) != null;
  }

  private boolean isGroup(char c) {
    return c == group || c == '\'' || c == '\u2019' || Words.isBlank(c);
  }

  private static BigDecimal exponent(StringBuilder digits, String text, boolean negative) {
    try {
      int exponent = Integer.parseInt(text);
      return Math.abs(exponent) > LARGEST_EXPONENT ? null : value(digits, exponent, negative);
    } catch (NumberFormatException notAnExponent) {
      return null;
    }
  }

  private static BigDecimal value(StringBuilder digits, int exponent, boolean negative) {
    int length = digits.length();
    if (length == 0 || length == 1 && digits.charAt(0) == '.') {
      return null;
    }
    if (digits.charAt(length - 1) == '.') {
      digits.setLength(length - 1);
    }
    var value = new BigDecimal(digits.toString());
    if (exponent != 0) {
      value = value.scaleByPowerOfTen(exponent);
      value = value.scale() < 0 ? value.setScale(0) : value;
    }
    return negative ? value.negate() : value;
  }

  /** Without a currency sign or code before or after, and without blanks. */
  static String strippedOfCurrency(String cell) {
    int start = 0;
    int end = cell.length();
    while (start < end && isCurrencyOrBlank(cell.charAt(start))) {
      start++;
    }
    if (end - start > 2 && cell.charAt(end - 1) == '.' && isCurrency(cell.charAt(end - 2))) {
      end--;
    }
    while (end > start && isCurrencyOrBlank(cell.charAt(end - 1))) {
      end--;
    }
    if (end - start > 1
        && (cell.charAt(start) == '-' || cell.charAt(start) == '\u2212')
        && isCurrency(cell.charAt(start + 1))) {
      int digits = start + 1;
      while (digits < end && isCurrencyOrBlank(cell.charAt(digits))) {
        digits++;
      }
      return "-" + cell.substring(digits, end);
    }
    return cell.substring(start, end);
  }

  private static boolean isCurrencyOrBlank(char c) {
    return Words.isBlank(c) || isCurrency(c);
  }

  private static boolean isCurrency(char c) {
    return Character.getType(c) == Character.CURRENCY_SYMBOL
        || c >= 'A' && c <= 'Z'
        || c == 'р'
        || c == 'б'
        || c == 'у';
  }
}
