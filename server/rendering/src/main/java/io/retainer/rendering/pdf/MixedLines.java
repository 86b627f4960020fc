package io.retainer.rendering.pdf;

import io.retainer.rendering.letters.OtherLetters;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Sets lines of several fonts apart. JasperReports measures their height in the letters that they
 * were made smaller to, and divides it by the size that they had: a long name would stand on
 * itself.
 */
final class MixedLines {

  /** Of the size of the letters; the house's font has this. */
  private static final float USUAL = 1.21f;

  private static final float TIGHT = 1.1f;

  private MixedLines() {}

  static void part(JasperPrint print) {
    for (JRPrintPage page : print.getPages()) {
      for (JRPrintElement element : page.getElements()) {
        if (element instanceof JRPrintText text && isTight(text)) {
          text.setLineSpacingFactor(USUAL);
        }
      }
    }
  }

  private static boolean isTight(JRPrintText text) {
    return text.getLineSpacingFactor() < TIGHT
        && text.getFullText() != null
        && !OtherLetters.in(text.getFullText()).isEmpty();
  }
}
