package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import io.retainer.spi.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The sheets of an XLSX workbook: their values, without formulas, styles and pictures. */
final class ZippedWorkbook {

  private static final int MOST_PARTS = 20_000;

  private ZippedWorkbook() {}

  static FileContent open(SourceFile file) throws IOException {
    if (file.size() > Limits.WORKBOOK) {
      throw UnreadableContent.of(
          "a workbook of " + (file.size() >> 20) + " MiB",
          "at most " + (Limits.WORKBOOK >> 20) + " MiB",
          "Export it as CSV: a CSV may have any size.");
    }
    check(file);
    var sheets = new ArrayList<Sheet>();
    try (var workbook = workbook(file)) {
      for (var sheet : workbook.getSheets().toList()) {
        if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
          int index = sheet.getIndex();
          try (var rows = new WorkbookRows(null, sheet)) {
            sheets.add(
                new TypedSheet(sheet.getName(), TypedSheet.head(rows), () -> rows(file, index)));
          }
        }
      }
    } catch (UnreadableContent known) {
      throw known;
    } catch (IOException | RuntimeException failure) {
      throw damaged(failure);
    }
    if (sheets.isEmpty()) {
      throw damaged(new IllegalStateException("no visible sheet"));
    }
    return new FileContent(FileContent.Kind.WORKBOOK, sheets, List.of());
  }

  /** Unpacks everything once and keeps nothing, to know that it is sound and of a sane size. */
  private static void check(SourceFile file) throws IOException {
    try (var entries = ZipEntries.open(file, MOST_PARTS, Limits.WORKBOOK_UNPACKED)) {
      ZipEntry entry;
      while ((entry = entries.next()) != null) {
        Foreign.refuseEntry(entry.getName());
        entries.content().transferTo(new WorkbookPart(entry.getName()));
      }
    }
  }

  /** Held in memory, so that what goes wrong afterwards is the workbook's own trouble. */
  private static ReadableWorkbook workbook(SourceFile file) throws IOException {
    byte[] bytes;
    try (InputStream in = file.open()) {
      bytes = in.readAllBytes();
    }
    try {
      return new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, true));
    } catch (IOException | RuntimeException failure) {
      throw damaged(failure);
    }
  }

  static UnreadableContent damaged(Exception cause) {
    return new UnreadableContent(
        ReadIssue.ofFile(
            "a damaged workbook ("
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                + ")",
            "a sound XLSX workbook",
            "Open it in Excel, save it again as .xlsx or as CSV UTF-8, and upload that."),
        cause);
  }

  private static Rows rows(SourceFile file, int index) throws IOException {
    var workbook = workbook(file);
    try {
      var sheet =
          workbook.getSheet(index).orElseThrow(() -> new IllegalStateException("a sheet is gone"));
      return new WorkbookRows(workbook, sheet);
    } catch (IOException | RuntimeException failure) {
      workbook.close();
      throw damaged(failure);
    }
  }
}
