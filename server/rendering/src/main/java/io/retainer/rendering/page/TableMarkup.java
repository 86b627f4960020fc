package io.retainer.rendering.page;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.History;
import io.retainer.rendering.chart.Bar;
import io.retainer.rendering.chart.ChartSvg;
import io.retainer.rendering.overview.ColumnFormats;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.List;

/** Tables that can be sorted where there is a script; what is below them stays there. */
final class TableMarkup {

  private final Markup page;
  private final ReportTexts texts;
  private final Formats formats;

  TableMarkup(Markup page, ReportTexts texts) {
    this.page = page;
    this.texts = texts;
    this.formats = texts.formats();
  }

  void breakdown(BreakdownTable table) {
    Kpis.Breakdown breakdown = table.breakdown();
    begin(
        texts.text(
            "table.title",
            breakdown.kpis().get(0).title(texts.locale()),
            formats.byDimension(breakdown.dimension())),
        formats.dimension(breakdown.dimension()),
        breakdown.kpis());
    Rows rows = new Rows(breakdown.kpis(), ColumnFormats.of(formats, breakdown));
    double longest = breakdown.groups().stream().mapToDouble(TableMarkup::first).max().orElse(0);
    for (Kpis.Group group : breakdown.groups()) {
      double share = table.withBars() && longest > 0 ? Math.max(0, first(group)) / longest : -1;
      rows.add(formats.group(breakdown.dimension(), group.name()), group.values(), share);
    }
    page.close("tbody").open("tfoot");
    breakdown.other().ifPresent(other -> rows.add(others(breakdown), other.values(), -1));
    rows.add(formats.words().text("group.total"), breakdown.total().values(), -1);
    end("tfoot");
    if (breakdown.groupCount() > breakdown.groups().size()) {
      page.element(
          "p",
          texts.text(
              "table.shown",
              formats.number(breakdown.groups().size()),
              formats.number(breakdown.groupCount())),
          "class",
          "small");
    }
  }

  private String others(Kpis.Breakdown breakdown) {
    int others = breakdown.groupCount() - breakdown.groups().size();
    return formats.words().text("group.other", formats.number(others));
  }

  void history(History history) {
    if (history.rows().isEmpty()) {
      return;
    }
    String unit = "history." + history.rows().get(0).period().kind();
    begin(formats.words().text(unit), formats.words().text(unit + ".head"), history.kpis());
    List<Formats> written = ColumnFormats.of(formats, history);
    for (History.Row row : history.rows()) {
      page.open("tr");
      page.open("th", "scope", "row", "data-sort", row.period().span().start().toString());
      page.name(formats.periodTitle(row.period())).close("th");
      for (int i = 0; i < row.values().size(); i++) {
        KpiValue value = row.values().get(i);
        cell(value, FigureText.marked(value, history.kpis().get(i).unit(), written.get(i)));
      }
      page.close("tr");
    }
    end("tbody");
  }

  private void begin(String title, String first, List<KpiDescriptor> kpis) {
    page.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-label", title);
    page.open("table", "class", "sortable").element("caption", title).open("thead").open("tr");
    page.element("th", first, "scope", "col");
    for (KpiDescriptor kpi : kpis) {
      page.open("th", "scope", "col", "class", "number");
      page.element("a", kpi.title(texts.locale()), "href", "#" + FigureMarkup.anchor(kpi.id()));
      page.close("th");
    }
    page.close("tr").close("thead").open("tbody");
  }

  private void end(String part) {
    page.close(part).close("table").close("div");
  }

  /** Rows of the same columns. */
  private final class Rows {

    private final List<KpiDescriptor> kpis;
    private final List<Formats> written;

    private Rows(List<KpiDescriptor> kpis, List<Formats> written) {
      this.kpis = kpis;
      this.written = written;
    }

    /**
     * @param share length of the bar, 0 to 1; less for none
     */
    void add(String name, List<KpiValue> values, double share) {
      page.open("tr").open("th", "scope", "row").name(name);
      if (share >= 0) {
        page.open("span", "class", "bar", "aria-hidden", "true");
        page.made(ChartSvg.render(new Bar(share), "", 120, 6)).close("span");
      }
      page.close("th");
      for (int i = 0; i < kpis.size(); i++) {
        KpiValue value = values.get(i);
        cell(value, FigureText.inTable(value, kpis.get(i).unit(), written.get(i)));
      }
      page.close("tr");
    }
  }

  private void cell(KpiValue value, String shown) {
    String full = value.value().map(BigDecimal::toPlainString).orElse("");
    page.element("td", shown, "class", "number", "data-sort", full);
  }

  private static double first(Kpis.Group group) {
    return group.values().isEmpty()
        ? 0
        : group.values().get(0).value().map(BigDecimal::doubleValue).orElse(0.0);
  }
}
