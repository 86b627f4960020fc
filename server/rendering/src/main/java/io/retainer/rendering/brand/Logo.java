package io.retainer.rendering.brand;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture by which readers know an agency or a client; it was read as a whole once, so that every
 * page can show it.
 *
 * @param bytes as they came, or a PNG of what pages cannot show as it came
 * @param mediaType {@code image/png} or {@code image/jpeg}
 */
public record Logo(byte[] bytes, String mediaType, int width, int height) {

  /** A larger file would be in every mail and page. */
  private static final long LARGEST_FILE = 1L << 20;

  private static final int MOST_PIXELS = 4_000_000;
  private static final int SMALLEST_SIDE = 16;

  /**
   * @throws BrandException saying what is wrong with it
   */
  public static Logo read(Path file, String name) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw tooLarge(name);
      }
      return of(Files.readAllBytes(file), name);
    } catch (IOException e) {
      throw new BrandException(name, "cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * @param name of the file, for messages
   * @throws BrandException saying what is wrong with it
   */
  public static Logo of(byte[] bytes, String name) {
    if (bytes.length > LARGEST_FILE) {
      throw tooLarge(name);
    }
    if (SvgRules.isSvg(bytes)) {
      return png(SvgDrawing.of(SvgRules.checked(bytes, name), name));
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(in);
      String format = reader == null ? "" : reader.getFormatName().toLowerCase(Locale.ROOT);
      boolean isJpeg = format.equals("jpeg") || format.equals("jpg");
      if (!format.equals("png") && !isJpeg) {
        throw new BrandException(name, "is no PNG, JPEG or SVG picture; save it as PNG");
      }
      try {
        reader.setInput(in, true, true);
        checkSize(reader.getWidth(0), reader.getHeight(0), name);
        if (isJpeg && PrintedJpeg.isForPrint(bytes)) {
          return png(PrintedJpeg.onScreen(bytes, name));
        }
        BufferedImage whole = reader.read(0);
        return new Logo(
            bytes, isJpeg ? "image/jpeg" : "image/png", whole.getWidth(), whole.getHeight());
      } finally {
        reader.dispose();
      }
    } catch (BrandException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new BrandException(
          name, "is damaged or of a kind that pages cannot show; save it as PNG in RGB colours", e);
    }
  }

  /**
   * The JDK's own, whatever libraries have registered beside it: the server and the command line
   * see the same dots. Null when it knows none.
   */
  private static ImageReader reader(ImageInputStream in) {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
      reader.dispose();
    }
    return null;
  }

  private static void checkSize(int width, int height, String name) {
    if ((long) width * height > MOST_PIXELS) {
      throw new BrandException(
          name, "has " + width + " x " + height + " pixels; 2000 x 2000 are enough");
    }
    if (Math.min(width, height) < SMALLEST_SIDE) {
      throw new BrandException(
          name, "has " + width + " x " + height + " pixels, which nobody would see");
    }
  }

  private static BrandException tooLarge(String name) {
    return new BrandException(name, "is larger than 1 MB; save it smaller");
  }

  private static Logo png(BufferedImage picture) {
    return new Logo(PaperLogo.png(picture), "image/png", picture.getWidth(), picture.getHeight());
  }

  /**
   * The same on white paper, for whatever shows it on a ground that may be dark.
   *
   * @param width and height: the room it has to fit into; it has twice as many pixels
   */
  public PaperLogo onPaper(int width, int height) {
    return PaperLogo.of(picture(), width, height);
  }

  /** Whether somebody who looks at white paper would miss it: a logo made for dark grounds. */
  public boolean isFaintOnPaper() {
    return PaperLogo.isFaint(picture());
  }

  private BufferedImage picture() {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = reader(in);
      try {
        reader.setInput(in, true, true);
        return reader.read(0);
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new IllegalStateException("A logo that was read cannot be read again", e);
    }
  }
}
