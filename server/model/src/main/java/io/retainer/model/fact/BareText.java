package io.retainer.model.fact;

/**
 * A text as it is kept and compared: without blanks around it, of whatever width. Nobody would see
 * why a condition does not find one that has some.
 */
public final class BareText {

  private BareText() {}

  /**
   * @return the text itself where it has none; empty for one of nothing else
   */
  public static String of(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  public static boolean isBlank(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
  }
}
