package io.retainer.rendering.overview;

import io.retainer.model.report.Remark;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.ReasonTexts;
import java.util.stream.Collectors;

/** Remarks as sentences. */
public final class RemarkTexts {

  private final ReportTexts texts;
  private final ReasonTexts reasons;

  public RemarkTexts(ReportTexts texts) {
    this.texts = texts;
    this.reasons = ReasonTexts.of(texts.formats());
  }

  public String sentence(Remark remark) {
    String names =
        remark.kpis().stream()
            .map(kpi -> kpi.title(texts.locale()))
            .collect(Collectors.joining(", "));
    return texts
        .text("remark." + remark.kind(), names, remark.reason().map(reasons::sentence).orElse(""))
        .strip();
  }
}
