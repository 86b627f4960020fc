package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.NoBreaks;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRPrintElement;
import net.sf.jasperreports.engine.JRPrintText;
import net.sf.jasperreports.engine.JasperPrint;

/**
 * How a glossary ends and the notes begin. Heights that are reckoned may be wrong by a little; only
 * the laid out pages tell whether something stands alone on one.
 */
enum GlossaryEnd {

  /** The notes stand below the terms, if they are reckoned to fit. */
  AS_RECKONED,

  /** The last two terms stand on a page of their own. */
  TWO_TERMS,

  /** The notes begin a page. */
  NOTES_APART;

  /** What a report needs that was laid out as reckoned. */
  static GlossaryEnd of(JasperPrint print, ReportContent content, ReportTexts texts) {
    if (isTermAlone(print, content, texts)) {
      return TWO_TERMS;
    }
    return isHeadingAlone(print, content, texts) ? NOTES_APART : AS_RECKONED;
  }

  /** Whether the first note is on another page than the heading above it. */
  private static boolean isHeadingAlone(
      JasperPrint print, ReportContent content, ReportTexts texts) {
    Map<String, ?> first = new NoteBlocks(content, texts).sources().get(0);
    Object said = first.containsKey("title") ? first.get("title") : first.get("text");
    int heading = lastWith(print, title(texts));
    return heading >= 0 && !has(print, heading, (String) said);
  }

  private static boolean isTermAlone(JasperPrint print, ReportContent content, ReportTexts texts) {
    List<KpiDescriptor> terms = content.glossary();
    if (terms.size() < 3) {
      return false;
    }
    int last = lastWith(print, version(texts, terms.get(terms.size() - 1)));
    return last != lastWith(print, version(texts, terms.get(terms.size() - 2)))
        && !has(print, last, title(texts));
  }

  /** As it is laid out. */
  private static String title(ReportTexts texts) {
    return NoBreaks.in(texts.text("notes.title"));
  }

  /** It stands below the term's title and nowhere else. */
  private static String version(ReportTexts texts, KpiDescriptor term) {
    return texts.text("glossary.version", term.id(), term.version());
  }

  private static int lastWith(JasperPrint print, String said) {
    for (int page = print.getPages().size() - 1; page >= 0; page--) {
      if (has(print, page, said)) {
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
