package io.retainer.rendering.xlsx;

import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Makes columns wide enough for their numbers and rows high enough for their text. Excel fits rows
 * itself when it opens a file, LibreOffice and previewers do not; and no program widens a column
 * that shows ###.
 */
final class Fit {

  private static final int WIDEST = 60;
  private static final float LINE = 15;
  private static final float TITLE = 24;

  private final XSSFSheet sheet;
  private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

  private Fit(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  static void to(XSSFSheet sheet) {
    Fit fit = new Fit(sheet);
    for (Row row : sheet) {
      row.forEach(fit::widen);
    }
    for (Row row : sheet) {
      fit.heighten(row);
    }
  }

  private void widen(Cell cell) {
    int needed = needed(cell);
    int column = cell.getColumnIndex();
    if (needed > width(column)) {
      sheet.setColumnWidth(column, Math.min(WIDEST, needed) * 256);
    }
  }

  /** Numbers cannot be broken, headers only between words, other text can do with any width. */
  private int needed(Cell cell) {
    boolean bold = ((XSSFCell) cell).getCellStyle().getFont().getBold();
    int letters = 0;
    if (isNumber(cell)) {
      CellStyle style = cell.getCellStyle();
      letters =
          formatter
              .formatRawCellContents(
                  cell.getNumericCellValue(), style.getDataFormat(), style.getDataFormatString())
              .length();
    } else if (bold && cell.getCellStyle().getWrapText()) {
      for (String word : cell.getStringCellValue().split("\\s+")) {
        letters = Math.max(letters, word.length());
      }
    }
    return letters == 0 ? 0 : letters + (bold ? 3 : 2);
  }

  private static boolean isNumber(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        || cell.getCellType() == CellType.FORMULA
            && cell.getCachedFormulaResultType() == CellType.NUMERIC;
  }

  private void heighten(Row row) {
    float height = LINE;
    for (Cell cell : row) {
      if (((XSSFCell) cell).getCellStyle().getFont().getFontHeightInPoints() > 11) {
        height = Math.max(height, TITLE);
      } else if (cell.getCellType() == CellType.STRING && cell.getCellStyle().getWrapText()) {
        height =
            Math.max(height, LINE * lines(cell.getStringCellValue(), width(cell.getColumnIndex())));
      }
    }
    if (height > LINE) {
      row.setHeightInPoints(height);
    }
  }

  /** How many lines a text takes, a word never divided unless it is longer than the line. */
  private static int lines(String text, int width) {
    int room = Math.max(4, width - 1);
    int lines = 0;
    for (String paragraph : text.split("\n", -1)) {
      int used = 0;
      lines++;
      for (String word : paragraph.split(" ")) {
        if (used > 0 && used + 1 + word.length() > room) {
          lines++;
          used = 0;
        }
        used += (used > 0 ? 1 : 0) + word.length();
        lines += (used - 1) / room;
        used = used > room ? used % room : used;
      }
    }
    return lines;
  }

  private int width(int column) {
    return sheet.getColumnWidth(column) / 256;
  }
}
