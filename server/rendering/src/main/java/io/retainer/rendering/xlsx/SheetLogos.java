package io.retainer.rendering.xlsx;

import io.retainer.model.report.ReportContent;
import io.retainer.rendering.brand.PaperLogo;
import io.retainer.rendering.overview.LogoText;
import io.retainer.rendering.template.ReportTexts;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.drawingml.x2006.main.CTNonVisualDrawingProps;
import org.openxmlformats.schemas.drawingml.x2006.main.CTPositiveSize2D;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTMarker;

/**
 * Whose report it is, beside the facts at the head of a sheet; printed with it. It comes after the
 * widths of the columns, by which its place is reckoned.
 */
final class SheetLogos {

  /** Three rows of a head, and two columns of the usual width. */
  private static final int HIGHEST = 58;

  private static final int WIDEST = 200;
  private static final int COLUMNS = 2;

  private SheetLogos() {}

  /**
   * @param row above which the title runs, as far as it is long
   * @param column where the first one stands
   */
  static void write(Page page, ReportContent content, ReportTexts texts, int row, int column) {
    int at = column;
    for (LogoText logo : LogoText.of(page.book().brand(), content, texts)) {
      write(page, logo, row, at);
      at += COLUMNS;
    }
  }

  private static void write(Page page, LogoText logo, int row, int column) {
    PaperLogo paper = logo.logo().onPaper(WIDEST, HIGHEST);
    int picture = page.book().workbook().addPicture(paper.png(), XSSFWorkbook.PICTURE_TYPE_PNG);
    CTMarker corner = CTMarker.Factory.newInstance();
    corner.setCol(column);
    corner.setRow(row);
    corner.setColOff(0L);
    corner.setRowOff(0L);
    CTPositiveSize2D size = CTPositiveSize2D.Factory.newInstance();
    size.setCx(Units.pixelToEMU(paper.width()));
    size.setCy(Units.pixelToEMU(paper.height()));
    XSSFPicture drawn =
        page.sheet()
            .createDrawingPatriarch()
            .createPicture(new Corner(page, corner, size), picture);
    CTNonVisualDrawingProps properties = drawn.getCTPicture().getNvPicPr().getCNvPr();
    properties.setName(logo.text());
    properties.setDescr(logo.text());
  }

  private static final class Corner extends XSSFClientAnchor {
    Corner(Page page, CTMarker corner, CTPositiveSize2D size) {
      super(page.sheet(), corner, size);
      setAnchorType(AnchorType.MOVE_DONT_RESIZE);
    }
  }
}
