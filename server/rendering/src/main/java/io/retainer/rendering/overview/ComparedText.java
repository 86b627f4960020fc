package io.retainer.rendering.overview;

import io.retainer.model.report.ReportContent;
import io.retainer.model.time.Base;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.List;

/**
 * What a report is compared with, to the day, so that no comparison surprises.
 *
 * @param days those compared with; those of the report's own period, too, while it is running
 */
public record ComparedText(String label, String days) {

  public static List<ComparedText> of(ReportContent content, ReportTexts texts) {
    return content.bases().stream().map(base -> of(content, texts, base)).toList();
  }

  private static ComparedText of(ReportContent content, ReportTexts texts, Base base) {
    Formats formats = texts.formats();
    String days = formats.span(base.period().span());
    if (!base.days().equals(content.period().span())) {
      days = texts.text("cover.days-compared", days, formats.span(base.days()));
    }
    if (base.isUnevenByLeapDay()) {
      days = texts.text("cover.leap-day", days);
    }
    return new ComparedText(texts.text("cover." + base.comparison().word()), days);
  }
}
