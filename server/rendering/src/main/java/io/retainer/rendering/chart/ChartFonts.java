package io.retainer.rendering.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The font that texts are measured and drawn with. */
final class ChartFonts {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private ChartFonts() {}

  /** Loaded when the first chart is drawn, not when the class path is. */
  private static final class Loaded {
    static final Font REGULAR = load();

    private static Font load() {
      try (InputStream bytes =
          ChartFonts.class.getResourceAsStream(
              "/io/retainer/rendering/fonts/RetainerSans-Regular.ttf")) {
        return Font.createFont(Font.TRUETYPE_FONT, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("The font of charts could not be read", e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("The font of charts is no TrueType font", e);
      }
    }
  }

  static Font regular(double size) {
    return Loaded.REGULAR.deriveFont((float) size);
  }

  static double widthOf(String text, double size) {
    return regular(size).getStringBounds(text, EXACT).getWidth();
  }
}
