package io.retainer.rendering.letters;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of letters on a line where some are written from the right. Every text here stands in a
 * sentence or table that is read from the left, so what follows a Hebrew name, most often its
 * figures, has to be kept from being drawn into it.
 */
public final class Directions {

  private static final char LEFT_TO_RIGHT_MARK = '\u200e';
  private static final char RIGHT_TO_LEFT_EMBEDDING = '\u202b';
  private static final char END_OF_EMBEDDING = '\u202c';
  private static final String BRACKETS = "()[]{}«»“”„";

  private Directions() {}

  /**
   * A piece of a line that is read in one direction.
   *
   * @param text in the order in which it is read
   */
  public record Piece(String text, boolean isFromRight) {}

  /** Whether any of it is written from the right. */
  public static boolean isMixed(String text) {
    for (int i = 0; i < text.length(); i++) {
      // Nothing below, which is nearly everything, asks for more than this comparison.
      if (text.charAt(i) >= '\u0590' && isFromRight(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A name, all of it in the direction of its first letter: the figures and the ellipsis of a
   * Hebrew one are to the left of it.
   */
  public static String name(String name) {
    if (!isMixed(name)) {
      return name;
    }
    return beginsFromRight(name)
        ? RIGHT_TO_LEFT_EMBEDDING + name + END_OF_EMBEDDING + LEFT_TO_RIGHT_MARK
        : marked(name);
  }

  /**
   * A sentence with names in it: what comes after each, like its figures, goes on from the left,
   * also where a name begins it. One without a letter from the left is in the direction of its own.
   */
  public static String sentence(String text) {
    if (!isMixed(text)) {
      return text;
    }
    if (!beginsFromRight(text)) {
      return marked(text);
    }
    return text.chars().anyMatch(Directions::isFromLeft)
        ? LEFT_TO_RIGHT_MARK + marked(text)
        : name(text);
  }

  private static String marked(String text) {
    StringBuilder marked = new StringBuilder(text.length() + 8);
    int end = -1;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (end >= 0 && isBehindAName(letter)) {
        marked.insert(end, LEFT_TO_RIGHT_MARK);
        end = -1;
      }
      marked.append(letter);
      if (isFromRight(letter) || end == marked.length() - 1 && isMark(letter)) {
        end = marked.length();
      }
    }
    if (end >= 0) {
      marked.insert(end, LEFT_TO_RIGHT_MARK);
    }
    return marked.toString();
  }

  /** A text without the marks that this class put into it. */
  public static String unmarked(String text) {
    return isMixed(text) ? stripped(text) : text;
  }

  private static String stripped(String text) {
    return text.replaceAll("[\u200e\u202b\u202c]", "");
  }

  /** Whether a character of the data gives an order of its own; the page sets that. */
  public static boolean isCommand(int point) {
    return point >= 0x202a && point <= 0x202e || point >= 0x2066 && point <= 0x2069;
  }

  /** The pieces of a line as they stand on it, from the left to the right. */
  public static List<Piece> pieces(String line) {
    Bidi bidi = new Bidi(line, Bidi.DIRECTION_LEFT_TO_RIGHT);
    int runs = bidi.getRunCount();
    byte[] levels = new byte[runs];
    Piece[] pieces = new Piece[runs];
    for (int i = 0; i < runs; i++) {
      levels[i] = (byte) bidi.getRunLevel(i);
      pieces[i] =
          new Piece(
              stripped(line.substring(bidi.getRunStart(i), bidi.getRunLimit(i))),
              levels[i] % 2 == 1);
    }
    Bidi.reorderVisually(levels, 0, pieces, 0, runs);
    List<Piece> shown = new ArrayList<>();
    for (Piece piece : pieces) {
      if (piece.isFromRight()) {
        // Spaces at its ends are pieces of their own: engines differ in what they do with them.
        String word = piece.text().strip();
        shown.add(new Piece(piece.text().substring(piece.text().stripTrailing().length()), false));
        shown.add(new Piece(word, true));
        shown.add(
            new Piece(
                word.isEmpty() ? "" : piece.text().substring(0, piece.text().indexOf(word)),
                false));
      } else {
        shown.add(piece);
      }
    }
    shown.removeIf(piece -> piece.text().isEmpty());
    return shown;
  }

  private static boolean beginsFromRight(String name) {
    return name.codePoints()
        .filter(point -> isFromLeft(point) || isFromRight(point))
        .limit(1)
        .anyMatch(Directions::isFromRight);
  }

  private static boolean isBehindAName(char letter) {
    return switch (Character.getDirectionality(letter)) {
      case Character.DIRECTIONALITY_LEFT_TO_RIGHT,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR ->
          true;
      default -> BRACKETS.indexOf(letter) >= 0;
    };
  }

  private static boolean isFromLeft(int point) {
    return Character.getDirectionality(point) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  }

  private static boolean isFromRight(int point) {
    byte direction = Character.getDirectionality(point);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean isMark(int point) {
    return Character.getDirectionality(point) == Character.DIRECTIONALITY_NONSPACING_MARK;
  }
}
