package io.retainer.toolkit;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a column writes its numbers: which sign begins the fraction. */
public enum NumberForm {
  /** {@code 1,234.5}. */
  POINT('.', ','),
  /** {@code 1.234,5}, {@code 1 234,5}. */
  COMMA(',', '.');

  /**
   * A word, a sign, a word, the digits, a word, a bracket, a word: words are currencies or none.
   */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "([^\\d(+\\-\u2212]*?)([(+\\-\u2212]*)([^\\d(+\\-\u2212]*?)([.,]?\\d(?:.*\\d)?)([^\\d)]*)(\\)?)([^\\d)]*)");

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

  /** Without a currency before or after, and without the share of a whole in brackets behind. */
  static String strippedOfCurrency(String cell) {
    String text = Words.trim(cell);
    if (text.endsWith("%)") && text.indexOf('(') > 0) {
      text = Words.trim(text.substring(0, text.lastIndexOf('(')));
    }
    if (text.isEmpty() || text.length() > LONGEST || isBare(text)) {
      return text;
    }
    Matcher amount = AMOUNT.matcher(text);
    boolean isAmount =
        amount.matches()
            && Currencies.is(amount.group(1))
            && Currencies.is(amount.group(3))
            && Currencies.is(amount.group(5))
            && Currencies.is(amount.group(7));
    return isAmount ? amount.group(2) + amount.group(4) + amount.group(6) : text;
  }

  /** Nothing but a number, as nearly all cells are. */
  private static boolean isBare(String text) {
    char first = text.charAt(0);
    char last = text.charAt(text.length() - 1);
    return first >= '0' && first <= '9' && last >= '0' && last <= '9';
  }
}
