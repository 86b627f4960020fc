package io.retainer.rendering.pdf;

import io.retainer.rendering.letters.Directions;
import io.retainer.rendering.letters.OtherLetters;
import java.util.BitSet;

/**
 * Text of the data as the page can show it: one line, no control characters, no pictographs that
 * the fonts lack, not longer than a reader reads. The workbook has it in full. Where some of it is
 * written from the right, it says so itself.
 */
final class Showable {

  /** A box, as readers know it from missing letters; the house's font has it. */
  private static final String UNKNOWN = "\u25a1";

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

  private static String drawn(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    BitSet house = OtherLetters.house();
    text.codePoints()
        .forEach(
            point -> {
              if (Character.isWhitespace(point) || Character.isISOControl(point)) {
                shown.append(' ');
              } else if (Directions.isCommand(point)) {
                // Somebody's idea of an order; the next name would follow it too.
                return;
              } else if (house.get(point) || OtherLetters.has(point)) {
                shown.appendCodePoint(point);
              } else if (Character.isLetterOrDigit(point)) {
                shown.append(UNKNOWN);
              }
            });
    String collapsed = shown.toString().replaceAll(" {2,}", " ").strip();
    return collapsed.isEmpty() && !text.isBlank() ? UNKNOWN : collapsed;
  }

  private static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)).strip() + "\u2026";
  }
}
