package io.retainer.rendering.xlsx;

import io.retainer.rendering.brand.Brand;
import io.retainer.rendering.chart.Ink;
import io.retainer.rendering.chart.Palette;
import io.retainer.rendering.template.Paper;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook in the making: its styles, each made once, and the names of its sheets. */
final class Book {

  /** How a cell looks apart from its number format. */
  enum Look {
    PLAIN,
    WRAPPED,
    BOLD,
    TITLE,
    /** Text that stands right of a number. */
    INDENTED,
    /** Text that stands right of a number and may have several lines. */
    INDENTED_WRAPPED,
    /** A date or number that stands in the column of the names. */
    LEFT,
    MUTED,
    /** Leads to another sheet. */
    LINK,
    HEADER,
    /** A header over indented text. */
    INDENTED_HEADER,
    /** A header over numbers. */
    NUMBER_HEADER,
    TOTAL,
    /** A word where a number would stand. */
    ABSENT,
    /** The same in the total. */
    ABSENT_TOTAL,
    /** Text that begins like a formula and must stay text when it is edited. */
    QUOTED
  }

  private static final Set<Look> BOLD =
      EnumSet.of(
          Look.BOLD, Look.TITLE, Look.HEADER, Look.INDENTED_HEADER, Look.NUMBER_HEADER, Look.TOTAL);
  private static final Set<Look> MUTED = EnumSet.of(Look.MUTED, Look.ABSENT, Look.ABSENT_TOTAL);
  private static final byte[] TEXT = {(byte) 0x1A, (byte) 0x1F, (byte) 0x36};
  private static final byte[] GREY = {(byte) 0x5B, (byte) 0x65, (byte) 0x77};
  private static final byte[] LINE = {(byte) 0xC4, (byte) 0xCC, (byte) 0xD8};

  private record Style(Look look, String format) {}

  private final XSSFWorkbook workbook;
  private final Locale language;
  private final Paper paper;
  private final Palette palette;
  private final Brand brand;
  private final Map<Style, XSSFCellStyle> styles = new HashMap<>();
  private final Map<Look, XSSFFont> fonts = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  Book(XSSFWorkbook workbook, Locale language, io.retainer.rendering.template.Style style) {
    this.paper = style.paper();
    this.brand = style.brand();
    this.palette = brand.palette();
    this.workbook = workbook;
    this.language = language;
  }

  PaperSize paper() {
    return paper == Paper.LETTER ? PaperSize.LETTER_PAPER : PaperSize.A4_PAPER;
  }

  Brand brand() {
    return brand;
  }

  Palette palette() {
    return palette;
  }

  /** The reader's. */
  Locale language() {
    return language;
  }

  XSSFWorkbook workbook() {
    return workbook;
  }

  /** A sheet of that name, shortened and numbered where Excel asks for it. */
  XSSFSheet sheet(String title) {
    String safe = WorkbookUtil.createSafeSheetName(title.strip(), '-');
    String name = safe;
    for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
      String end = " " + i;
      name = safe.substring(0, Math.min(safe.length(), 31 - end.length())) + end;
    }
    return workbook.createSheet(name);
  }

  XSSFCellStyle style(Look look, String format) {
    return styles.computeIfAbsent(new Style(look, format), this::create);
  }

  private XSSFCellStyle create(Style wanted) {
    XSSFCellStyle style = workbook.createCellStyle();
    style.setFont(fonts.computeIfAbsent(wanted.look(), this::font));
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setDataFormat(workbook.createDataFormat().getFormat(wanted.format()));
    switch (wanted.look()) {
      case HEADER, INDENTED_HEADER, NUMBER_HEADER -> {
        boolean number = wanted.look() == Look.NUMBER_HEADER;
        style.setAlignment(number ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        style.setIndention((short) (wanted.look() == Look.INDENTED_HEADER ? 1 : 0));
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.BOTTOM);
        style.setFillForegroundColor(new XSSFColor(palette.bytes(Ink.SOFT)));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBottomBorderColor(new XSSFColor(LINE));
      }
      case TOTAL -> top(style);
      case ABSENT -> style.setAlignment(HorizontalAlignment.RIGHT);
      case ABSENT_TOTAL -> {
        style.setAlignment(HorizontalAlignment.RIGHT);
        top(style);
      }
      case WRAPPED -> style.setWrapText(true);
      case LEFT -> style.setAlignment(HorizontalAlignment.LEFT);
      case INDENTED, INDENTED_WRAPPED -> {
        // Without an alignment of its own, a cell is not indented.
        style.setAlignment(HorizontalAlignment.LEFT);
        style.setIndention((short) 1);
        style.setWrapText(wanted.look() != Look.INDENTED);
      }
      case QUOTED -> {
        style.setQuotePrefixed(true);
        style.setAlignment(HorizontalAlignment.LEFT);
      }
      default -> {
        // nothing beyond font and format
      }
    }
    return style;
  }

  private static void top(XSSFCellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setTopBorderColor(new XSSFColor(LINE));
  }

  private XSSFFont font(Look look) {
    XSSFFont font = workbook.createFont();
    font.setFontName("Calibri");
    font.setFontHeightInPoints((short) (look == Look.TITLE ? 16 : 11));
    font.setBold(BOLD.contains(look));
    font.setColor(
        new XSSFColor(
            MUTED.contains(look) ? GREY : look == Look.LINK ? palette.bytes(Ink.ACCENT) : TEXT));
    font.setUnderline(look == Look.LINK ? FontUnderline.SINGLE : FontUnderline.NONE);
    return font;
  }
}
