package io.retainer.rendering.overview;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.report.Trend;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.spi.Grain;

/** What stands above a KPI over time. */
public final class TrendText {

  private TrendText() {}

  /** Amounts say their currency here, so that the axis need not repeat it. */
  public static String title(ReportTexts texts, Trend trend) {
    String title = trend.kpi().title(texts.locale());
    String amounts =
        trend.current().stream()
            .flatMap(point -> point.value().currency().stream())
            .findFirst()
            .filter(currency -> trend.kpi().unit() == KpiUnit.MONEY)
            .map(currency -> title + ", " + currency)
            .orElse(title);
    return hasWholeWeeks(trend) ? texts.text("trend.weeks", amounts) : amounts;
  }

  /** Of an amount, a week at the edge of the period is left out. */
  private static boolean hasWholeWeeks(Trend trend) {
    return trend.bucket() == Grain.WEEK
        && trend.unit().isEmpty()
        && trend.kpi().kind().growsByDay();
  }
}
