package io.retainer.rendering.pdf;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;

/** Which characters the embedded font has. */
final class FontGlyphs {

  private FontGlyphs() {}

  private static final class Loaded {
    static final BitSet KNOWN = load();

    private static BitSet load() {
      String file = "/io/retainer/rendering/fonts/RetainerSans-Regular.ttf";
      try (InputStream bytes = FontGlyphs.class.getResourceAsStream(file)) {
        Font font = Font.createFont(Font.TRUETYPE_FONT, bytes);
        BitSet known = new BitSet();
        for (int point = 0x20; point < 0x3000; point++) {
          known.set(point, font.canDisplay(point));
        }
        return known;
      } catch (IOException | FontFormatException e) {
        throw new IllegalStateException("The report font could not be read", e);
      }
    }
  }

  static BitSet known() {
    return Loaded.KNOWN;
  }
}
