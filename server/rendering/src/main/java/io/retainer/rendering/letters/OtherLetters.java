package io.retainer.rendering.letters;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.BitSet;

/**
 * What a second font draws where the house's has no letter: Hebrew, Arabic, Armenian, Georgian, Lao
 * and more. It is opened when the first such letter comes by.
 */
public final class OtherLetters {

  /** As the font calls itself, and engines call it. */
  public static final String FAMILY = "DejaVu Sans";

  public static final String REGULAR = "io/retainer/rendering/fonts/DejaVuSans.ttf";
  public static final String BOLD = "io/retainer/rendering/fonts/DejaVuSans-Bold.ttf";

  private static final String HOUSE = "io/retainer/rendering/fonts/RetainerSans-Regular.ttf";

  /** The house's font has letters below here; nobody asks for those beyond one by one. */
  private static final int HOUSE_END = 0x3000;

  private static final int FIRST_BEYOND_ONE_CHAR = 0x10000;

  private OtherLetters() {}

  private static final class House {
    static final BitSet LETTERS = letters();

    private static BitSet letters() {
      Font font = load(HOUSE);
      BitSet letters = new BitSet();
      for (int point = 0x20; point < HOUSE_END; point++) {
        letters.set(point, font.canDisplay(point));
      }
      return letters;
    }
  }

  private static final class Second {
    static final Font FONT = load(REGULAR);
  }

  private static final class SecondBold {
    static final Font FONT = load(BOLD);
  }

  /** The characters of the house's font. */
  public static BitSet house() {
    return House.LETTERS;
  }

  /** Whether the second font has to draw it, and can. */
  public static boolean has(int point) {
    return point < FIRST_BEYOND_ONE_CHAR
        && !House.LETTERS.get(point)
        && isWritten(point)
        && Second.FONT.canDisplay(point);
  }

  /** Whether any of a text is drawn by the second font. */
  public static boolean in(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!House.LETTERS.get(text.charAt(i)) && has(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The second font, of any size. */
  public static Font font() {
    return Second.FONT;
  }

  /** Its bold face, of any size. */
  public static Font bold() {
    return SecondBold.FONT;
  }

  /** Letters, figures and marks of a script; no pictographs, which a report does without. */
  private static boolean isWritten(int point) {
    UnicodeScript script = UnicodeScript.of(point);
    return switch (script) {
      // Letters that join, and the font has not their shapes.
      case NKO, UNKNOWN -> false;
      case COMMON, INHERITED ->
          Character.isLetterOrDigit(point)
              || Character.UnicodeBlock.of(point) == Character.UnicodeBlock.ARABIC;
      default -> true;
    };
  }

  private static Font load(String file) {
    try (InputStream bytes = OtherLetters.class.getResourceAsStream("/" + file)) {
      return Font.createFont(Font.TRUETYPE_FONT, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The font " + file + " could not be read", e);
    } catch (FontFormatException e) {
      throw new IllegalStateException("The font " + file + " is no TrueType font", e);
    }
  }
}
