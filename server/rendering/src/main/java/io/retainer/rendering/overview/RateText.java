package io.retainer.rendering.overview;

import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Converted.Used;
import io.retainer.model.report.ReportContent;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What amounts were converted by, in words: a sentence, and a line for each currency. */
public final class RateText {

  /** As many as central banks publish. */
  private static final MathContext DIGITS = new MathContext(6, RoundingMode.HALF_UP);

  private final Converted converted;
  private final ReportTexts texts;
  private final boolean isShared;

  private RateText(Converted converted, ReportTexts texts, boolean isShared) {
    this.converted = converted;
    this.texts = texts;
    this.isShared = isShared;
  }

  /**
   * @param isShared whether names of files are not to be told
   * @return nothing when no amount had to be converted
   */
  public static List<String> lines(ReportContent content, ReportTexts texts, boolean isShared) {
    return content
        .converted()
        .map(converted -> new RateText(converted, texts, isShared).lines())
        .orElse(List.of());
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        isShared
            ? texts.text("notes.rates.shared", converted.into())
            : texts.text("notes.rates.value", converted.into(), converted.title()));
    converted.currencies().forEach(currency -> lines.add(line(currency)));
    return lines;
  }

  private String line(String currency) {
    List<Used> rates = converted.of(currency);
    Formats formats = texts.formats();
    String days =
        formats.span(
            new DateSpan(rates.get(0).days().start(), rates.get(rates.size() - 1).days().end()));
    List<BigDecimal> factors = rates.stream().map(Used::factor).toList();
    BigDecimal low = Collections.min(factors);
    BigDecimal high = Collections.max(factors);
    return low.compareTo(high) == 0
        ? texts.text("notes.rates.one", currency, days, number(low))
        : texts.text(
            "notes.rates.of",
            currency,
            days,
            number(low),
            number(high),
            number(Converted.mean(rates)));
  }

  private String number(BigDecimal rate) {
    BigDecimal shown = rate.round(DIGITS);
    return texts.formats().number(shown, Math.max(0, shown.scale()));
  }
}
