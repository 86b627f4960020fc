package io.retainer.rendering.chart;

import io.retainer.rendering.letters.Directions;
import io.retainer.rendering.letters.NamedFont;
import io.retainer.rendering.letters.OtherFont;
import io.retainer.rendering.letters.OtherLetters;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;

/**
 * What texts of drawings are measured and drawn with. A letter that a brand's font lacks is the
 * house's, and what that lacks another one's.
 */
public final class Lettering {

  private static final Lettering BOLD_HOUSE = new Lettering(null, null, true);
  public static final Lettering HOUSE = new Lettering(null, BOLD_HOUSE, false);

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final Font own;
  private final Lettering bold;
  private final boolean isBold;

  /**
   * @param bold null where there is none bolder
   */
  private Lettering(Font own, Lettering bold, boolean isBold) {
    this.own = own;
    this.bold = bold;
    this.isBold = isBold;
  }

  /**
   * @param own font of a brand, of any size
   * @param bold one of the brand; without one bold letters are as the others
   * @param called by the engine that draws with it
   */
  public static Lettering of(Font own, Optional<Font> bold, String called) {
    Lettering bolder =
        bold.map(font -> new Lettering(NamedFont.boldOf(font, called), null, true)).orElse(null);
    return new Lettering(NamedFont.of(own, called), bolder, false);
  }

  /** The same in bold, as far as there is such a font: drawings stay in the brand's. */
  public Lettering bold() {
    return bold == null ? this : bold;
  }

  /** Loaded when the first chart is drawn, not when the class path is. */
  private static final class House {
    static final Font REGULAR = load("Regular");
    static final Font BOLD = NamedFont.boldOf(load("Bold"), "Retainer Sans");

    private static Font load(String weight) {
      try (InputStream bytes =
          Lettering.class.getResourceAsStream(
              "/io/retainer/rendering/fonts/RetainerSans-" + weight + ".ttf")) {
        return Font.createFont(Font.TRUETYPE_FONT, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException("The font of charts could not be read", e);
      } catch (FontFormatException e) {
        throw new IllegalStateException("The font of charts is no TrueType font", e);
      }
    }
  }

  public double widthOf(String text, double size) {
    return along(text, size, (part, font) -> width(part, font));
  }

  /** From a line to the next one. */
  public double lineHeight(double size) {
    Font font = own == null ? house() : own;
    return font.deriveFont((float) size).getLineMetrics("x", EXACT).getHeight();
  }

  /** Draws it from the left; the base line is {@code y}. */
  void draw(Graphics2D graphics, String text, double x, double y, double size) {
    double[] left = {x};
    along(
        text,
        size,
        (part, font) -> {
          graphics.setFont(font);
          graphics.drawString(part, (float) left[0], (float) y);
          double width = width(part, font);
          left[0] += width;
          return width;
        });
  }

  private static double width(String text, Font font) {
    return font.getStringBounds(text, EXACT).getWidth();
  }

  /** Part after part, each in the font that has all its letters; the sum of what they give. */
  private double along(String text, double size, ToDoubleBiFunction<String, Font> each) {
    if (!Directions.isMixed(text)) {
      return fromLeft(text, size, each);
    }
    double sum = 0;
    for (Directions.Piece piece : Directions.pieces(text)) {
      // Brackets and spaces within are turned with their letters, so they are of one font.
      sum +=
          piece.isFromRight()
              ? each.applyAsDouble(piece.text(), OtherFont.WORLD.font().deriveFont((float) size))
              : fromLeft(piece.text(), size, each);
    }
    return sum;
  }

  private double fromLeft(String text, double size, ToDoubleBiFunction<String, Font> each) {
    double sum = 0;
    int begin = 0;
    while (begin < text.length()) {
      Font font = fontAt(text, begin);
      int end = begin;
      while (end < text.length() && fontAt(text, end) == font) {
        end += Character.charCount(text.codePointAt(end));
      }
      sum += each.applyAsDouble(text.substring(begin, end), font.deriveFont((float) size));
      begin = end;
    }
    return sum;
  }

  private Font fontAt(String text, int index) {
    int point = text.codePointAt(index);
    if (own != null && own.canDisplay(point)) {
      return own;
    }
    return OtherLetters.font(point).map(OtherFont::font).orElseGet(this::house);
  }

  private Font house() {
    return isBold ? House.BOLD : House.REGULAR;
  }
}
