package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Trend;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.util.List;

/** A KPI by dates, beside it a year earlier, and right of both the parts of a ratio. */
final class TrendTable {

  private final Page page;
  private final ReportTexts texts;
  private final int header;

  TrendTable(Page page, ReportTexts texts, int header) {
    this.page = page;
    this.texts = texts;
    this.header = header;
  }

  private static int values(Trend trend) {
    return trend.lastYear().isEmpty() ? 1 : 2;
  }

  private static boolean hasParts(Trend trend) {
    return trend.current().stream().map(Kpis.Point::value).anyMatch(Parts::give);
  }

  /** How many columns it takes. */
  static int width(Trend trend) {
    return 1 + values(trend) * (hasParts(trend) ? 3 : 1);
  }

  void write(Trend trend, String name, String pastName) {
    page.text(header, 0, texts.text("column.date"), Look.HEADER);
    column(trend, trend.current(), 0, name);
    if (!trend.lastYear().isEmpty()) {
      column(trend, trend.lastYear(), 1, pastName);
    }
    for (int i = 0; i < trend.current().size(); i++) {
      page.date(header + 1 + i, 0, trend.current().get(i).start(), Page.DATE, Look.LEFT);
    }
  }

  private void column(Trend trend, List<Kpis.Point> points, int number, String name) {
    int parts = 1 + values(trend) + 2 * number;
    page.text(header, 1 + number, name, Look.NUMBER_HEADER);
    if (hasParts(trend)) {
      String numerator = name + ": " + texts.text("column.numerator");
      page.text(header, parts, numerator, Look.NUMBER_HEADER);
      String denominator = name + ": " + texts.text("column.denominator");
      page.text(header, parts + 1, denominator, Look.NUMBER_HEADER);
    }
    KpiUnit unit = trend.kpi().unit();
    int decimals = NumberFormats.decimals(unit, points.stream().map(each -> each.value().value()));
    for (int i = 0; i < Math.min(points.size(), trend.current().size()); i++) {
      int row = header + 1 + i;
      KpiValue value = points.get(i).value();
      String format = NumberFormats.of(unit, value.currency(), decimals);
      if (hasParts(trend)) {
        Parts.value(page, row, 1 + number, parts, value, format, Look.PLAIN);
        Parts.write(page, row, parts, value);
      } else {
        page.number(row, 1 + number, value.value(), format, Look.PLAIN);
      }
    }
  }
}
