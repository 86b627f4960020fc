package io.retainer.rendering.pdf;

import io.retainer.rendering.letters.Directions;
import io.retainer.rendering.letters.OtherLetters;
import io.retainer.rendering.letters.Spelled;

/**
 * Text of the data as the page can show it: one line, no control characters, no pictographs that
 * the fonts lack, letters that they lack in Latin ones, not longer than a reader reads. The
 * workbook has it in full. Where some of it is written from the right, it says so itself.
 */
final class Showable {

  private static final int LONGEST = 160;
  private static final int LONGEST_NAME = 72;

  private Showable() {}

  static String text(String text) {
    return Directions.name(cut(drawn(text), LONGEST));
  }

  /** Text whose end matters, like a hash behind the name of a file. */
  static String whole(String text) {
    return Directions.sentence(drawn(text));
  }

  /** For the first column of a table, where a name has two lines at most. */
  static String name(String text) {
    return Directions.name(cut(drawn(text), LONGEST_NAME));
  }

  /** Whether some of a shown text is spelled in Latin letters, as no font has its own. */
  static boolean isSpelled(String shown) {
    return Spelled.isIn(shown);
  }

  private static String drawn(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> !Directions.isCommand(point))
        .map(point -> isSpace(point) ? ' ' : point)
        .forEach(line::appendCodePoint);
    String spelled = Spelled.of(line.toString(), Showable::isDrawn);
    String shown = collapsed(spelled.contentEquals(line) ? spelled : withoutGaps(spelled));
    return shown.isEmpty() && !text.isBlank() ? Spelled.pictures(line.toString()) : shown;
  }

  /**
   * Where pictographs were left out: what joined them, which between letters a script may need, and
   * the space before a bracket that closes.
   */
  private static String withoutGaps(String text) {
    return text.replaceAll(
            "(?<![\\p{L}\\p{M}])[\\u200d\\ufe0e\\ufe0f]|[\\u200d\\ufe0e\\ufe0f](?![\\p{L}\\p{M}])",
            "")
        .replaceAll(" +(?=[)\\]\\u00bb\\u201d])", "");
  }

  private static boolean isDrawn(int point) {
    return OtherLetters.house().get(point) || OtherLetters.has(point);
  }

  private static boolean isSpace(int point) {
    return Character.isWhitespace(point) || point == '\u2007' || Character.isISOControl(point);
  }

  private static String collapsed(String text) {
    return text.replaceAll(" {2,}", " ").strip();
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "\u2026";
  }
}
