package io.retainer.rendering.letters;

import java.awt.Font;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which letters other fonts draw, as the house's lacks them: Hebrew, Arabic, Armenian, Georgian,
 * Thai, Chinese, Japanese, Korean and more.
 */
public final class OtherLetters {

  private static final String HOUSE = "io/retainer/rendering/fonts/RetainerSans-Regular.ttf";

  /** The house's font has letters below here; nobody asks for those beyond one by one. */
  private static final int HOUSE_END = 0x3000;

  private static final int FIRST_BEYOND_ONE_CHAR = 0x10000;

  private OtherLetters() {}

  private static final class House {
    static final BitSet LETTERS = letters();

    private static BitSet letters() {
      Font font = OtherFont.load(HOUSE);
      BitSet letters = new BitSet();
      for (int point = 0x20; point < HOUSE_END; point++) {
        letters.set(point, font.canDisplay(point));
      }
      return letters;
    }
  }

  /** The characters of the house's font. */
  public static BitSet house() {
    return House.LETTERS;
  }

  /** The font that has to draw it, and can. */
  public static Optional<OtherFont> font(int point) {
    if (point >= FIRST_BEYOND_ONE_CHAR || House.LETTERS.get(point) || !isWritten(point)) {
      return Optional.empty();
    }
    for (OtherFont font : OtherFont.values()) {
      if (font.font().canDisplay(point)) {
        return Optional.of(font);
      }
    }
    return Optional.empty();
  }

  /** Whether another font has to draw it, and can. */
  public static boolean has(int point) {
    return font(point).isPresent();
  }

  /** The fonts that draw some of a text. */
  public static Set<OtherFont> in(String text) {
    Set<OtherFont> fonts = EnumSet.noneOf(OtherFont.class);
    for (int i = 0; i < text.length(); i++) {
      if (!House.LETTERS.get(text.charAt(i))) {
        font(text.charAt(i)).ifPresent(fonts::add);
      }
    }
    return fonts;
  }

  /** Letters, figures and marks of a script; no pictographs, which a report does without. */
  private static boolean isWritten(int point) {
    return switch (UnicodeScript.of(point)) {
      // Letters that join, and the fonts have not their shapes.
      case NKO, UNKNOWN -> false;
      case COMMON, INHERITED -> Character.isLetterOrDigit(point) || isOfText(point);
      default -> true;
    };
  }

  /** Commas and brackets that belong to one script's texts. */
  private static boolean isOfText(int point) {
    UnicodeBlock block = UnicodeBlock.of(point);
    return block == UnicodeBlock.ARABIC
        || block == UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
        || block == UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
  }
}
