package io.retainer.rendering.xlsx;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Converted;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.ReportContent;
import io.retainer.model.target.Target;
import io.retainer.model.time.Base;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/** What the report was asked for: each value in a cell of a name, {@code prm_period_start}. */
final class ParamsSheet {

  private static final String RATE = "0.000000##";

  /** Two currencies of a year; of more the means are enough to look up the rest. */
  private static final int MOST_RATES = 800;

  private final Page page;
  private final ReportTexts texts;
  private final Allowed allowed;
  private int row;

  ParamsSheet(Page page, ReportTexts texts) {
    this.page = page;
    this.texts = texts;
    this.allowed = new Allowed(page.sheet());
  }

  static String low(KpiId kpi) {
    return "prm_target_low_" + Page.word(kpi.value());
  }

  static String high(KpiId kpi) {
    return "prm_target_high_" + Page.word(kpi.value());
  }

  void write(ReportContent content) {
    String[] columns = {"parameter", "value", "name"};
    for (int i = 0; i < columns.length; i++) {
      page.text(0, i, texts.text("column." + columns[i]), Look.HEADER);
    }
    Client client = content.client();
    text(texts.text("params.client"), "prm_client", client.name());
    text(texts.text("notes.report-id"), "prm_report_id", content.id());
    row(texts.text("notes.issued"), "prm_issued");
    page.moment(row, 1, content.issuedAt(), client.zone(), Look.LEFT);
    text(texts.text("params.language"), "prm_language", texts.locale().getLanguage());
    text(texts.text("notes.zone"), "prm_zone", client.zone().getId());
    text(texts.text("notes.currency"), "prm_currency", client.currency().getCurrencyCode());
    allowed.code(row);
    span(texts.text("cover.period"), "prm_period", content.period().span());
    for (Base base : content.bases()) {
      String word = base.comparison().word();
      span(texts.text("cover." + word), "prm_" + Page.word(word), base.period().span());
    }
    for (KpiFigure figure : content.figures()) {
      content
          .target(figure.kpi().id())
          .ifPresent(assessment -> target(figure.kpi(), assessment.target()));
    }
    content.converted().ifPresent(this::rates);
    page.widths(50, 30, 44);
    page.sheet().createFreezePane(1, 1);
    page.printTable(content, texts);
  }

  /** The mean of each currency, and then every rate by its day. */
  private void rates(Converted converted) {
    text(texts.text("notes.rates"), "prm_rates", converted.title());
    String into = converted.into();
    for (String currency : converted.currencies()) {
      row(texts.text("params.rate-mean", currency, into), rate(currency));
      page.number(row, 1, Converted.mean(converted.of(currency)), RATE, Look.LEFT);
    }
    converted.used().stream().limit(MOST_RATES).forEach(used -> rate(used, into));
  }

  private void rate(Converted.Used used, String into) {
    String days = texts.formats().span(used.days());
    row(
        texts.text("params.rate", used.currency(), into, days),
        rate(used.currency()) + "_" + days(used.days()));
    page.number(row, 1, used.factor(), RATE, Look.LEFT);
  }

  private static String days(DateSpan days) {
    String first = days.start().toString().replace('-', '_');
    String last = days.lastDay().toString().replace('-', '_');
    return days.days() == 1 ? first : first + "_to_" + last;
  }

  private static String rate(String currency) {
    return "prm_rate_" + currency.toLowerCase(Locale.ROOT);
  }

  private void row(String label, String name) {
    row++;
    page.text(row, 0, label, Look.PLAIN);
    page.text(row, 2, name, Look.MUTED);
    page.name(name, row, 1);
  }

  private void text(String label, String name, String value) {
    row(label, name);
    page.text(row, 1, value, Look.PLAIN);
  }

  private void span(String label, String name, DateSpan span) {
    date(texts.text("params.first-day", label), name + "_start", span.start());
    date(texts.text("params.last-day", label), name + "_end", span.end().minusDays(1));
    allowed.period(row - 1, row);
  }

  private void date(String label, String name, LocalDate date) {
    row(label, name);
    page.date(row, 1, date, Page.DATE, Look.LEFT);
  }

  private void target(KpiDescriptor kpi, Target target) {
    String format = NumberFormats.of(kpi.unit(), target.currency());
    goal(kpi, "target-low", low(kpi.id()), target.goal().low(), format);
    goal(kpi, "target-high", high(kpi.id()), target.goal().high(), format);
  }

  private void goal(
      KpiDescriptor kpi, String column, String name, Optional<BigDecimal> goal, String format) {
    if (goal.isEmpty()) {
      return;
    }
    row(kpi.title(texts.locale()) + ": " + texts.text("column." + column), name);
    page.number(row, 1, goal.get(), format, Look.LEFT);
    boolean isShare = kpi.unit() == KpiUnit.PERCENT;
    allowed.number(row, isShare);
  }
}
