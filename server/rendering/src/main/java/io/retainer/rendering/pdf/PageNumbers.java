package io.retainer.rendering.pdf;

import io.retainer.rendering.template.ReportTexts;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/** Writes "page x of y" once all pages are there; the words differ by language. */
final class PageNumbers {

  /** What stands in the layout until the number of pages is known. */
  static final String PLACE = "page-number";

  private PageNumbers() {}

  static void write(JasperPrint print, ReportTexts texts) {
    List<JRPrintPage> pages = print.getPages();
    for (int i = 0; i < pages.size(); i++) {
      for (JRPrintElement element : pages.get(i).getElements()) {
        if (element instanceof JRPrintText text && PLACE.equals(text.getFullText())) {
          text.setText(texts.text("page.of", i + 1, pages.size()));
        }
      }
    }
  }
}
