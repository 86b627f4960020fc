package io.retainer.rendering.template;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture by which readers know an agency or a client; it was read as a whole once, so that every
 * page can show it.
 *
 * @param bytes as they came
 * @param mediaType {@code image/png} or {@code image/jpeg}
 */
public record Logo(byte[] bytes, String mediaType, int width, int height) {

  /** A larger file would be in every mail and page. */
  private static final long LARGEST_FILE = 1L << 20;

  private static final int MOST_PIXELS = 4_000_000;
  private static final int SMALLEST_SIDE = 16;

  /**
   * @throws TemplateException saying what is wrong with it
   */
  static Logo read(Path file, String name) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw problem(name, "is larger than 1 MB; save it smaller");
      }
      return of(Files.readAllBytes(file), name);
    } catch (IOException e) {
      throw problem(name, "cannot be read: " + e.getMessage());
    }
  }

  /**
   * @param name of the file, for messages
   * @throws TemplateException saying what is wrong with it
   */
  public static Logo of(byte[] bytes, String name) {
    if (bytes.length > LARGEST_FILE) {
      throw problem(name, "is larger than 1 MB; save it smaller");
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      ImageReader reader = readers.hasNext() ? readers.next() : null;
      String format =
          reader == null ? "" : reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
      if (!format.equals("png") && !format.equals("jpeg") && !format.equals("jpg")) {
        throw problem(name, "is no PNG or JPEG picture; save it as PNG");
      }
      try {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
          throw problem(name, "has " + width + " x " + height + " pixels; 2000 x 2000 are enough");
        }
        if (Math.min(width, height) < SMALLEST_SIDE) {
          throw problem(name, "has " + width + " x " + height + " pixels, which nobody would see");
        }
        BufferedImage whole = reader.read(0);
        return new Logo(
            bytes, format.equals("png") ? "image/png" : "image/jpeg", whole.getWidth(), height);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      if (e instanceof TemplateException known) {
        throw known;
      }
      throw problem(
          name, "is damaged or of a kind that pages cannot show; save it as PNG in RGB colours");
    }
  }

  private static TemplateException problem(String name, String what) {
    return new TemplateException(List.of(name + " " + what));
  }
}
