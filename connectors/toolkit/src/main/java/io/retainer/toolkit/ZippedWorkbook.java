package io.retainer.toolkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The sheets of an XLSX workbook: their values, without formulas, styles and pictures. */
final class ZippedWorkbook {

  private static final int MOST_PARTS = 20_000;
  private static final Pattern SINCE_1904 = Pattern.compile("\\bdate1904\\s*=\\s*[\"']1[\"']");
  private static final String MERGED = "toolkit 1: whether cells are merged in XLSX";

  private ZippedWorkbook() {}

  static FileContent open(SourceFile file) throws IOException {
    if (file.size() > Limits.WORKBOOK) {
      throw UnreadableContent.of(
          "a workbook of " + (file.size() >> 20) + " MiB",
          "at most " + (Limits.WORKBOOK >> 20) + " MiB",
          "Export it as CSV: a CSV may have any size.");
    }
    boolean isMerged = (Boolean) FirstLook.at(file, MERGED, () -> isSoundAndMerged(file));
    return TypedSheet.workbook(
        FirstLook.heads(file, "XLSX", () -> heads(file, isMerged)),
        index -> () -> rows(file, index, isMerged));
  }

  private static List<FirstLook.Head> heads(SourceFile file, boolean isMerged) throws IOException {
    var heads = new ArrayList<FirstLook.Head>();
    byte[] bytes = bytes(file);
    try (var workbook = workbook(bytes)) {
      int later = later(bytes, workbook);
      for (var sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          try (var rows = new WorkbookRows(null, sheet, merged(isMerged, bytes, sheet), later)) {
            heads.add(new FirstLook.Head(sheet.getName(), sheet.getIndex(), TypedSheet.head(rows)));
          }
        }
      }
    } catch (UnreadableContent known) {
      throw known;
    } catch (IOException | RuntimeException failure) {
      throw damaged(failure);
    }
    return heads;
  }

  /**
   * Unpacks everything once and keeps nothing, to know that it is sound and of a sane size.
   *
   * @return whether any cell is merged
   */
  private static boolean isSoundAndMerged(SourceFile file) throws IOException {
    boolean isMerged = false;
    try (var entries = ZipEntries.open(file, MOST_PARTS, Limits.WORKBOOK_UNPACKED)) {
      ZipEntry entry;
      while ((entry = entries.next()) != null) {
        Foreign.refuseEntry(entry.getName());
        var part = new WorkbookPart(entry.getName());
        entries.content().transferTo(part);
        isMerged |= part.hasMergedCells();
      }
    }
    return isMerged;
  }

  /** Held in memory, so that what goes wrong afterwards is the workbook's own trouble. */
  private static byte[] bytes(SourceFile file) throws IOException {
    try (InputStream in = file.open()) {
      return in.readAllBytes();
    }
  }

  /**
   * Merged cells stand behind the rows of their sheet, which is unpacked once more to find them.
   */
  private static MergedCells merged(boolean isMerged, byte[] bytes, Sheet sheet)
      throws IOException {
    return isMerged ? MergedRanges.of(bytes, sheet.getId()) : new MergedCells();
  }

  private static ReadableWorkbook workbook(byte[] bytes) throws IOException {
    try {
      return new ReadableWorkbook(
          new ByteArrayInputStream(bytes), new ReadingOptions(hasStyles(bytes), true));
    } catch (IOException | RuntimeException failure) {
      throw damaged(failure);
    }
  }

  /** Some programs write none: then no number is shown as a date, and the library would fail. */
  private static boolean hasStyles(byte[] bytes) throws IOException {
    try (var types = WorkbookParts.open(bytes, "[Content_Types].xml")) {
      String head = new String(types.readNBytes(Limits.JSON_HEAD), ISO_8859_1);
      return head.isEmpty() || head.contains("styles+xml");
    }
  }

  /**
   * By how many days the library reads dates too early. Excel for the Mac counted days from 1904
   * and says so by {@code date1904="1"}; the library knows {@code "true"} alone.
   */
  private static int later(byte[] bytes, ReadableWorkbook workbook) throws IOException {
    try (var book = WorkbookParts.open(bytes, "xl/workbook.xml")) {
      String head = new String(book.readNBytes(Limits.JSON_HEAD), ISO_8859_1);
      return !workbook.isDate1904() && SINCE_1904.matcher(head).find()
          ? SerialDate.DAYS_TO_1904
          : 0;
    }
  }

  static UnreadableContent damaged(Exception cause) {
    String why = words(cause);
    if (why.contains("ntity") || why.contains("DTD") || why.contains("DOCTYPE")) {
      return new UnreadableContent(
          ReadIssue.ofFile(
              "a workbook whose XML declares entities of its own, as no program for tables writes"
                  + " them: it may be made to harm",
              "an XLSX workbook as the platform or Excel wrote it",
              "Do not open it. Download the export from the platform again."),
          cause);
    }
    return new UnreadableContent(
        ReadIssue.ofFile(
            "a damaged workbook" + (why.isEmpty() ? "" : " (" + why + ")"),
            "a sound XLSX workbook",
            "Open it in Excel, save it again as .xlsx or as CSV UTF-8, and upload that."),
        cause);
  }

  /** What the library says, without the names of its classes. */
  private static String words(Throwable cause) {
    String first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return first.equals("null")
        ? ""
        : first.replaceAll("([\\w$]+\\.)+[\\w$]*(Exception|Error)(: |$)", "").strip();
  }

  private static Rows rows(SourceFile file, int index, boolean isMerged) throws IOException {
    byte[] bytes = bytes(file);
    var workbook = workbook(bytes);
    try {
      var sheet =
          workbook.getSheet(index).orElseThrow(() -> new IllegalStateException("a sheet is gone"));
      return new WorkbookRows(
          workbook, sheet, merged(isMerged, bytes, sheet), later(bytes, workbook));
    } catch (IOException | RuntimeException failure) {
      workbook.close();
      throw damaged(failure);
    }
  }
}
