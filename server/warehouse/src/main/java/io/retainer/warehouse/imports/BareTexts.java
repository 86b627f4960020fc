package io.retainer.warehouse.imports;

/**
 * Texts without blanks around them, of whatever width, whichever connector read them: nobody would
 * see why a condition does not find one. A text of nothing else is none.
 */
final class BareTexts {

  private BareTexts() {}

  /**
   * @return the array itself when nothing in it changes
   */
  static Object[] of(Object[] values) {
    Object[] bare = values;
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof String text && (text.isEmpty() || hasBlankEnd(text))) {
        if (bare == values) {
          bare = values.clone();
        }
        bare[i] = bare(text);
      }
    }
    return bare;
  }

  private static boolean hasBlankEnd(String text) {
    return isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1));
  }

  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return start == end ? null : text.substring(start, end);
  }

  private static boolean isBlank(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }
}
