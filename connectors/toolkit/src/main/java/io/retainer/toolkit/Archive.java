package io.retainer.toolkit;

import io.retainer.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;

/**
 * A ZIP archive of delimited texts or JSON; a workbook, which is a ZIP archive too, is told apart
 * here.
 */
final class Archive {

  private static final List<String> TABLES = List.of(".csv", ".tsv", ".txt");
  private static final List<String> DOCUMENTS = List.of(".json", ".jsonl", ".ndjson");

  private static final String ENTRIES = "toolkit 1: entries of a ZIP archive";
  private static final String A_WORKBOOK = "a workbook";

  private Archive() {}

  static FileContent open(SourceFile file, TextHints hints) throws IOException {
    Object entries = FirstLook.at(file, ENTRIES, () -> entries(file));
    return entries.equals(A_WORKBOOK)
        ? ZippedWorkbook.open(file)
        : content(file, ((List<?>) entries).stream().map(Entry::of).toList(), hints);
  }

  /** An entry that may be a table, and how it begins. */
  private record Entry(String name, int place, byte[] head) {

    Object[] told() {
      return new Object[] {name, place, head};
    }

    static Entry of(Object told) {
      Object[] entry = (Object[]) told;
      return new Entry((String) entry[0], (Integer) entry[1], (byte[]) entry[2]);
    }

    boolean isArchive() {
      return FileContent.startsWith(head, 'P', 'K', 3, 4);
    }

    boolean isJson() {
      return (isNamed(name, TABLES) || isNamed(name, DOCUMENTS))
          && JsonText.begins(FileContent.start(head));
    }

    boolean isTable() {
      return isNamed(name, TABLES) && !isBlank(head);
    }
  }

  /**
   * The whole archive is unpacked once and nothing but the heads kept, to know that it is sound.
   */
  private static Object entries(SourceFile file) throws IOException {
    List<Object> found = new ArrayList<>();
    try (var entries = ZipEntries.open(file, Limits.ENTRIES, Limits.UNPACKED)) {
      ZipEntry entry;
      while ((entry = entries.next()) != null) {
        if (entry.getName().equals("[Content_Types].xml") || entry.getName().startsWith("xl/")) {
          return A_WORKBOOK;
        }
        Foreign.refuseEntry(entry.getName());
        String name = FileContent.baseName(entry.getName());
        if (!entry.getName().startsWith("__MACOSX/") && !name.startsWith(".")) {
          byte[] head = entries.content().readNBytes(Limits.HEAD);
          found.add(new Entry(name, entries.place(), head).told());
        }
      }
    }
    if (!ZipEntries.hasEnd(file)) {
      throw ZipEntries.endsInTheMiddle(null);
    }
    return found;
  }

  private static FileContent content(SourceFile file, List<Entry> entries, TextHints hints)
      throws IOException {
    var sheets = new ArrayList<Sheet>();
    var documents = new ArrayList<JsonText>();
    var unread = new LinkedHashMap<Integer, String>();
    boolean nested = false;
    UnreadableContent trouble = null;
    for (Entry entry : entries) {
      if (entry.isArchive()) {
        nested = true;
        unread.put(entry.place(), entry.name());
      } else if (entry.isJson()) {
        documents.add(new JsonText(entry.name(), () -> contentOfEntry(file, entry.place()), hints));
      } else if (entry.isTable()) {
        unread.put(entry.place(), entry.name());
        try {
          sheets.add(sheet(file, entry, hints, unread));
        } catch (UnreadableContent ofThisEntry) {
          trouble = trouble == null ? ofThisEntry : trouble;
        }
      } else if (!isBlank(entry.head())) {
        unread.put(entry.place(), entry.name());
      }
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
    return new FileContent(
        FileContent.Kind.ARCHIVE, sheets, documents, () -> List.copyOf(unread.values()));
  }

  private static boolean isBlank(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).isBlank();
  }

  private static boolean isNamed(String name, List<String> endings) {
    String lower = name.toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(lower::endsWith);
  }

  private static Sheet sheet(
      SourceFile file, Entry entry, TextHints hints, Map<Integer, String> unread)
      throws IOException {
    return WrappedSheet.open(
        entry.name(),
        entry.head(),
        entry.head().length < Limits.HEAD,
        hints,
        () -> {
          unread.remove(entry.place());
          return contentOfEntry(file, entry.place());
        });
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
