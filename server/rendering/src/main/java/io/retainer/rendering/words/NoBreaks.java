package io.retainer.rendering.words;

/**
 * Where a line of printed text does not end, as Russian and Belarusian typography has it: after a
 * word of one letter or a mark, which belong to what follows; before a dash; and within a word that
 * ends with a number, like "топ-10".
 */
public final class NoBreaks {

  private static final char SPACE = '\u00a0';
  private static final char HYPHEN = '\u2011';

  private static final String DASHES = "\u2013\u2014";
  private static final String MARKS = "*\u2248";

  private NoBreaks() {}

  /** The same letters; a text is laid out so, and looked for as it was. */
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

  private static char bound(String text, int at) {
    char here = text.charAt(at);
    return switch (here) {
      case ' ' -> isBeforeDash(text, at) || isAfterOne(text, at) ? SPACE : here;
      case '-' ->
          isCyrillic(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1)) ? HYPHEN : here;
      default -> here;
    };
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
