package io.retainer.rendering.brand;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The first use of a font that came from outside, as a program of its own: it reads the font and
 * draws every letter that it is asked for. A font that brings it down brings down nothing else. It
 * needs the JDK alone.
 */
public final class FontTrial {

  private static final int SIZE = 24;

  private FontTrial() {}

  /**
   * Prints the family's name, the letters that are missing, and whether all figures are as wide, a
   * line each. Letters are numbers, as not every machine passes them on as they are.
   *
   * @param arguments the font's file, the letters, the figures
   */
  public static void main(String[] arguments) throws Exception {
    Font font =
        Font.createFont(Font.TRUETYPE_FONT, new File(arguments[0])).deriveFont((float) SIZE);
    List<String> missing = new ArrayList<>();
    var picture = new BufferedImage(2 * SIZE, 2 * SIZE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = picture.createGraphics();
    graphics.setFont(font);
    for (String number : arguments[1].split(",")) {
      int letter = Integer.parseInt(number);
      if (font.canDisplay(letter)) {
        graphics.drawString(Character.toString(letter), SIZE / 2, SIZE);
      } else {
        missing.add(number);
      }
    }
    graphics.dispose();
    var exact = new FontRenderContext(null, true, true);
    long widths =
        arguments[2]
            .chars()
            .mapToLong(
                figure ->
                    Math.round(
                        1000 * font.getStringBounds(Character.toString(figure), exact).getWidth()))
            .distinct()
            .count();
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(font.getFamily().replaceAll("\\p{Cntrl}", " "));
    out.println(String.join(",", missing));
    out.println(widths == 1);
  }
}
