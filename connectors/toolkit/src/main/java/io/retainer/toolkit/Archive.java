package io.retainer.toolkit;

import io.retainer.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;

/**
 * A ZIP archive of delimited texts or JSON; a workbook, which is a ZIP archive too, is told apart
 * here.
 */
final class Archive {

  private static final List<String> TABLES = List.of(".csv", ".tsv", ".txt");
  private static final List<String> DOCUMENTS = List.of(".json", ".jsonl", ".ndjson");

  private Archive() {}

  static FileContent open(SourceFile file, TextHints hints) throws IOException {
    var sheets = new ArrayList<Sheet>();
    var documents = new ArrayList<JsonText>();
    boolean nested = false;
    UnreadableContent trouble = null;
    try (var entries = ZipEntries.open(file, Limits.ENTRIES, Limits.UNPACKED)) {
      ZipEntry entry;
      while ((entry = entries.next()) != null) {
        if (entry.getName().equals("[Content_Types].xml") || entry.getName().startsWith("xl/")) {
          return ZippedWorkbook.open(file);
        }
        Foreign.refuseEntry(entry.getName());
        String name = FileContent.baseName(entry.getName());
        if (entry.getName().startsWith("__MACOSX/") || name.startsWith(".")) {
          continue;
        }
        byte[] head = entries.content().readNBytes(Limits.HEAD);
        if (FileContent.startsWith(head, 'P', 'K', 3, 4)) {
          nested = true;
        } else if ((isNamed(name, TABLES) || isNamed(name, DOCUMENTS))
            && JsonText.begins(FileContent.start(head))) {
          int place = entries.place();
          documents.add(new JsonText(name, () -> contentOfEntry(file, place), hints));
        } else if (isNamed(name, TABLES) && !isBlank(head)) {
          try {
            sheets.add(sheet(file, name, entries.place(), head, hints));
          } catch (UnreadableContent ofThisEntry) {
            trouble = trouble == null ? ofThisEntry : trouble;
          }
        }
      }
    }
    if (!ZipEntries.hasEnd(file)) {
      throw ZipEntries.endsInTheMiddle(null);
    }
    // What is wrong with the archive as a whole, a bomb among it, was said first.
    if (trouble != null) {
      throw trouble;
    }
    if (sheets.isEmpty() && documents.isEmpty()) {
      throw UnreadableContent.of(
          nested ? "an archive that holds further archives" : "an archive without a table",
          "CSV or JSON files in the archive",
          "Unpack it and upload the export itself.");
    }
    return new FileContent(FileContent.Kind.ARCHIVE, sheets, documents);
  }

  private static boolean isBlank(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).isBlank();
  }

  private static boolean isNamed(String name, List<String> endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(lower::endsWith);
  }

  private static Sheet sheet(SourceFile file, String name, int place, byte[] head, TextHints hints)
      throws IOException {
    return WrappedSheet.unwrapped(
        DelimitedSheet.of(
            name, head, head.length < Limits.HEAD, hints, () -> contentOfEntry(file, place)));
  }

  private static InputStream contentOfEntry(SourceFile file, int place) throws IOException {
    var entries = ZipEntries.open(file, Limits.ENTRIES, Limits.UNPACKED);
    try {
      while (entries.place() < place) {
        entries.next();
      }
      return new BufferedInputStream(entries.content(), 1 << 16);
    } catch (IOException | RuntimeException failure) {
      entries.close();
      throw failure;
    }
  }
}
