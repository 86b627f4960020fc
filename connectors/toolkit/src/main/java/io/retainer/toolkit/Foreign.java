package io.retainer.toolkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Files of other kinds, told by how they begin or by the entries of their archive. */
final class Foreign {

  private static final int BEGINNING = 512;

  private static final Map<String, String> BY_SIGNATURE =
      Map.of(
          "%PDF", "a PDF document",
          "Rar!", "a RAR archive",
          "7z\u00BC\u00AF", "a 7-Zip archive",
          "\u0089PNG", "a picture",
          "\u00FF\u00D8\u00FF", "a picture",
          "GIF8", "a picture",
          "{\\rtf", "a text document (RTF)",
          "PAR1", "a Parquet file");

  /** A beginning of an entry's path that only one kind of archive has. */
  private static final List<Map.Entry<String, String>> BY_ENTRY =
      List.of(
          Map.entry("word/", "a Word document"),
          Map.entry("ppt/", "a PowerPoint presentation"),
          Map.entry("xl/workbook.bin", "a binary workbook (.xlsb)"),
          Map.entry("META-INF/manifest.xml", "an OpenDocument file"),
          Map.entry("Index/", "a document of Numbers, Pages or Keynote"));

  private Foreign() {}

  static void refuse(byte[] head) throws UnreadableContent {
    String start =
        new String(head, 0, Math.min(head.length, BEGINNING), StandardCharsets.ISO_8859_1);
    for (var signature : BY_SIGNATURE.entrySet()) {
      if (start.startsWith(signature.getKey())) {
        throw instead(signature.getValue());
      }
    }
    String text = start.strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype html") || text.startsWith("<html")) {
      throw instead("a web page, perhaps the sign-in page of the platform");
    }
    if (text.startsWith("<?xml")) {
      throw instead("an XML document");
    }
  }

  /** Refuses an archive that is a document of another program. */
  static void refuseEntry(String path) throws UnreadableContent {
    for (var entry : BY_ENTRY) {
      if (path.startsWith(entry.getKey())) {
        throw UnreadableContent.of(
            entry.getValue(),
            "a CSV, TSV, XLSX or ZIP file",
            "Upload the export itself; a table can be saved as .xlsx or CSV UTF-8.");
      }
    }
  }

  private static UnreadableContent instead(String what) {
    return UnreadableContent.of(
        what, "a CSV, TSV, XLSX or ZIP file", "Upload the export itself, as CSV or XLSX.");
  }
}
