package io.retainer.rendering.brand;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Fonts as agencies have them: the house's, without some letters or with another licence. */
public final class TestFonts {

  private TestFonts() {}

  public static byte[] house(String face) throws IOException {
    String file = "/io/retainer/rendering/fonts/RetainerSans-" + face + ".ttf";
    try (InputStream in = TestFonts.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    }
  }

  /** Of another family, with these letters alone. */
  public static byte[] only(String face, String letters) throws IOException {
    try (TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(house(face)))) {
      var subset = new TTFSubsetter(whole);
      subset.setPrefix("ACMEAA");
      letters.codePoints().forEach(subset::add);
      var bytes = new ByteArrayOutputStream();
      subset.writeToStream(bytes);
      return bytes.toByteArray();
    }
  }

  /** All that a report in our languages is written with. */
  public static byte[] whole(String face) throws IOException {
    var letters = new StringBuilder("€₽–—…“”„’«»−↑↓→✓✗✕");
    for (char letter = 0x20; letter < 0x530; letter++) {
      letters.append(letter);
    }
    return only(face, letters.toString());
  }

  /** As European agencies buy them: no Cyrillic, no rouble. */
  public static byte[] european(String face) throws IOException {
    var letters = new StringBuilder();
    for (char letter = 0x20; letter < 0x180; letter++) {
      letters.append(letter);
    }
    return only(face, letters.append("€–—…“”„’").toString());
  }

  public static byte[] licensed(byte[] font, int type) {
    byte[] changed = font.clone();
    ByteBuffer.wrap(changed).putShort(table(font, "OS/2") + 8, (short) type);
    return changed;
  }

  /** Where a table begins. */
  public static int table(byte[] font, String tag) {
    ByteBuffer file = ByteBuffer.wrap(font);
    for (int i = 0; i < file.getShort(4); i++) {
      byte[] name = new byte[4];
      file.get(12 + i * 16, name);
      if (new String(name, java.nio.charset.StandardCharsets.ISO_8859_1).equals(tag)) {
        return file.getInt(12 + i * 16 + 8);
      }
    }
    throw new IllegalArgumentException("No table " + tag);
  }
}
