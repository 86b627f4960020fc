package io.retainer.rendering.xlsx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packs a workbook again with ordered entries of one date, so that time leaves no trace in it. */
final class StableZip {

  /**
   * A time that a ZIP can name. The first one of all, midnight of 1 January 1980, means "earlier"
   * to the JDK, which then adds the same time once more, in the zone of the machine.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

  private static final String FIRST = "[Content_Types].xml";

  /** No declaration is longer. */
  private static final int DECLARATION = 120;

  private StableZip() {}

  static byte[] pack(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length + 1024);
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(Deflater.DEFAULT_COMPRESSION);
      write(out, FIRST, entries.remove(FIRST));
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        write(out, entry.getKey(), entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static void write(ZipOutputStream out, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    out.putNextEntry(entry);
    int root = root(content);
    out.write(content, 0, root);
    int rest = root;
    while (rest < content.length && (content[rest] == '\r' || content[rest] == '\n')) {
      rest++;
    }
    out.write(content, rest, content.length - rest);
    out.closeEntry();
  }

  /** The end of the XML declaration, after which the library writes a line end of the machine's. */
  private static int root(byte[] content) {
    String head =
        new String(content, 0, Math.min(content.length, DECLARATION), StandardCharsets.US_ASCII);
    return head.startsWith("<?xml") ? head.indexOf("?>") + 2 : 0;
  }
}
