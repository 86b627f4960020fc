package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.History;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Trend;
import io.retainer.model.time.Period;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.Headlines;
import io.retainer.rendering.words.ReasonTexts;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;

/** A channel: its figures, its days, its breakdowns, with charts bound to them. */
final class SectionSheet {

  private static final int CHART_LEFT = 7;
  private static final int CHART_RIGHT = 15;

  private final Page page;
  private final ReportTexts texts;
  private final KpiSheet kpis;
  private int row;
  private int chartTop = 3;

  SectionSheet(Page page, ReportTexts texts, KpiSheet kpis) {
    this.page = page;
    this.texts = texts;
    this.kpis = kpis;
  }

  void write(ReportContent content, Section section) {
    page.text(0, 0, texts.text("section." + section.key() + ".title"), Look.TITLE);
    if (section instanceof Section.Empty empty) {
      page.text(1, 0, ReasonTexts.of(texts.formats()).sentence(empty.reason()), Look.PLAIN);
    } else if (section instanceof Section.Filled filled) {
      filled(content, filled);
    }
    // The charts stand behind the last column; what a target says needs room before them.
    page.widths(36, 15, 15, 15, 15, 15, hasTargets(content, section.figures()) ? 22 : 3);
    page.sheet().createFreezePane(1, 3);
    page.print(content, texts, -1);
  }

  private void filled(ReportContent content, Section.Filled section) {
    page.text(1, 0, Headlines.of(texts.formats(), section.figures().get(0)), Look.MUTED);
    row = 3;
    figures(content, section.figures());
    section.breakdowns().forEach(this::breakdown);
    section.history().ifPresent(this::history);
    section.trend().ifPresent(trend -> trend(content, trend));
  }

  private void figures(ReportContent content, List<KpiFigure> figures) {
    page.text(row, 0, texts.text("column.figure"), Look.HEADER);
    page.text(row, 1, texts.text("column.value"), Look.NUMBER_HEADER);
    for (int i = 0; i < content.bases().size(); i++) {
      String head = KpiSheet.heads(content.bases().get(i)).get(0);
      page.text(row, 2 + i, texts.text("column." + head), Look.NUMBER_HEADER);
    }
    int target = 2 + content.bases().size();
    if (hasTargets(content, figures)) {
      page.text(row, target, texts.text("column.target"), Look.INDENTED_HEADER);
    }
    for (KpiFigure figure : figures) {
      row++;
      content
          .target(figure.kpi().id())
          .map(found -> TargetText.of(texts, figure, found).text())
          .ifPresent(text -> page.text(row, target, text, Look.INDENTED));
      page.text(row, 0, figure.kpi().title(texts.locale()), Look.PLAIN);
      refer(figure, figure.current(), 1, KpiSheet.VALUE);
      for (int i = 0; i < figure.compared().size(); i++) {
        refer(figure, figure.compared().get(i).value(), 2 + i, KpiSheet.earlier(i));
      }
    }
    row += 2;
  }

  private static boolean hasTargets(ReportContent content, List<KpiFigure> figures) {
    return figures.stream().anyMatch(one -> content.target(one.kpi().id()).isPresent());
  }

  private void refer(KpiFigure figure, KpiValue value, int column, int source) {
    Optional<String> reference = kpis.reference(figure.kpi().id(), source);
    without(value, column, Look.INDENTED);
    if (value.value().isPresent() && reference.isPresent()) {
      page.formula(
          row,
          column,
          reference.get(),
          value.value().get().doubleValue(),
          NumberFormats.of(figure.kpi().unit(), figure.current().currency()),
          Look.PLAIN);
    }
  }

  private void breakdown(BreakdownTable table) {
    Kpis.Breakdown breakdown = table.breakdown();
    Formats formats = texts.formats();
    page.text(row, 0, formats.dimension(breakdown.dimension()), Look.HEADER);
    for (int i = 0; i < breakdown.kpis().size(); i++) {
      page.text(row, i + 1, breakdown.kpis().get(i).title(texts.locale()), Look.NUMBER_HEADER);
    }
    int first = row + 1;
    for (Kpis.Group group : breakdown.groups()) {
      row++;
      String name = formats.group(breakdown.dimension(), group.name());
      values(name, group, breakdown.kpis(), Look.PLAIN);
    }
    int last = row;
    breakdown
        .other()
        .ifPresent(
            other -> {
              row++;
              int others = breakdown.groupCount() - breakdown.groups().size();
              values(
                  formats.words().text("group.other", formats.number(others)),
                  other,
                  breakdown.kpis(),
                  Look.PLAIN);
            });
    total(breakdown, first);
    if (last >= first) {
      String title =
          texts.text(
              "table.title",
              breakdown.kpis().get(0).title(texts.locale()),
              formats.byDimension(breakdown.dimension()));
      Charts.bars(
          page,
          new Charts.Place(CHART_LEFT, chartTop, CHART_RIGHT, chartTop + 16),
          title,
          new CellRangeAddress(first, last, 0, 0),
          new CellRangeAddress(first, last, 1, 1));
      chartTop += 17;
    }
    row += 2;
  }

  private void history(History history) {
    Formats formats = texts.formats();
    Period.Kind unit = history.rows().get(0).period().kind();
    page.text(row, 0, formats.words().text("history." + unit), Look.HEADER);
    for (int i = 0; i < history.kpis().size(); i++) {
      page.text(row, i + 1, history.kpis().get(i).title(texts.locale()), Look.NUMBER_HEADER);
    }
    for (History.Row period : history.rows()) {
      row++;
      String name = formats.periodTitle(period.period());
      values(name, new Kpis.Group(name, period.values()), history.kpis(), Look.PLAIN);
    }
    row += 2;
  }

  private void values(String name, Kpis.Group group, List<KpiDescriptor> columns, Look look) {
    page.text(row, 0, name, look);
    for (int i = 0; i < columns.size(); i++) {
      KpiValue value = group.values().get(i);
      without(value, i + 1, look);
      page.number(
          row,
          i + 1,
          value.value(),
          NumberFormats.of(columns.get(i).unit(), value.currency()),
          look);
    }
  }

  /** A word where there is no number: a formula over it must not take it for zero. */
  private void without(KpiValue value, int column, Look look) {
    if (value.value().isEmpty()) {
      page.text(row, column, texts.formats().words().text("status." + value.status().word()), look);
    }
  }

  /**
   * What adds up is a sum over the rows, where the rows give it; anything else is the KPI itself,
   * which no rows add up to.
   */
  private void total(Kpis.Breakdown breakdown, int first) {
    int last = row;
    row++;
    page.text(row, 0, texts.formats().words().text("group.total"), Look.TOTAL);
    for (int i = 0; i < breakdown.kpis().size(); i++) {
      KpiDescriptor kpi = breakdown.kpis().get(i);
      KpiValue total = breakdown.total().values().get(i);
      if (total.value().isEmpty()) {
        without(total, i + 1, Look.TOTAL);
        continue;
      }
      String format = NumberFormats.of(kpi.unit(), total.currency());
      double exact = total.value().get().doubleValue();
      if (kpi.kind() == KpiKind.FLOW && addsUp(breakdown, i)) {
        String range = Page.local(first, i + 1) + ":" + Page.local(last, i + 1);
        page.formula(row, i + 1, "SUBTOTAL(109," + range + ")", exact, format, Look.TOTAL);
      } else {
        page.number(row, i + 1, total.value(), format, Look.TOTAL);
      }
    }
  }

  private static boolean addsUp(Kpis.Breakdown breakdown, int column) {
    List<Kpis.Group> rows = new ArrayList<>(breakdown.groups());
    breakdown.other().ifPresent(rows::add);
    BigDecimal sum =
        rows.stream()
            .flatMap(group -> group.values().get(column).value().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return breakdown.total().values().get(column).value().orElseThrow().compareTo(sum) == 0;
  }

  private void trend(ReportContent content, Trend trend) {
    Formats formats = texts.formats();
    String title = trend.kpi().title(texts.locale());
    boolean whole = trend.unit().isPresent();
    String name =
        whole ? formats.points(trend, trend.current()) : formats.periodTitle(content.period());
    String pastName =
        whole && !trend.lastYear().isEmpty()
            ? formats.points(trend, trend.lastYear())
            : content.yearEarlier().map(formats::periodTitle).orElse("");
    page.text(row, 0, texts.text("column.date"), Look.HEADER);
    page.text(row, 1, name, Look.NUMBER_HEADER);
    boolean past = !trend.lastYear().isEmpty();
    if (past) {
      page.text(row, 2, pastName, Look.NUMBER_HEADER);
    }
    int first = row + 1;
    for (int i = 0; i < trend.current().size(); i++) {
      row++;
      Kpis.Point point = trend.current().get(i);
      page.date(row, 0, point.start(), Page.DATE, Look.LEFT);
      point(trend.kpi(), point.value(), 1);
      if (i < trend.lastYear().size()) {
        point(trend.kpi(), trend.lastYear().get(i).value(), 2);
      }
    }
    List<Charts.Series> series = new ArrayList<>();
    series.add(new Charts.Series(name, new CellRangeAddress(first, row, 1, 1), false));
    if (past) {
      series.add(new Charts.Series(pastName, new CellRangeAddress(first, row, 2, 2), true));
    }
    Charts.line(
        page,
        new Charts.Place(CHART_LEFT, chartTop, CHART_RIGHT, chartTop + 16),
        title,
        whole ? "mm.yyyy" : "d.m.",
        new CellRangeAddress(first, row, 0, 0),
        series);
    row += 2;
  }

  private void point(KpiDescriptor kpi, KpiValue value, int column) {
    page.number(
        row, column, value.value(), NumberFormats.of(kpi.unit(), value.currency()), Look.PLAIN);
  }
}
