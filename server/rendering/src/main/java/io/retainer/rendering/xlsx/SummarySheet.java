package io.retainer.rendering.xlsx;

import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.model.target.Assessment;
import io.retainer.rendering.overview.ComparedText;
import io.retainer.rendering.overview.ScorecardText;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import io.retainer.rendering.xlsx.Book.Look;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * What the scorecard says, every value a formula on the KPI sheet, and the last months behind it.
 */
final class SummarySheet {

  private static final int FIRST = 8;
  private static final int LOGOS = 4;

  /** Columns that the longest words about a target take. */
  private static final int WORDS = 5;

  private static final int CHART_ROWS = 17;
  private static final int CHART_WIDTH = 7;

  private final Page page;
  private final ReportTexts texts;
  private final KpiSheet kpis;
  private int end;
  private int printed = CHART_WIDTH;
  private final List<PagesDown.Block> whole = new ArrayList<>();

  SummarySheet(Page page, ReportTexts texts, KpiSheet kpis) {
    this.page = page;
    this.texts = texts;
    this.kpis = kpis;
  }

  /** Names all other sheets, each leading to it, when all of them are there. */
  void contents() {
    page.text(end, 0, texts.text("contents"), Look.BOLD);
    int row = end + 1;
    for (Sheet sheet : page.book().workbook()) {
      if (sheet != page.sheet()) {
        page.link(row++, 0, sheet.getSheetName());
      }
    }
    whole.add(new PagesDown.Block(end, row));
    page.printUpTo(row - 1, printed, List.of(0, CHART_WIDTH), whole);
  }

  void write(ReportContent content) {
    Formats formats = texts.formats();
    page.text(0, 0, content.client().name(), Look.TITLE);
    page.text(1, 0, texts.text("title"), Look.MUTED);
    line(2, "cover.period", formats.span(content.period().span()));
    int header = 3;
    for (ComparedText compared : ComparedText.of(content, texts)) {
      page.text(header, 0, compared.label(), Look.MUTED);
      page.text(header++, 1, compared.days(), Look.PLAIN);
    }
    line(
        header,
        "cover.as-of",
        content
            .dataAsOf()
            .map(moment -> formats.moment(moment, content.client().zone()))
            .orElse(texts.text("cover.no-data")));
    List<String> columns = new ArrayList<>(List.of("figure", "value"));
    content.bases().forEach(base -> columns.addAll(KpiSheet.heads(base)));
    for (int i = 0; i < columns.size(); i++) {
      page.text(
          FIRST - 1,
          i,
          texts.text("column." + columns.get(i)),
          i == 0 ? Look.HEADER : Look.NUMBER_HEADER);
    }
    // The words come last, as they run on over the empty cells beside them.
    int bars = columns.size();
    if (content.tiles().stream().anyMatch(one -> hasTarget(content, one.figure()))) {
      printed = bars + WORDS;
      page.text(FIRST - 1, bars, texts.text("column.target-reached"), Look.NUMBER_HEADER);
      page.text(FIRST - 1, bars + 1, texts.text("column.target"), Look.INDENTED_HEADER);
    }
    int row = FIRST;
    DeltaColours colours = new DeltaColours(page.sheet());
    for (Tile tile : content.tiles()) {
      figure(tile.figure(), row, colours);
      int line = row;
      content
          .target(tile.figure().kpi().id())
          .map(target -> TargetText.of(texts, tile.figure(), target).text())
          .ifPresent(text -> page.text(line, bars + 1, text, Look.INDENTED));
      content
          .target(tile.figure().kpi().id())
          .ifPresent(target -> reached(tile.figure(), target, line, bars));
      row++;
    }
    if (content.tiles().stream().anyMatch(one -> hasTarget(content, one.figure()))) {
      TargetBars.over(page, new CellRangeAddress(FIRST, row - 1, bars, bars));
    }
    colours.apply();
    row = FindingLines.write(page, row + 1, ScorecardText.of(content, texts));
    if (!content.commentary().summary().isEmpty()) {
      page.text(row, 0, texts.text("summary.title"), Look.BOLD);
      row = ProseRows.write(page, row + 1, content.commentary().summary());
    }
    end = trail(content, row + 1);
    page.widths(36, 16, 16, 15, 16, 15, 14, 14, 14, 14, 14, 14, 14, 14);
    SheetLogos.write(page, content, texts, 1, LOGOS);
    page.sheet().createFreezePane(1, FIRST);
    page.print(content, texts, -1);
  }

  private void reached(KpiFigure figure, Assessment target, int row, int column) {
    target
        .share()
        .map(share -> share.setScale(2, target.shareRounding()))
        .ifPresent(
            rounded ->
                kpis.reference(figure.kpi().id(), kpis.reached())
                    .ifPresent(
                        reference ->
                            page.formula(
                                row,
                                column,
                                "%s(%s,2)".formatted(function(target, rounded), reference),
                                rounded.doubleValue(),
                                "0%",
                                Look.PLAIN)));
  }

  /** It rounds as the words beside it do; to a spreadsheet, up is away from zero. */
  private static String function(Assessment target, BigDecimal share) {
    boolean isUp = target.shareRounding() == RoundingMode.CEILING;
    return isUp == (share.signum() >= 0) ? "ROUNDUP" : "ROUNDDOWN";
  }

  private static boolean hasTarget(ReportContent content, KpiFigure figure) {
    return content.target(figure.kpi().id()).isPresent();
  }

  private void line(int row, String key, String text) {
    page.text(row, 0, texts.text(key), Look.MUTED);
    page.text(row, 1, text, Look.PLAIN);
  }

  private void figure(KpiFigure figure, int row, DeltaColours colours) {
    page.text(row, 0, figure.kpi().title(texts.locale()), Look.PLAIN);
    value(figure, figure.current(), row, 1, KpiSheet.VALUE, Look.BOLD);
    int column = 2;
    for (int i = 0; i < figure.compared().size(); i++) {
      Compared compared = figure.compared().get(i);
      value(figure, compared.value(), row, column++, KpiSheet.earlier(i), Look.PLAIN);
      colours.add(figure.kpi().better(), kpis.seen(compared), row, column);
      delta(figure, compared.delta(), row, column++, KpiSheet.change(i));
    }
  }

  private void value(KpiFigure figure, KpiValue value, int row, int column, int source, Look look) {
    String format = KpiSheet.format(figure, value);
    value.value().ifPresent(number -> refer(figure, number, row, column, source, format, look));
  }

  private void delta(KpiFigure figure, Optional<Delta> delta, int row, int column, int source) {
    delta
        .filter(change -> change.style() != Delta.Style.NEW)
        .ifPresent(
            change ->
                refer(
                    figure,
                    change.style() == Delta.Style.POINTS
                        ? change.amount().movePointRight(2)
                        : change.amount(),
                    row,
                    column,
                    source,
                    NumberFormats.of(
                        texts.formats(), change, figure.kpi().unit(), figure.current().currency()),
                    Look.PLAIN));
  }

  private void refer(
      KpiFigure figure,
      BigDecimal cached,
      int row,
      int column,
      int source,
      String format,
      Look look) {
    kpis.reference(figure.kpi().id(), source)
        .ifPresent(
            reference -> page.formula(row, column, reference, cached.doubleValue(), format, look));
  }

  /**
   * The months behind the sparklines, below each other so that all figures stand on one page, and a
   * chart of the first figure over them; the row below.
   */
  private int trail(ReportContent content, int first) {
    if (content.tiles().isEmpty() || content.tiles().get(0).trail().size() < 2) {
      return first;
    }
    List<Kpis.Point> months = content.tiles().get(0).trail();
    page.text(first, 0, texts.formats().words().text("history.MONTH.head"), Look.HEADER);
    for (int i = 0; i < months.size(); i++) {
      String format = NumberFormats.month(texts.formats().words());
      page.date(first + 1 + i, 0, months.get(i).start(), format, Look.LEFT);
    }
    for (int i = 0; i < content.tiles().size(); i++) {
      trail(content.tiles().get(i), first, i + 1);
    }
    int row = first + 1 + months.size();
    KpiFigure lead = content.tiles().get(0).figure();
    String title = lead.kpi().title(texts.locale());
    Charts.line(
        page,
        new Charts.Place(0, row + 1, CHART_WIDTH, row + 1 + CHART_ROWS),
        lead.current().currency().map(code -> title + ", " + code).orElse(title),
        new Charts.Axes(
            NumberFormats.month(texts.formats().words()), NumberFormats.axis(lead.kpi().unit())),
        new CellRangeAddress(first + 1, row - 1, 0, 0),
        List.of(new Charts.Series(title, new CellRangeAddress(first + 1, row - 1, 1, 1), false)));
    whole.add(new PagesDown.Block(first, row));
    whole.add(new PagesDown.Block(row + 1, row + 1 + CHART_ROWS));
    return row + CHART_ROWS + 3;
  }

  private void trail(Tile tile, int first, int column) {
    KpiUnit unit = tile.figure().kpi().unit();
    int decimals =
        NumberFormats.decimals(unit, tile.trail().stream().map(point -> point.value().value()));
    page.text(first, column, tile.figure().kpi().title(texts.locale()), Look.NUMBER_HEADER);
    for (int i = 0; i < tile.trail().size(); i++) {
      KpiValue value = tile.trail().get(i).value();
      String format = NumberFormats.of(unit, value.currency(), decimals);
      page.number(first + 1 + i, column, value.value(), format, Look.PLAIN);
    }
  }
}
