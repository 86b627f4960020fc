package io.retainer.rendering.brand;

import io.retainer.rendering.chart.Palette;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/**
 * A logo on a piece of white paper, small enough for a mail: readable also where the ground is
 * dark.
 *
 * @param png without transparency
 * @param width as it is shown; it has twice as many pixels
 */
public record PaperLogo(byte[] png, int width, int height) {

  /** Of the paper that is seen around the logo. */
  private static final int MARGIN = 6;

  /** Dots as faint as this are not told from paper. */
  private static final double LEAST_CONTRAST = 1.3;

  private static final double LEAST_SHARE = 0.05;
  private static final int SOLID = 128;

  static PaperLogo of(BufferedImage logo, int width, int height) {
    double scale =
        Math.min(
            2.0 * (width - 2 * MARGIN) / logo.getWidth(),
            2.0 * (height - 2 * MARGIN) / logo.getHeight());
    scale = Math.min(scale, 2);
    int inner = Math.max(1, (int) Math.round(logo.getWidth() * scale / 2));
    int high = Math.max(1, (int) Math.round(logo.getHeight() * scale / 2));
    var paper =
        new BufferedImage(
            2 * (inner + 2 * MARGIN), 2 * (high + 2 * MARGIN), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = paper.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, paper.getWidth(), paper.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(halved(logo, 2 * inner), 2 * MARGIN, 2 * MARGIN, 2 * inner, 2 * high, null);
    graphics.dispose();
    return new PaperLogo(png(paper), paper.getWidth() / 2, paper.getHeight() / 2);
  }

  /** In steps of a half, as one great step leaves out lines of the picture. */
  private static BufferedImage halved(BufferedImage picture, int wanted) {
    BufferedImage now = picture;
    while (now.getWidth() >= 2 * wanted && now.getHeight() > 1) {
      var half =
          new BufferedImage(
              now.getWidth() / 2, Math.max(1, now.getHeight() / 2), BufferedImage.TYPE_INT_ARGB);
      Graphics2D graphics = half.createGraphics();
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(now, 0, 0, half.getWidth(), half.getHeight(), null);
      graphics.dispose();
      now = half;
    }
    return now;
  }

  static boolean isFaint(BufferedImage logo) {
    long solid = 0;
    long seen = 0;
    int step = Math.max(1, Math.max(logo.getWidth(), logo.getHeight()) / 400);
    for (int x = 0; x < logo.getWidth(); x += step) {
      for (int y = 0; y < logo.getHeight(); y += step) {
        Color dot = new Color(logo.getRGB(x, y), true);
        if (dot.getAlpha() >= SOLID) {
          solid++;
          seen += Palette.contrastOnPaper(dot) >= LEAST_CONTRAST ? 1 : 0;
        }
      }
    }
    return seen < solid * LEAST_SHARE || solid == 0;
  }

  static byte[] png(BufferedImage picture) {
    var bytes = new ByteArrayOutputStream(1 << 14);
    try {
      ImageIO.write(picture, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("A logo could not be written", e);
    }
    return bytes.toByteArray();
  }
}
