package io.retainer.connector.social;

/** The first words of a post, on one line, by which people recognise it in a list. */
final class PostTitle {

  private static final int LONGEST = 120;

  private PostTitle() {}

  /**
   * @return null for a post without words
   */
  static String of(String text) {
    if (text == null) {
      return null;
    }
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line.isEmpty() ? null : line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }
}
