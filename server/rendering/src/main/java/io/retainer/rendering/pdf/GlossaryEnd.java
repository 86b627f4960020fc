package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintPage;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/** Sees whether a glossary ends with one term alone on a page. Only the laid out pages tell. */
final class GlossaryEnd {

  private GlossaryEnd() {}

  static boolean isAlone(JasperPrint print, ReportContent content, ReportTexts texts) {
    List<KpiDescriptor> terms = content.glossary();
    if (terms.size() < 3) {
      return false;
    }
    return page(print, texts, terms.get(terms.size() - 1))
        != page(print, texts, terms.get(terms.size() - 2));
  }

  /** The page with the term's version below its title: that stands nowhere else. */
  private static int page(JasperPrint print, ReportTexts texts, KpiDescriptor term) {
    String version = texts.text("glossary.version", term.id(), term.version());
    List<JRPrintPage> pages = print.getPages();
    for (int page = pages.size() - 1; page >= 0; page--) {
      for (JRPrintElement element : pages.get(page).getElements()) {
        if (element instanceof JRPrintText text && version.equals(text.getFullText())) {
          return page;
        }
      }
    }
    return -1;
  }
}
