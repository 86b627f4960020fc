package io.retainer.app.access;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a square that a phone reads, to be drawn as one path: needs neither a file nor a style.
 *
 * @param size modules on a side, with the quiet zone
 * @param path of SVG, in modules
 */
public record QrCode(int size, String path) {

  private static final int QUIET = 4;

  static QrCode of(String text) {
    try {
      ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
      StringBuilder path = new StringBuilder();
      for (int y = 0; y < modules.getHeight(); y++) {
        int x = 0;
        while (x < modules.getWidth()) {
          int run = run(modules, x, y);
          if (run > 0) {
            path.append("M%d %dh%dv1h-%dz".formatted(x + QUIET, y + QUIET, run, run));
          }
          x += Math.max(run, 1);
        }
      }
      return new QrCode(modules.getWidth() + 2 * QUIET, path.toString());
    } catch (WriterException e) {
      throw new IllegalArgumentException("Too long for a QR code: " + text.length(), e);
    }
  }

  /** How many dark modules stand in a row from here. */
  private static int run(ByteMatrix modules, int x, int y) {
    int end = x;
    while (end < modules.getWidth() && modules.get(end, y) == 1) {
      end++;
    }
    return end - x;
  }
}
