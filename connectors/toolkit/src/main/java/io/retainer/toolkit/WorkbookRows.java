package io.retainer.toolkit;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/** Rows of a workbook's sheet; missing rows come as blank ones, as they separate tables. */
final class WorkbookRows implements Rows {

  private static final int LONGEST_GAP = 100;

  /** Arithmetic and sums, without texts: their result is never an empty text. */
  private static final Pattern CALCULATES =
      Pattern.compile("(?i)(?!.*[\"&]).*([-+*/]|SUM\\(|AVERAGE\\(|ROUND\\().*");

  private final ReadableWorkbook workbook;
  private final MergedCells merged;
  private final int later;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private org.dhatim.fastexcel.reader.Row waiting;
  private long lastLine;
  private final Map<String, Boolean> dateFormats = new HashMap<>();
  private final Map<String, Boolean> clockFormats = new HashMap<>();

  /**
   * @param workbook closed with the rows, unless null
   * @param later by how many days the library reads dates too early
   */
  WorkbookRows(ReadableWorkbook workbook, Sheet sheet, MergedCells merged, int later)
      throws IOException {
    this.workbook = workbook;
    this.merged = merged;
    this.later = later;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
  }

  @Override
  public Row next() throws IOException {
    try {
      if (waiting == null) {
        if (!rows.hasNext()) {
          return null;
        }
        waiting = rows.next();
      }
      long line = waiting.getRowNum();
      if (line > lastLine + 1 && line - lastLine < LONGEST_GAP) {
        return new Row(++lastLine, new String[] {""});
      }
      lastLine = line;
      var found = waiting;
      waiting = null;
      return merged.filled(row(line, found));
    } catch (RuntimeException failure) {
      throw ZippedWorkbook.damaged(failure);
    }
  }

  private Row row(long line, org.dhatim.fastexcel.reader.Row found) {
    int width = Math.min(found.getCellCount(), Limits.CELLS);
    String[] cells = new String[Math.max(width, 1)];
    Arrays.fill(cells, "");
    var typed = new BitSet();
    for (int i = 0; i < width; i++) {
      Cell cell = found.getCell(i);
      if (cell != null && cell.getType() != CellType.EMPTY) {
        cells[i] = text(cell, i, typed);
      }
    }
    return new Row(line, cells, typed);
  }

  private String text(Cell cell, int index, BitSet typed) {
    String raw = cell.getRawValue();
    boolean number =
        cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA && isNumber(raw);
    if (!number) {
      String text = cell.getText();
      return isUncalculated(cell.getFormula(), raw)
          ? "=" + cell.getFormula()
          : text == null ? "" : text;
    }
    typed.set(index);
    String format = cell.getDataFormatString();
    if (format != null && dateFormats.computeIfAbsent(format, WorkbookRows::isDateFormat)) {
      LocalDateTime moment = cell.asDate().plusDays(later);
      return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
          ? moment.toLocalDate().toString()
          : moment.toString();
    }
    if (format != null && clockFormats.computeIfAbsent(format, WorkbookRows::isClockFormat)) {
      return clock(new BigDecimal(raw));
    }
    if (isWhole(raw)) {
      return raw;
    }
    return SerialDate.plain(new BigDecimal(raw));
  }

  /**
   * A formula that nobody has calculated is not an empty cell. Some programs write no result at
   * all, some an empty one, which of a formula that calculates nothing may be its result too.
   */
  static boolean isUncalculated(String formula, String result) {
    return formula != null
        && (result == null || result.isEmpty() && CALCULATES.matcher(formula).matches());
  }

  private static boolean isWhole(String raw) {
    return raw.length() < 16 && DateText.isDigits(raw, 0, raw.length());
  }

  private static boolean isNumber(String raw) {
    if (raw == null || raw.isEmpty() || raw.length() > 40) {
      return false;
    }
    try {
      new BigDecimal(raw);
      return true;
    } catch (NumberFormatException notANumber) {
      return false;
    }
  }

  /** A format with a year or a day in it, outside quotes, brackets and escapes. */
  static boolean isDateFormat(String format) {
    if (format == null || format.equalsIgnoreCase("General")) {
      return false;
    }
    String bare =
        format
            .replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.|\\*.", "")
            .toLowerCase(java.util.Locale.ROOT);
    return bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0;
  }

  /** A format of hours, or of minutes and seconds, without a day: {@code [h]:mm:ss}. */
  static boolean isClockFormat(String format) {
    String bare = format.replaceAll("\"[^\"]*\"|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
    return !isDateFormat(format)
        && (bare.contains("h") && bare.contains(":") || bare.contains("mm:ss"));
  }

  /** Spreadsheets keep a length of time as a part of a day. */
  static String clock(BigDecimal days) {
    long seconds =
        days.multiply(BigDecimal.valueOf(24 * 60 * 60))
            .setScale(0, java.math.RoundingMode.HALF_UP)
            .longValue();
    String sign = seconds < 0 ? "-" : "";
    long all = Math.abs(seconds);
    return "%s%d:%02d:%02d".formatted(sign, all / 3600, all / 60 % 60, all % 60);
  }

  @Override
  public void close() throws IOException {
    stream.close();
    if (workbook != null) {
      workbook.close();
    }
  }
}
