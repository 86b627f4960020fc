package io.retainer.rendering.page;

import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Trend;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.report.exhibit.Pacing;
import io.retainer.rendering.chart.ChartSvg;
import io.retainer.rendering.chart.Panel;
import io.retainer.rendering.chart.TrendChart;
import io.retainer.rendering.chart.Twin;
import io.retainer.rendering.overview.ColumnsPicture;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Charts by the same drawing as in the PDF, each with its numbers as a table. */
final class ChartMarkup {

  /** What the PDF's page is wide, for which panels are drawn. */
  private static final double PANEL = 515;

  /** Letters of a wide drawing would be too small to read on a telephone. */
  private static final double NARROW = 260;

  private final Markup page;
  private final ReportContent content;
  private final ReportTexts texts;

  ChartMarkup(Markup page, ReportContent content, ReportTexts texts) {
    this.page = page;
    this.content = content;
    this.texts = texts;
  }

  void trend(Trend trend, String title) {
    Formats formats = texts.formats();
    String now = formats.periodTitle(content.period());
    String before = content.yearEarlier().map(formats::periodTitle).orElse("");
    TrendChart chart = new TrendChart(trend, formats, now, before);
    page.open("figure").element("figcaption", title);
    page.open("div", "class", "wide").made(ChartSvg.render(chart, title, 720, 200)).close("div");
    page.open("div", "class", "narrow");
    page.made(ChartSvg.render(chart, title, NARROW, 170)).close("div");
    List<List<String>> rows = new ArrayList<>();
    boolean hasEarlier = !trend.lastYear().isEmpty();
    for (int i = 0; i < trend.current().size(); i++) {
      Kpis.Point point = trend.current().get(i);
      List<String> row = new ArrayList<>();
      row.add(formats.point(trend, point.start()));
      row.add(FigureText.marked(point.value(), trend.kpi().unit(), formats));
      if (hasEarlier) {
        row.add(
            i < trend.lastYear().size()
                ? FigureText.marked(trend.lastYear().get(i).value(), trend.kpi().unit(), formats)
                : Formats.NOTHING);
      }
      rows.add(row);
    }
    List<String> heads = new ArrayList<>(List.of(texts.text("column.date"), now));
    if (hasEarlier) {
      heads.add(before);
    }
    numbers(title, List.of(new Twin(heads, rows)));
    page.close("figure");
  }

  void exhibit(ExhibitPicture picture, Exhibit exhibit) {
    Panel panel = picture.panel();
    page.open("figure").element("figcaption", picture.title());
    if (panel.fitsNarrow()) {
      page.open("div", "class", "wide panel").made(svg(picture, PANEL)).close("div");
      page.open("div", "class", "narrow").made(svg(picture, NARROW)).close("div");
    } else {
      page.open(
          "div",
          "class",
          "scroll",
          "tabindex",
          "0",
          "role",
          "group",
          "aria-label",
          picture.title());
      page.made(svg(picture, PANEL)).close("div");
    }
    if (!picture.note().isEmpty()) {
      page.element("p", picture.note(), "class", "small");
    }
    List<Twin> twins = new ArrayList<>(panel.twins());
    if (exhibit instanceof Pacing pacing && !pacing.days().isEmpty()) {
      twins.add(days(pacing));
    } else if (exhibit instanceof Columns columns) {
      twins.add(parts(columns));
    }
    numbers(picture.title(), twins);
    page.close("figure");
  }

  private static String svg(ExhibitPicture picture, double width) {
    Panel panel = picture.panel();
    return ChartSvg.render(panel, picture.title(), width, panel.height(width));
  }

  private Twin parts(Columns columns) {
    Formats formats = texts.formats();
    List<String> heads = new ArrayList<>(List.of(texts.text("column.date")));
    heads.addAll(new ColumnsPicture(texts, columns).parts());
    List<List<String>> rows = new ArrayList<>();
    for (Columns.Column column : columns.columns()) {
      List<String> row = new ArrayList<>(List.of(formats.span(column.days())));
      for (BigDecimal amount : column.amounts()) {
        row.add(formats.amount(amount, columns.kpi().unit(), columns.currency()));
      }
      rows.add(row);
    }
    return new Twin(heads, rows);
  }

  private Twin days(Pacing pacing) {
    Formats formats = texts.formats();
    return new Twin(
        List.of(texts.text("column.date"), texts.text("exhibit.value")),
        pacing.days().stream()
            .map(
                day ->
                    List.of(
                        formats.date(day.day()),
                        formats.amount(
                            day.soFar(),
                            pacing.figure().kpi().unit(),
                            pacing.figure().current().currency())))
            .toList());
  }

  private void numbers(String title, List<Twin> twins) {
    if (twins.isEmpty()) {
      return;
    }
    page.open("details").element("summary", texts.text("page.chart-data"));
    for (Twin twin : twins) {
      page.open("div", "class", "scroll").open("table");
      page.element("caption", title, "class", "unseen");
      page.open("thead").open("tr");
      twin.heads().forEach(head -> page.open("th", "scope", "col").name(head).close("th"));
      page.close("tr").close("thead").open("tbody");
      for (List<String> row : twin.rows()) {
        page.open("tr").open("th", "scope", "row").name(row.get(0)).close("th");
        row.stream().skip(1).forEach(cell -> page.element("td", cell));
        page.close("tr");
      }
      page.close("tbody").close("table").close("div");
    }
    page.close("details");
  }
}
