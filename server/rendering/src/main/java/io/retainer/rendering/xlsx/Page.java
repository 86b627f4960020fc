package io.retainer.rendering.xlsx;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet being written, cell by cell, with a type for each. */
final class Page {

  static final String GENERAL = "General";
  static final String DATE = "yyyy\\-mm\\-dd";
  static final String MOMENT = "yyyy\\-mm\\-dd\\ hh:mm";

  private static final int WIDEST = 60;
  private static final int LONGEST = 32_000;
  private static final int LONGEST_IN_FOOTER = 60;

  private final Book book;
  private final XSSFSheet sheet;

  Page(Book book, String title) {
    this.book = book;
    this.sheet = book.sheet(title);
  }

  Book book() {
    return book;
  }

  XSSFSheet sheet() {
    return sheet;
  }

  private XSSFCell cell(int row, int column, Look look, String format) {
    Row line = sheet.getRow(row) == null ? sheet.createRow(row) : sheet.getRow(row);
    XSSFCell cell = (XSSFCell) line.createCell(column);
    cell.setCellStyle(book.style(look, format));
    return cell;
  }

  /** Text; what looks like a formula stays text, also after the reader edits the cell. */
  void text(int row, int column, String text, Look look) {
    String clean = clean(text);
    if (clean.isEmpty()) {
      return;
    }
    cell(row, column, isDangerous(clean) ? Look.QUOTED : look, "@").setCellValue(clean);
  }

  /** What a spreadsheet may take for a formula when somebody edits the cell. */
  static boolean isDangerous(String text) {
    return "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }

  /** Whether XML and a spreadsheet can hold it. */
  static boolean isHeld(int point) {
    return (point == '\n' || !Character.isISOControl(point))
        && !(point >= 0xD800 && point <= 0xDFFF)
        && point != 0xFFFE
        && point != 0xFFFF;
  }

  /** Characters that XML or a spreadsheet cannot hold are left out. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(Page::isHeld).limit(LONGEST).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  void number(int row, int column, BigDecimal number, String format, Look look) {
    cell(row, column, look, format).setCellValue(number.doubleValue());
  }

  /** The name of another sheet, which leads to it. */
  void link(int row, int column, String sheetName) {
    XSSFCell cell = cell(row, column, Look.LINK, "@");
    cell.setCellValue(sheetName);
    XSSFHyperlink link =
        book.workbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
    link.setAddress("'" + sheetName.replace("'", "''") + "'!A1");
    cell.setHyperlink(link);
  }

  /** A number where there is one; no number is an empty cell, never a dash or a zero. */
  void number(int row, int column, Optional<BigDecimal> number, String format, Look look) {
    number.ifPresent(value -> number(row, column, value, format, look));
  }

  /** A formula with the value it has, for readers that do not calculate. */
  void formula(int row, int column, String formula, double cached, String format, Look look) {
    XSSFCell cell = cell(row, column, look, format);
    cell.setCellFormula(formula);
    cell.setCellValue(cached);
  }

  void date(int row, int column, LocalDate date, String format, Look look) {
    cell(row, column, look, format).setCellValue(date);
  }

  /** The address of a cell of this sheet, seen from another one. */
  String reference(int row, int column) {
    return "'"
        + sheet.getSheetName().replace("'", "''")
        + "'!"
        + new CellReference(row, column, true, true).formatAsString();
  }

  /** Gives a cell a name that formulas and other programs find it by. */
  void name(String name, int row, int column) {
    XSSFName named = book.workbook().createName();
    named.setNameName(name);
    named.setRefersToFormula(reference(row, column));
  }

  /** An id as a part of a cell's name, which has no points and no hyphens of ids. */
  static String word(String id) {
    return id.replace('.', '_').replace('-', '_');
  }

  /** A moment as a clock in the zone shows it; spreadsheets know no zones. */
  void moment(int row, int column, Instant moment, ZoneId zone, Look look) {
    cell(row, column, look, MOMENT).setCellValue(LocalDateTime.ofInstant(moment, zone));
  }

  static String local(int row, int column) {
    return new CellReference(row, column).formatAsString();
  }

  void widths(int... characters) {
    for (int i = 0; i < characters.length; i++) {
      sheet.setColumnWidth(i, Math.min(WIDEST, characters[i]) * 256);
    }
  }

  /**
   * Fits columns and rows, then prints landscape, one page wide, the header on every page, client
   * and period below.
   */
  void print(ReportContent content, ReportTexts texts, int headerRow) {
    Fit.to(sheet);
    sheet.getPrintSetup().setPaperSize(book.paper());
    sheet.getPrintSetup().setLandscape(true);
    sheet.setFitToPage(true);
    sheet.setAutobreaks(true);
    sheet.getPrintSetup().setFitWidth((short) 1);
    sheet.getPrintSetup().setFitHeight((short) 0);
    sheet.setMargin(PageMargin.LEFT, PagesAcross.MARGIN);
    sheet.setMargin(PageMargin.RIGHT, PagesAcross.MARGIN);
    if (headerRow >= 0) {
      sheet.setRepeatingRows(new CellRangeAddress(headerRow, headerRow, -1, -1));
    }
    String name =
        cut(content.client().name()) + " \u00b7 " + texts.formats().period(content.period());
    sheet.getFooter().setLeft(name.replace("&", "&&"));
    sheet.getFooter().setRight("&P / &N");
  }

  /**
   * The same on pages beside each other, of a sheet that is wider than a page.
   *
   * @param groups see {@link PagesAcross}
   */
  void printAcross(ReportContent content, ReportTexts texts, int headerRow, List<Integer> groups) {
    print(content, texts, headerRow);
    PagesAcross.of(sheet, book.paper(), groups);
  }

  /** The same of a table that may be wider than a page; its first column says what the rows are. */
  void printTable(ReportContent content, ReportTexts texts) {
    print(content, texts, 0);
    PagesAcross.ifNeeded(sheet, book.paper());
  }

  /**
   * The same of tables with charts behind their last column.
   *
   * @param charts the rows of each, from top to bottom
   */
  void printWithCharts(
      ReportContent content, ReportTexts texts, int left, int right, List<PagesDown.Block> charts) {
    print(content, texts, -1);
    PagesAcross.ofCharts(sheet, book.paper(), left, right);
    PagesDown.of(sheet, book.paper(), charts);
  }

  /**
   * Says how far there is something to print, where a chart or a link stands beyond the cells.
   *
   * @param column the last one that a chart covers, counted from 1
   * @param groups see {@link PagesAcross}, where one page is much too narrow
   * @param blocks see {@link PagesDown}
   */
  void printUpTo(int row, int column, List<Integer> groups, List<PagesDown.Block> blocks) {
    int last = column - 1;
    for (Row each : sheet) {
      last = Math.max(last, each.getLastCellNum() - 1);
    }
    XSSFWorkbook workbook = book.workbook();
    workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, last, 0, row);
    PagesAcross.ifUnreadable(sheet, book.paper(), groups);
    PagesDown.of(sheet, book.paper(), blocks);
  }

  /** A footer has one line, and the page number stands at its other end. */
  private static String cut(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_IN_FOOTER
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_IN_FOOTER - 1)).strip() + "\u2026";
  }
}
