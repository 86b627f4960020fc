package io.retainer.rendering.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook again with ordered entries of one date, so that time leaves no trace in it, and
 * writes the rows of long sheets on the way.
 */
final class StableZip {

  /**
   * A time that a ZIP can name. The first one of all, midnight of 1 January 1980, means "earlier"
   * to the JDK, which then adds the same time once more, in the zone of the machine.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

  private static final String FIRST = "[Content_Types].xml";

  /** No declaration is longer. */
  private static final int DECLARATION = 120;

  /** Of long sheets: 15 % more bytes than the usual level, in half of the time. */
  private static final int QUICK = 4;

  private static final String ROWS_END = "</sheetData>";

  private StableZip() {}

  /**
   * @param out stays open
   */
  static void pack(byte[] zip, List<LongSheet> sheets, OutputStream out) throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    Map<String, LongSheet> rows =
        sheets.stream().collect(Collectors.toMap(LongSheet::part, Function.identity()));
    ZipOutputStream packed = new ZipOutputStream(out);
    write(packed, FIRST, entries.remove(FIRST), null);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      write(packed, entry.getKey(), entry.getValue(), rows.get(entry.getKey()));
    }
    packed.finish();
  }

  private static void write(ZipOutputStream out, String name, byte[] content, LongSheet rows)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    out.setLevel(rows == null ? Deflater.DEFAULT_COMPRESSION : QUICK);
    out.putNextEntry(entry);
    int root = root(content);
    out.write(content, 0, root);
    int rest = root;
    while (rest < content.length && (content[rest] == '\r' || content[rest] == '\n')) {
      rest++;
    }
    if (rows != null) {
      int end = rowsEnd(name, content);
      out.write(content, rest, end - rest);
      rows.write(out);
      rest = end;
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

  private static int rowsEnd(String name, byte[] content) {
    String xml = new String(content, StandardCharsets.ISO_8859_1);
    int end = xml.indexOf(ROWS_END);
    if (end < 0) {
      throw new IllegalStateException(name + " has no place for rows: " + xml.length() + " bytes");
    }
    return end;
  }
}
