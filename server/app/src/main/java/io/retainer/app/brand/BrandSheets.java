package io.retainer.app.brand;

import io.retainer.workspace.Workspace;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** The cover and the page after it, side by side, about an invented client. */
final class BrandSheets {

  private static final String REPORT = "monthly-performance";
  private static final int PAGES = 2;
  private static final int GAP = 24;
  private static final Color EDGE = new Color(0xC4CCD8);

  private BrandSheets() {}

  static byte[] png(Workspace workspace, List<Path> brand, Locale language) {
    List<BufferedImage> pages = workspace.reports().preview(REPORT, brand, language, PAGES);
    int width = pages.stream().mapToInt(page -> page.getWidth() + GAP).sum() - GAP;
    int height = pages.stream().mapToInt(BufferedImage::getHeight).max().orElseThrow();
    var sheets = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = sheets.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    int left = 0;
    for (BufferedImage page : pages) {
      graphics.drawImage(page, left, 0, null);
      graphics.setColor(EDGE);
      graphics.drawRect(left, 0, page.getWidth() - 1, page.getHeight() - 1);
      left += page.getWidth() + GAP;
    }
    graphics.dispose();
    var bytes = new ByteArrayOutputStream(1 << 18);
    try {
      ImageIO.write(sheets, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("The pages could not be written", e);
    }
    return bytes.toByteArray();
  }
}
