package io.retainer.rendering.pdf;

import io.retainer.rendering.words.NoBreaks;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/** Draws the dashes of ranges, which lay on their lines as signs that do not break. */
final class RangeDashes {

  private RangeDashes() {}

  static void draw(JasperPrint print) {
    for (JRPrintPage page : print.getPages()) {
      for (JRPrintElement element : page.getElements()) {
        if (element instanceof JRPrintText text && NoBreaks.hasRange(text.getFullText())) {
          text.setText(NoBreaks.drawn(text.getFullText()));
        }
      }
    }
  }
}
