package io.retainer.rendering.brand;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a font file says about itself, before anything is drawn with it. */
final class FontTables {

  private static final int TRUETYPE = 0x00010000;
  private static final int HEAD = 12;
  private static final int ENTRY = 16;
  private static final int MOST_TABLES = 64;
  private static final int LICENCE_AT = 8;

  /** Bits of the field fsType (OpenType, table OS/2). */
  private static final int RESTRICTED = 0x0002;

  private static final int PREVIEW_AND_PRINT = 0x0004;
  private static final int EDITABLE = 0x0008;
  private static final int WHOLE_ONLY = 0x0100;
  private static final int BITMAPS_ONLY = 0x0200;

  private static final List<String> NEEDED =
      List.of("cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post");

  private FontTables() {}

  /**
   * @throws BrandException when it is no font that can be embedded, or may not be
   */
  static void check(byte[] font, String name) {
    if (font.length < HEAD) {
      throw new BrandException(name, "is no font; give a TTF or OTF file");
    }
    ByteBuffer file = ByteBuffer.wrap(font);
    kind(file.getInt(0), name);
    Map<String, int[]> tables = tables(file, name);
    for (String table : NEEDED) {
      if (!tables.containsKey(table)) {
        throw new BrandException(
            name, "is damaged: it has no table \"" + table + "\"; take it from its maker again");
      }
    }
    if (!tables.containsKey("glyf") && !tables.containsKey("CFF ")) {
      throw new BrandException(
          name, "has no outlines that a PDF takes (glyf or CFF); take the TTF of it");
    }
    licence(file, tables.get("OS/2"), name);
  }

  private static void kind(int begin, String name) {
    byte[] four = ByteBuffer.allocate(4).putInt(begin).array();
    String word = new String(four, StandardCharsets.ISO_8859_1);
    switch (word) {
      case "OTTO", "true" -> {
        return;
      }
      case "ttcf" ->
          throw new BrandException(
              name, "is a collection of fonts; take the single font out of it as TTF or OTF");
      case "wOFF", "wOF2" ->
          throw new BrandException(
              name, "is a font for web pages; take the TTF or OTF that it was made of");
      default -> {
        if (begin != TRUETYPE) {
          throw new BrandException(name, "is no font; give a TTF or OTF file");
        }
      }
    }
  }

  private static Map<String, int[]> tables(ByteBuffer file, String name) {
    int count = file.getShort(4) & 0xFFFF;
    if (count == 0 || count > MOST_TABLES || HEAD + count * ENTRY > file.capacity()) {
      throw damaged(name);
    }
    Map<String, int[]> tables = new HashMap<>();
    for (int i = 0; i < count; i++) {
      int at = HEAD + i * ENTRY;
      byte[] tag = new byte[4];
      file.get(at, tag);
      long offset = file.getInt(at + 8) & 0xFFFFFFFFL;
      long length = file.getInt(at + 12) & 0xFFFFFFFFL;
      if (offset + length > file.capacity()) {
        throw damaged(name);
      }
      tables.put(
          new String(tag, StandardCharsets.ISO_8859_1), new int[] {(int) offset, (int) length});
    }
    return tables;
  }

  private static void licence(ByteBuffer file, int[] os2, String name) {
    if (os2[1] < LICENCE_AT + 2) {
      throw damaged(name);
    }
    int type = file.getShort(os2[0] + LICENCE_AT) & 0xFFFF;
    // Where several are set, the one that allows most holds.
    boolean isRestricted = (type & RESTRICTED) != 0 && (type & (PREVIEW_AND_PRINT | EDITABLE)) == 0;
    if (isRestricted || (type & BITMAPS_ONLY) != 0) {
      throw new BrandException(
          name,
          "must not be embedded in documents, says its licence (fsType %d); ask its maker for a"
                  .formatted(type)
              + " licence with a font file that may, or take another font");
    }
    if ((type & WHOLE_ONLY) != 0) {
      throw new BrandException(
          name,
          "may only be embedded as a whole, says its licence (fsType %d), and reports carry the"
                  .formatted(type)
              + " letters they use; take another font");
    }
  }

  private static BrandException damaged(String name) {
    return new BrandException(name, "is damaged; take it from its maker again");
  }
}
