package io.retainer.rendering.words;

import java.util.regex.Pattern;

/**
 * Where a line of printed text does not end, as Russian and Belarusian typography has it: after a
 * word of one letter or a mark, which belong to what follows; before a dash; within a word that
 * ends with a number, like "топ-10"; and within a range of numbers, like "5–7".
 */
public final class NoBreaks {

  private static final char SPACE = '\u00a0';
  private static final char HYPHEN = '\u2011';
  private static final char DASH = '\u2013';
  private static final char JOINER = '\u2060';

  /** There is no such dash, and this space is as wide. */
  private static final char RANGE = '\u2007';

  private static final Pattern IN_RANGE = Pattern.compile("(?<=[0-9]\\.?)\u2013(?=[0-9])");

  private static final String DASHES = "\u2013\u2014";
  private static final String MARKS = "*\u2248";

  private NoBreaks() {}

  /**
   * The same letters; a text is laid out so, and looked for as it was. A dash that holds together
   * what it stands between is put back by {@link #drawn} once the lines are known.
   */
  public static String in(String text) {
    StringBuilder bound = null;
    for (int i = 1; i < text.length() - 1; i++) {
      char put = bound(text, i);
      if (put != text.charAt(i)) {
        bound = bound == null ? new StringBuilder(text) : bound;
        bound.setCharAt(i, put);
      }
    }
    return bound == null ? text : bound.toString();
  }

  /** Whether a text that was laid out is drawn otherwise; none is not. */
  public static boolean hasRange(String laidOut) {
    return laidOut != null && laidOut.indexOf(RANGE) >= 0;
  }

  /** A text that was laid out, as it is drawn. */
  public static String drawn(String laidOut) {
    return laidOut.replace(RANGE, DASH);
  }

  /** The text with its ranges held together, for what lays out lines by itself. */
  public static String joined(String text) {
    return text.indexOf(DASH) < 0
        ? text
        : IN_RANGE.matcher(text).replaceAll(JOINER + "\u2013" + JOINER);
  }

  private static char bound(String text, int at) {
    char here = text.charAt(at);
    return switch (here) {
      case ' ' -> isBeforeDash(text, at) || isAfterOne(text, at) ? SPACE : here;
      case '-' ->
          isCyrillic(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1)) ? HYPHEN : here;
      case DASH -> isInRange(text, at) ? RANGE : here;
      default -> here;
    };
  }

  private static boolean isInRange(String text, int dash) {
    int first = text.charAt(dash - 1) == '.' ? dash - 2 : dash - 1;
    return first >= 0
        && Character.isDigit(text.charAt(first))
        && Character.isDigit(text.charAt(dash + 1));
  }

  private static boolean isBeforeDash(String text, int space) {
    return DASHES.indexOf(text.charAt(space + 1)) >= 0
        && (space + 2 == text.length() || text.charAt(space + 2) == ' ');
  }

  private static boolean isAfterOne(String text, int space) {
    char one = text.charAt(space - 1);
    return (isCyrillic(one) || MARKS.indexOf(one) >= 0)
        && (space == 1 || !Character.isLetterOrDigit(text.charAt(space - 2)))
        && (space == 1 || text.charAt(space - 2) != '-');
  }

  private static boolean isCyrillic(char letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.CYRILLIC;
  }
}
