package io.retainer.rendering.xlsx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Prints a sheet that is too wide for one page on pages beside each other, each with the column
 * that says what the rows are, in letters that can be read.
 */
final class PagesAcross {

  /** Of eleven points: more than eight. */
  private static final int PERCENT = 75;

  /** Of eleven points: more than seven, where that takes a page less across. */
  private static final int SMALLER_PERCENT = 65;

  /** Of eleven points: six and a half, where one page is worth more than large letters. */
  private static final int SMALLEST_PERCENT = 60;

  private static final double A4_LONG_SIDE = 842;
  private static final double LETTER_LONG_SIDE = 792;

  /** In inches. */
  static final double MARGIN = 0.4;

  /** A program that lacks the font takes one with wider letters, and wider columns. */
  private static final double SPARE = 0.75;

  private static final double POINTS_PER_PIXEL = 0.75;
  private static final double PIXELS_PER_CHARACTER = 7;
  private static final int NARROWEST = 3;

  private final XSSFSheet sheet;
  private final int percent;
  private final double room;

  private PagesAcross(XSSFSheet sheet, PaperSize paper) {
    this(sheet, paper, PERCENT);
  }

  private PagesAcross(XSSFSheet sheet, PaperSize paper, int percent) {
    this.sheet = sheet;
    this.percent = percent;
    double side = paper == PaperSize.LETTER_PAPER ? LETTER_LONG_SIDE : A4_LONG_SIDE;
    this.room = 100.0 / percent * (side - 2 * MARGIN * 72);
  }

  /**
   * @param groups the first columns of what stays together; the very first says what the rows are,
   *     and what is left of it is for programs and not printed
   */
  static void of(XSSFSheet sheet, PaperSize paper, List<Integer> groups) {
    var usual = new PagesAcross(sheet, paper);
    var smaller = new PagesAcross(sheet, paper, SMALLER_PERCENT);
    boolean isWorthIt = smaller.breaks(groups).size() < usual.breaks(groups).size();
    (isWorthIt ? smaller : usual).set(groups);
  }

  /** What a program prints a sheet at that is fitted to the width of a page. */
  static double fitted(XSSFSheet sheet, PaperSize paper) {
    PagesAcross across = new PagesAcross(sheet, paper);
    return Math.min(100, PERCENT * across.room / across.width(0, across.columns()));
  }

  /** The same where all columns on one page would be in letters that nobody can read. */
  static void ifUnreadable(XSSFSheet sheet, PaperSize paper, List<Integer> groups) {
    new PagesAcross(sheet, paper).ifBelow(SMALLEST_PERCENT, groups);
  }

  /**
   * The same where a page is too narrow for all columns. Each of them may stand on any page; the
   * first one says what the rows are.
   */
  static void ifNeeded(XSSFSheet sheet, PaperSize paper) {
    PagesAcross across = new PagesAcross(sheet, paper);
    across.ifBelow(PERCENT, IntStream.range(0, across.columns()).boxed().toList());
  }

  /** Where one page for all columns would print them at less. */
  private void ifBelow(int smallest, List<Integer> groups) {
    if (width(groups.get(0), columns()) * smallest > room * percent) {
      set(groups);
    }
  }

  /**
   * Where a page is too narrow for both, charts stand on a page of their own beside the one of the
   * tables, of which no column is left for a third.
   *
   * @param left the first column of the charts
   * @param right the one after them
   */
  static void ofCharts(XSSFSheet sheet, PaperSize paper, int left, int right) {
    PagesAcross usual = new PagesAcross(sheet, paper);
    if (usual.width(0, right) > usual.room) {
      double fitting = PERCENT * usual.room * SPARE / usual.width(0, left);
      int percent = (int) Math.max(SMALLER_PERCENT, Math.min(PERCENT, fitting));
      PagesAcross across = new PagesAcross(sheet, paper, percent);
      across.setScale();
      across.narrow(left - 1, across.width(0, left) - across.room * SPARE);
      sheet.setColumnBreak(left - 1);
    }
  }

  /** The room before the charts gives way, else it would be printed on a page without anything. */
  private void narrow(int column, double points) {
    if (points > 0) {
      double left = width(column, column + 1) - points;
      int characters = (int) (left / POINTS_PER_PIXEL / PIXELS_PER_CHARACTER);
      sheet.setColumnWidth(column, Math.max(NARROWEST, characters) * 256);
    }
  }

  private void set(List<Integer> groups) {
    int key = groups.get(0);
    int columns = columns();
    if (key > 0) {
      XSSFWorkbook workbook = sheet.getWorkbook();
      workbook.setPrintArea(
          workbook.getSheetIndex(sheet), key, columns - 1, 0, sheet.getLastRowNum());
    }
    sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, key, key));
    setScale();
    breaks(groups).forEach(column -> sheet.setColumnBreak(column - 1));
  }

  /** The groups that begin a page beside the first. */
  private List<Integer> breaks(List<Integer> groups) {
    int key = groups.get(0);
    int columns = columns();
    List<Integer> breaks = new ArrayList<>();
    double used = 0;
    for (int i = 0; i < groups.size(); i++) {
      double width = width(groups.get(i), i + 1 < groups.size() ? groups.get(i + 1) : columns);
      if (i > 0 && used + width > room * SPARE) {
        breaks.add(groups.get(i));
        used = width(key, key + 1);
      }
      used += width;
    }
    return breaks;
  }

  private void setScale() {
    sheet.setFitToPage(false);
    sheet.getPrintSetup().setScale((short) percent);
    sheet.getPrintSetup().setLeftToRight(true);
  }

  private int columns() {
    int columns = 0;
    for (Row row : sheet) {
      columns = Math.max(columns, row.getLastCellNum());
    }
    return columns;
  }

  private double width(int from, int to) {
    double width = 0;
    for (int column = from; column < to; column++) {
      width += sheet.getColumnWidthInPixels(column) * POINTS_PER_PIXEL;
    }
    return width;
  }
}
