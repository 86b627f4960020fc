package io.retainer.rendering.overview;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.MixEffect;
import io.retainer.model.report.Remark;
import io.retainer.model.time.Base;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.ReasonTexts;
import java.util.stream.Collectors;

/** Remarks as sentences. */
public final class RemarkTexts {

  private static final String NBSP = "\u00a0";

  private final ReportTexts texts;
  private final ReasonTexts reasons;

  public RemarkTexts(ReportTexts texts) {
    this.texts = texts;
    this.reasons = ReasonTexts.of(texts.formats());
  }

  public String sentence(Remark remark) {
    if (remark.kind() == Remark.Kind.PER_DAY) {
      return perDay(remark);
    } else if (remark.mix().isPresent()) {
      return mix(remark.mix().get());
    }
    String names =
        remark.kpis().stream()
            .map(kpi -> kpi.title(texts.locale()))
            .collect(Collectors.joining(", "));
    return texts
        .text("remark." + remark.kind(), names, remark.reason().map(reasons::sentence).orElse(""))
        .strip();
  }

  private String perDay(Remark remark) {
    Formats formats = texts.formats();
    Base base = remark.perDay().get(0).base();
    String changes =
        remark.perDay().stream()
            .map(one -> one.figure().kpi().title(texts.locale()) + NBSP + change(formats, one))
            .collect(Collectors.joining(", "));
    return texts.text(
        "remark.PER_DAY",
        changes,
        formats.period(base.period()),
        formats.number(base.days().days()),
        formats.number(base.period().span().days()));
  }

  private String mix(MixEffect effect) {
    Formats formats = texts.formats();
    KpiUnit unit = effect.kpi().unit();
    return texts.text(
        effect.groupsRose() ? "remark.MIX.rose" : "remark.MIX.fell",
        effect.kpi().title(texts.locale()),
        formats.byDimension(effect.dimension()),
        formats.period(effect.base()),
        formats.delta(effect.byRates(), unit, effect.currency()),
        formats.delta(effect.byShares(), unit, effect.currency()));
  }

  private static String change(Formats formats, Remark.PerDay one) {
    return formats.delta(one.delta(), one.figure().kpi().unit(), one.figure().current().currency());
  }
}
