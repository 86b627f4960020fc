package io.retainer.toolkit;

import java.util.regex.Pattern;

/** Numbers that name things, as programs between the source and us have written them. */
final class Ids {

  private static final Pattern ROUNDED = Pattern.compile("\\d+(?:[.,]\\d+)?[eE]\\+\\d+");
  private static final Pattern AS_FLOAT = Pattern.compile("\\d+[.,]0+");

  private Ids() {}

  /**
   * Without what keeps a spreadsheet from reading it as a number ({@code ="0012"}, {@code '0012})
   * and without the fraction that a program has given it ({@code 1244495215.0}).
   *
   * @return null for a blank cell
   */
  static String plain(String cell) {
    String id = Words.trim(cell);
    if (id.startsWith("=\"") && id.endsWith("\"") && id.length() > 2) {
      id = id.substring(2, id.length() - 1);
    } else if (id.startsWith("'")) {
      id = id.substring(1);
    }
    if (AS_FLOAT.matcher(id).matches()) {
      id = id.replaceFirst("[.,]0+$", "");
    }
    return id.isEmpty() ? null : id;
  }

  static boolean isRounded(String id) {
    return id != null && ROUNDED.matcher(id).matches();
  }

  /** The number that a cell of digits alone is; -1 for any other. */
  static long digits(String cell) {
    int length = cell.length();
    if (length == 0 || length > 18) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < length; i++) {
      int digit = cell.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
