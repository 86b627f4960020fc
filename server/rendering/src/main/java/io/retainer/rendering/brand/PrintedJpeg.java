package io.retainer.rendering.brand;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** A JPEG in the four colours of a printing press, as designers hand it out. */
final class PrintedJpeg {

  private static final int MARKER = 0xFF;
  private static final int SCAN = 0xDA;
  private static final int PRESS_COLOURS = 4;

  private PrintedJpeg() {}

  /** Whether the frame of the picture has four colours. */
  static boolean isForPrint(byte[] jpeg) {
    int at = 2;
    while (at + 9 < jpeg.length && (jpeg[at] & 0xFF) == MARKER) {
      int kind = jpeg[at + 1] & 0xFF;
      boolean isFrame =
          kind >= 0xC0 && kind <= 0xCF && kind != 0xC4 && kind != 0xC8 && kind != 0xCC;
      if (isFrame) {
        return jpeg[at + 9] == PRESS_COLOURS;
      }
      if (kind == SCAN) {
        return false;
      }
      at += kind == MARKER ? 1 : 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF);
    }
    return false;
  }

  /** In the colours of a screen, by the profile it carries. */
  static BufferedImage onScreen(byte[] jpeg, String name) throws IOException {
    // It looks for the JDK's own reader, which reads the dots of each colour, and is not registered
    // itself: all other pictures are read as ever.
    var library = new JPEGImageReaderSpi();
    library.onRegistration(IIORegistry.getDefaultInstance(), ImageReaderSpi.class);
    ImageReader reader = library.createReaderInstance();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      BufferedImage read = reader.read(0);
      var picture =
          new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = picture.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, read.getWidth(), read.getHeight());
      graphics.drawImage(read, 0, 0, null);
      graphics.dispose();
      return picture;
    } catch (IOException | RuntimeException e) {
      throw new BrandException(
          name,
          "is in the colours of a printing press (CMYK) and cannot be read; save it as PNG in RGB"
              + " colours",
          e);
    } finally {
      reader.dispose();
    }
  }
}
