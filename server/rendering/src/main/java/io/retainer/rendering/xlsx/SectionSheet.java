package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.History;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Section;
import io.retainer.model.report.Trend;
import io.retainer.model.report.commentary.Prose;
import io.retainer.model.report.exhibit.Columns;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.time.Period;
import io.retainer.rendering.overview.ColumnsPicture;
import io.retainer.rendering.overview.ExhibitPicture;
import io.retainer.rendering.overview.SectionText;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.overview.TrendText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.words.Words;
import io.retainer.rendering.xlsx.Book.Look;
import io.retainer.spi.Grain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;

/** A channel: its figures, its days, its breakdowns, with charts bound to them. */
final class SectionSheet {

  private static final int WIDTH = 15;
  private static final int CHART_LEFT = 7;
  private static final int CHART_COLUMNS = 8;
  private static final int CHART_ROWS = 16;
  private static final int REMARK_LETTERS = 100;

  private final Page page;
  private final ReportTexts texts;
  private final KpiSheet kpis;
  private int row;
  private int columns;

  /** Where the charts begin. */
  private int top;

  private final List<Consumer<Charts.Place>> drawings = new ArrayList<>();
  private final List<PagesDown.Block> charts = new ArrayList<>();

  SectionSheet(Page page, ReportTexts texts, KpiSheet kpis) {
    this.page = page;
    this.texts = texts;
    this.kpis = kpis;
  }

  void write(ReportContent content, Section section) {
    SectionText text = SectionText.of(content, texts, section);
    page.text(0, 0, text.title(), Look.TITLE);
    text.lead().ifPresent(lead -> page.text(1, 0, lead, Look.MUTED));
    row = 3;
    text.above().forEach(this::prose);
    if (section instanceof Section.Filled filled) {
      filled(content, filled, text);
    }
    row++;
    prose(text.below());
    // The charts stand behind the last column; what a target says needs room before them.
    int[] widths = new int[Math.max(CHART_LEFT, columns + 1)];
    Arrays.fill(widths, WIDTH);
    widths[0] = 36;
    widths[widths.length - 1] = beforeCharts(content, section.figures(), widths.length - 1);
    page.widths(widths);
    page.sheet().createFreezePane(1, 3);
    if (drawings.isEmpty()) {
      page.print(content, texts, -1);
    } else {
      int left = Math.max(CHART_LEFT, columns + 1);
      page.printWithCharts(content, texts, left, left + CHART_COLUMNS, charts);
    }
  }

  private void filled(ReportContent content, Section.Filled section, SectionText text) {
    top = row;
    figures(content, section.figures());
    remarks(text);
    section.exhibits().forEach(this::exhibit);
    section.breakdowns().forEach(this::breakdown);
    section.history().ifPresent(this::history);
    section.trend().ifPresent(trend -> trend(content, trend));
    draw();
  }

  /** What a reader must know of these figures, in lines that end before the charts. */
  private void remarks(SectionText text) {
    for (String remark : text.remarks()) {
      for (String line : Lines.of(remark, REMARK_LETTERS)) {
        page.text(row++, 0, line, Look.MUTED);
      }
      row++;
    }
  }

  private void prose(Prose prose) {
    row = ProseRows.write(page, row, prose);
  }

  /** The charts stand behind the last column of the tables, one below the other. */
  private void draw() {
    int left = Math.max(CHART_LEFT, columns + 1);
    for (Consumer<Charts.Place> drawing : drawings) {
      drawing.accept(new Charts.Place(left, top, left + CHART_COLUMNS, top + CHART_ROWS));
      charts.add(new PagesDown.Block(top, top + CHART_ROWS));
      top += CHART_ROWS + 1;
    }
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
      said(content, figure).ifPresent(text -> page.text(row, target, text, Look.INDENTED));
      page.text(row, 0, figure.kpi().title(texts.locale()), Look.PLAIN);
      refer(figure, figure.current(), 1, KpiSheet.VALUE);
      for (int i = 0; i < figure.compared().size(); i++) {
        refer(figure, figure.compared().get(i).value(), 2 + i, KpiSheet.earlier(i));
      }
    }
    row += 2;
  }

  /** What is said of a target runs on over empty cells, as far as the charts. */
  private int beforeCharts(ReportContent content, List<KpiFigure> figures, int last) {
    int cells = last - (2 + content.bases().size());
    int longest =
        figures.stream()
            .flatMap(figure -> said(content, figure).stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    return Math.max(longest > 0 ? 22 : 3, longest + 4 - cells * WIDTH);
  }

  private Optional<String> said(ReportContent content, KpiFigure figure) {
    return content
        .target(figure.kpi().id())
        .map(found -> TargetText.of(texts, figure, found).text());
  }

  private static boolean hasTargets(ReportContent content, List<KpiFigure> figures) {
    return figures.stream().anyMatch(one -> content.target(one.kpi().id()).isPresent());
  }

  private void refer(KpiFigure figure, KpiValue value, int column, int source) {
    Optional<String> reference = kpis.reference(figure.kpi().id(), source);
    FigureTable.without(page, texts, row, column, value, Look.PLAIN);
    if (value.value().isPresent() && reference.isPresent()) {
      page.formula(
          row,
          column,
          reference.get(),
          value.value().get().doubleValue(),
          KpiSheet.format(figure, value),
          Look.PLAIN);
    }
  }

  private void exhibit(Exhibit exhibit) {
    int title = row;
    ExhibitTable table = new ExhibitTable(page, texts, row);
    table.write(exhibit);
    if (exhibit instanceof Columns stacked && !stacked.columns().isEmpty()) {
      stacked(stacked, title + 2, table.next() - 1);
    }
    row = table.next() + 1;
    columns = Math.max(columns, table.width());
  }

  private void stacked(Columns columns, int first, int last) {
    List<String> parts = new ColumnsPicture(texts, columns).parts();
    List<Charts.Series> series = new ArrayList<>();
    for (int part = 0; part < parts.size(); part++) {
      var values = new CellRangeAddress(first, last, 1 + part, 1 + part);
      series.add(new Charts.Series(parts.get(part), values, false));
    }
    String title = ExhibitPicture.of(texts, columns, name -> name).title();
    var days = new CellRangeAddress(first, last, 0, 0);
    boolean isMonths = columns.by() == Grain.MONTH;
    Charts.Axes axes = axes(isMonths, columns.kpi());
    drawings.add(place -> Charts.stacked(page, place, title, axes, days, series));
  }

  private void breakdown(BreakdownTable table) {
    Kpis.Breakdown breakdown = table.breakdown();
    Formats formats = texts.formats();
    List<Kpis.Group> all = new ArrayList<>(breakdown.groups());
    breakdown.other().ifPresent(all::add);
    all.add(breakdown.total());
    FigureTable cells = new FigureTable(page, texts, row, breakdown.kpis(), all);
    cells.header(formats.dimension(breakdown.dimension()));
    for (Kpis.Group group : breakdown.groups()) {
      cells.row(formats.group(breakdown.dimension(), group.name()), group);
    }
    int last = cells.last();
    int others = breakdown.groupCount() - breakdown.groups().size();
    breakdown
        .other()
        .ifPresent(
            other -> cells.row(formats.words().text("group.other", formats.number(others)), other));
    cells.total(formats.words().text("group.total"), breakdown.total());
    String title =
        texts.text(
            "table.title",
            breakdown.kpis().get(0).title(texts.locale()),
            formats.byDimension(breakdown.dimension()));
    if (last > row) {
      int first = row + 1;
      drawings.add(
          place ->
              Charts.bars(
                  page,
                  place,
                  amounts(title, breakdown.total().values().get(0)),
                  axes(false, breakdown.kpis().get(0)),
                  new CellRangeAddress(first, last, 0, 0),
                  new CellRangeAddress(first, last, 1, 1)));
    }
    ended(cells, 3);
  }

  private void history(History history) {
    Formats formats = texts.formats();
    Period.Kind unit = history.rows().get(0).period().kind();
    List<Kpis.Group> all =
        history.rows().stream()
            .map(one -> new Kpis.Group(formats.periodTitle(one.period()), one.values()))
            .toList();
    FigureTable cells = new FigureTable(page, texts, row, history.kpis(), all);
    cells.header(formats.words().text("history." + unit));
    all.forEach(period -> cells.row(period.name(), period));
    ended(cells, 2);
  }

  private void ended(FigureTable cells, int gap) {
    row = cells.last() + gap;
    columns = Math.max(columns, cells.width());
  }

  /** Amounts say their currency above the chart, so that its axis need not repeat it. */
  private static String amounts(String title, KpiValue value) {
    return value.currency().map(code -> title + ", " + code).orElse(title);
  }

  private Charts.Axes axes(boolean isMonths, KpiDescriptor kpi) {
    Words words = texts.formats().words();
    return new Charts.Axes(
        isMonths ? NumberFormats.month(words) : NumberFormats.day(words),
        NumberFormats.axis(kpi.unit()));
  }

  private void trend(ReportContent content, Trend trend) {
    Formats formats = texts.formats();
    String title = TrendText.title(texts, trend);
    boolean whole = trend.unit().isPresent();
    String name =
        whole ? formats.points(trend, trend.current()) : formats.periodTitle(content.period());
    String pastName =
        whole && !trend.lastYear().isEmpty()
            ? formats.points(trend, trend.lastYear())
            : content.yearEarlier().map(formats::periodTitle).orElse("");
    boolean past = !trend.lastYear().isEmpty();
    boolean isMonths =
        trend.bucket() == Grain.MONTH
            || trend.unit().filter(unit -> unit != Period.Kind.WEEK).isPresent();
    int first = row + 1;
    new TrendTable(page, texts, row).write(trend, name, pastName);
    int last = row + trend.current().size();
    List<Charts.Series> series = new ArrayList<>();
    series.add(new Charts.Series(name, new CellRangeAddress(first, last, 1, 1), false));
    if (past) {
      series.add(new Charts.Series(pastName, new CellRangeAddress(first, last, 2, 2), true));
    }
    drawings.add(
        place ->
            Charts.line(
                page,
                place,
                title,
                axes(isMonths, trend.kpi()),
                new CellRangeAddress(first, last, 0, 0),
                series));
    columns = Math.max(columns, TrendTable.width(trend));
    row = last + 2;
  }
}
