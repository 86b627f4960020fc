package io.retainer.toolkit;

import io.retainer.spi.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;

/**
 * A received file as the sheets in it, whatever it is packed in: a delimited text, a workbook,
 * JSON, or a ZIP archive of texts; each of them perhaps packed with gzip. Told by its bytes, not by
 * its name.
 *
 * @param kind what it is
 * @param sheets in the order of the file
 * @param documents what it holds as JSON
 * @param unread names of what is in an archive and was not opened so far
 */
public record FileContent(
    Kind kind, List<Sheet> sheets, List<JsonText> documents, Supplier<List<String>> unread) {

  /** What holds the sheets. */
  public enum Kind {
    TEXT,
    WORKBOOK,
    ARCHIVE
  }

  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  public FileContent {
    sheets = List.copyOf(sheets);
    documents = List.copyOf(documents);
  }

  public FileContent(Kind kind, List<Sheet> sheets, List<JsonText> documents) {
    this(kind, sheets, documents, List::of);
  }

  /** Names of files in an archive of which no more than the beginning was looked at. */
  public List<String> unopened() {
    return unread.get();
  }

  /**
   * Looks at the beginning of the file, or at the entries of an archive.
   *
   * @throws UnreadableContent when the file is empty, broken, protected or not a table at all
   */
  public static FileContent of(SourceFile file) throws IOException {
    return of(file, TextHints.NONE);
  }

  /** The same for a text the user knows something about. */
  public static FileContent of(SourceFile file, TextHints hints) throws IOException {
    byte[] head;
    try (var in = file.open()) {
      head = in.readNBytes(Limits.HEAD);
    }
    if (head.length == 0) {
      throw UnreadableContent.of(
          "an empty file", "an export with rows", "Export the file again: nothing arrived.");
    }
    if (Gunzipped.is(head)) {
      if (file instanceof Gunzipped) {
        throw UnreadableContent.of(
            "an archive that holds further archives",
            "one export, packed once",
            "Unpack it and upload the export itself.");
      }
      return of(Gunzipped.of(file), hints);
    }
    if (startsWith(head, 'P', 'K', 3, 4)) {
      return Archive.open(file, hints);
    }
    if (startsWith(head, 'P', 'K', 5, 6)) {
      throw UnreadableContent.of(
          "an empty ZIP archive", "an archive of exports", "Export the file again.");
    }
    if (startsWith(head, OLE[0] & 0xFF, OLE[1] & 0xFF, OLE[2], OLE[3] & 0xFF)) {
      return BinaryWorkbook.sheets(file);
    }
    String name = baseName(file.name());
    Bytes bytes = () -> new BufferedInputStream(file.open(), 1 << 16);
    if (XmlWorkbook.begins(start(head))) {
      return XmlWorkbook.sheets(file, bytes);
    }
    if (HtmlSheet.begins(start(head))) {
      return HtmlSheet.sheets(name, bytes, hints);
    }
    Foreign.refuse(head);
    if (JsonText.begins(start(head))) {
      return new FileContent(Kind.TEXT, List.of(), List.of(new JsonText(name, bytes, hints)));
    }
    boolean whole = head.length < Limits.HEAD;
    Sheet sheet = WrappedSheet.open(name, head, whole, hints, bytes);
    return new FileContent(Kind.TEXT, List.of(sheet), List.of());
  }

  /** The beginning, as far as it is ASCII, in whatever encoding and without its mark. */
  static String start(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replace("\0", "")
        .replaceFirst("^(ÿþ|þÿ|ï»¿)", "");
  }

  static boolean startsWith(byte[] bytes, int... wanted) {
    if (bytes.length < wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if ((bytes[i] & 0xFF) != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  /** The last part of a path, whichever slash it is written with. */
  static String baseName(String path) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return path.substring(slash + 1);
  }
}
