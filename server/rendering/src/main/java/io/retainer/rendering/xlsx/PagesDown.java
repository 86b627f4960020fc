package io.retainer.rendering.xlsx;

import java.util.List;
import org.apache.poi.ss.usermodel.PaperSize;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Begins a page where the end of one would cut a chart, or a short table, in two. */
final class PagesDown {

  private static final double A4_SHORT_SIDE = 595;
  private static final double LETTER_SHORT_SIDE = 612;

  /** In inches; what a sheet has unless it says otherwise. */
  private static final double MARGIN = 0.75;

  /** A program that lacks the font takes one with higher letters. */
  private static final double SPARE = 0.95;

  private final XSSFSheet sheet;
  private final double room;

  private PagesDown(XSSFSheet sheet, PaperSize paper, double percent) {
    this.sheet = sheet;
    double side = paper == PaperSize.LETTER_PAPER ? LETTER_SHORT_SIDE : A4_SHORT_SIDE;
    this.room = SPARE * 100 / percent * (side - 2 * MARGIN * 72);
  }

  /**
   * Rows that are printed on one page.
   *
   * @param last the row after them
   */
  record Block(int first, int last) {}

  /**
   * Of a sheet that is printed at a size of its own, or fitted to the width of a page: there
   * LibreOffice takes breaks, and Excel none.
   *
   * @param blocks from top to bottom
   */
  static void of(XSSFSheet sheet, PaperSize paper, List<Block> blocks) {
    double percent =
        sheet.getFitToPage() ? PagesAcross.fitted(sheet, paper) : sheet.getPrintSetup().getScale();
    new PagesDown(sheet, paper, percent).keep(blocks);
  }

  private void keep(List<Block> blocks) {
    int top = 0;
    for (Block block : blocks) {
      top = pageOf(block.first(), top);
      boolean isCut = height(top, block.last()) > room;
      // One that seems to begin a page by itself may begin just above its end elsewhere.
      boolean isAtEdge = top == block.first();
      if (block.first() > 0 && (isCut || isAtEdge)) {
        sheet.setRowBreak(block.first() - 1);
        top = block.first();
      }
    }
  }

  /** The first row of the page on which a row is printed. */
  private int pageOf(int row, int top) {
    int first = top;
    double used = 0;
    for (int each = top; each <= row; each++) {
      used += height(each, each + 1);
      if (used > room) {
        first = each;
        used = height(each, each + 1);
      }
    }
    return first;
  }

  private double height(int from, int to) {
    double height = 0;
    for (int each = from; each < to; each++) {
      Row row = sheet.getRow(each);
      height += row == null ? sheet.getDefaultRowHeightInPoints() : row.getHeightInPoints();
    }
    return height;
  }
}
