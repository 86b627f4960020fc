package io.retainer.toolkit;

import io.retainer.spi.SourceFile;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/**
 * An old binary workbook (.xls), held in memory while its records are read one by one; a new one
 * with a password is in the same container, and told apart here.
 */
final class BinaryWorkbook {

  /** Several programs write this name in letters of their own. */
  private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "WorkBook", "BOOK");

  private static final Map<String, String> OTHERS =
      Map.of(
          "WordDocument", "a Word document (.doc)",
          "PowerPoint Document", "a PowerPoint presentation (.ppt)",
          "__properties_version1.0", "an Outlook message (.msg)");

  /** What a number is shown as. */
  private enum Style {
    DAY,
    CLOCK,
    NUMBER;

    static Style of(String format) {
      if (format == null) {
        return NUMBER;
      }
      return WorkbookRows.isDateFormat(format)
          ? DAY
          : WorkbookRows.isClockFormat(format) ? CLOCK : NUMBER;
    }
  }

  private final POIFSFileSystem container;
  private final String stream;
  private final List<BoundSheetRecord> sheets = new ArrayList<>();
  private final Map<Integer, String> formats = new HashMap<>();
  private final List<Style> styles = new ArrayList<>();
  private SSTRecord words;
  private boolean since1904;

  private BinaryWorkbook(POIFSFileSystem container) throws IOException {
    this.container = container;
    this.stream = stream(container.getRoot()).orElseThrow();
    var formatOfStyle = new ArrayList<Integer>();
    try (var in = container.createDocumentInputStream(stream)) {
      var records = new RecordFactoryInputStream(in, false);
      Record record;
      while ((record = records.nextRecord()) != null && !(record instanceof EOFRecord)) {
        if (record instanceof BoundSheetRecord sheet) {
          sheets.add(sheet);
        } else if (record instanceof SSTRecord shared) {
          words = shared;
        } else if (record instanceof FormatRecord format) {
          formats.put(format.getIndexCode(), format.getFormatString());
        } else if (record instanceof ExtendedFormatRecord style) {
          formatOfStyle.add((int) style.getFormatIndex());
        } else if (record instanceof DateWindow1904Record window) {
          since1904 = window.getWindowing() == 1;
        }
      }
    }
    formatOfStyle.forEach(index -> styles.add(Style.of(format(index))));
  }

  private String format(int index) {
    return formats.getOrDefault(index, BuiltinFormats.getBuiltinFormat(index));
  }

  /** The sheets that are shown, each with its first rows. */
  static FileContent sheets(SourceFile file) throws IOException {
    return TypedSheet.workbook(
        FirstLook.heads(file, "XLS", () -> heads(file)), index -> () -> open(file).rows(index));
  }

  private static List<FirstLook.Head> heads(SourceFile file) throws IOException {
    var found = new ArrayList<FirstLook.Head>();
    try {
      BinaryWorkbook workbook = open(file);
      for (int i = 0; i < workbook.sheets.size(); i++) {
        BoundSheetRecord sheet = workbook.sheets.get(i);
        if (!sheet.isHidden() && !sheet.isVeryHidden()) {
          try (var rows = workbook.rows(i)) {
            found.add(new FirstLook.Head(sheet.getSheetname(), i, TypedSheet.head(rows)));
          }
        }
      }
    } catch (IOException | RuntimeException failure) {
      throw translated(failure);
    }
    return found;
  }

  private static BinaryWorkbook open(SourceFile file) throws IOException {
    if (file.size() > Limits.BINARY_WORKBOOK) {
      throw UnreadableContent.of(
          "an old workbook of " + (file.size() >> 20) + " MiB",
          "at most " + (Limits.BINARY_WORKBOOK >> 20) + " MiB",
          "Export it as CSV: a CSV may have any size.");
    }
    try (InputStream in = file.open()) {
      var container = new POIFSFileSystem(in);
      refuseOthers(container.getRoot());
      return new BinaryWorkbook(container);
    } catch (IOException | RuntimeException failure) {
      throw translated(failure);
    }
  }

  private static void refuseOthers(DirectoryNode root) throws UnreadableContent {
    if (root.hasEntry("EncryptedPackage")) {
      throw withPassword();
    }
    for (var other : OTHERS.entrySet()) {
      if (root.hasEntry(other.getKey())) {
        throw instead(other.getValue());
      }
    }
    if (stream(root).isEmpty()) {
      throw instead(
          root.hasEntry("Book") ? "a workbook of Excel 95 or older" : "a file of an old program");
    }
  }

  private static Optional<String> stream(DirectoryNode root) {
    return STREAMS.stream().filter(root::hasEntry).findFirst();
  }

  private static UnreadableContent instead(String what) {
    return UnreadableContent.of(
        what,
        "a CSV, XLSX, XLS or ZIP file",
        "Open it in Excel and save it as \"Excel Workbook (.xlsx)\".");
  }

  private static UnreadableContent withPassword() {
    return UnreadableContent.of(
        "a workbook protected with a password",
        "a workbook that opens without one",
        "Open it in Excel, remove the password (File, Info, Protect), save and upload again.");
  }

  static UnreadableContent translated(Exception failure) {
    if (failure instanceof UnreadableContent known) {
      return known;
    }
    return failure instanceof EncryptedDocumentException
        ? withPassword()
        : ZippedWorkbook.damaged(failure);
  }

  private Rows rows(int sheet) throws IOException {
    try {
      MergedCells merged = BinaryRows.merged(records(sheet));
      return new BinaryRows(this, records(sheet), merged);
    } catch (FileNotFoundException | RuntimeException damaged) {
      throw translated(damaged);
    }
  }

  private RecordFactoryInputStream records(int sheet) throws IOException {
    InputStream in = container.createDocumentInputStream(stream);
    in.skipNBytes(sheets.get(sheet).getPositionOfBof());
    return new RecordFactoryInputStream(in, false);
  }

  String word(int index) {
    return words == null || index < 0 || index >= words.getNumUniqueStrings()
        ? ""
        : words.getString(index).getString();
  }

  /** A number as text; a date or a time when its style shows one. */
  String number(double value, int style) {
    return switch (style >= 0 && style < styles.size() ? styles.get(style) : Style.NUMBER) {
      case DAY -> SerialDate.text(value, since1904);
      case CLOCK -> WorkbookRows.clock(BigDecimal.valueOf(value));
      case NUMBER -> SerialDate.number(value);
    };
  }
}
