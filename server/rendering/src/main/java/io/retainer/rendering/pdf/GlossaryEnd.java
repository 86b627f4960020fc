package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import java.util.List;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * Sees whether a glossary ends with one term alone on a page, nothing below it. Only the laid out
 * pages tell.
 */
final class GlossaryEnd {

  private GlossaryEnd() {}

  static boolean isAlone(JasperPrint print, ReportContent content, ReportTexts texts) {
    List<KpiDescriptor> terms = content.glossary();
    if (terms.size() < 3) {
      return false;
    }
    int last = page(print, texts, terms.get(terms.size() - 1));
    return last != page(print, texts, terms.get(terms.size() - 2))
        && !has(print, last, texts.text("notes.title"));
  }

  /** The page with the term's version below its title: that stands nowhere else. */
  private static int page(JasperPrint print, ReportTexts texts, KpiDescriptor term) {
    String version = texts.text("glossary.version", term.id(), term.version());
    for (int page = print.getPages().size() - 1; page >= 0; page--) {
      if (has(print, page, version)) {
        return page;
      }
    }
    return -1;
  }

  private static boolean has(JasperPrint print, int page, String said) {
    for (JRPrintElement element : print.getPages().get(page).getElements()) {
      if (element instanceof JRPrintText text && said.equals(text.getFullText())) {
        return true;
      }
    }
    return false;
  }
}
