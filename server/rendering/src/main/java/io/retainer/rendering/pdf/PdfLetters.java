package io.retainer.rendering.pdf;

import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.FontMapper;
import com.lowagie.text.pdf.PdfGraphics2D;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import io.retainer.rendering.letters.Directions;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;

/**
 * Draws into a PDF. OpenPDF's own graphics write letters in the order they come in; those that are
 * written from the right, and joined, it sets right in columns of text alone.
 */
final class PdfLetters extends PdfGraphics2D {

  private final FontMapper fonts;
  private final float height;

  PdfLetters(PdfTemplate drawing, float width, float height, FontMapper fonts) {
    super(drawing, width, height, fonts, false, false, 0);
    this.fonts = fonts;
    this.height = height;
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (!Directions.isMixed(text)) {
      super.drawString(text, x, y);
      return;
    }
    AffineTransform transform = getTransform();
    Point2D at = transform.transform(new Point2D.Float(x, y), null);
    var font =
        new Font(
            fonts.awtToPdf(getFont()),
            (float) (getFont().getSize2D() * transform.getScaleY()),
            Font.NORMAL,
            getColor());
    ColumnText.showTextAligned(
        getContent(),
        Element.ALIGN_LEFT,
        new Phrase(text, font),
        (float) at.getX(),
        height - (float) at.getY(),
        0,
        PdfWriter.RUN_DIRECTION_RTL,
        0);
  }
}
