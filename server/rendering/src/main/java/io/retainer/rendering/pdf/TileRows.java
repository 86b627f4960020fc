package io.retainer.rendering.pdf;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.ReportContent.Comparison;
import io.retainer.model.report.Tile;
import io.retainer.model.time.Period;
import io.retainer.rendering.chart.Sparkline;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.Formats;
import java.util.Map;
import java.util.Optional;

/** Figures as {@code tiles.jrxml} lays them out. */
final class TileRows {

  /** Marks a figure that rests on a part of the period; the remarks say which part. */
  static final String PARTIAL_MARK = "\u00a0*";

  private final ReportContent content;
  private final ReportTexts texts;
  private final Formats formats;

  TileRows(ReportContent content, ReportTexts texts) {
    this.content = content;
    this.texts = texts;
    this.formats = texts.formats();
  }

  /** With a sparkline. */
  Map<String, ?> tall(Tile tile) {
    Map<String, Object> row = row("isTall", tile.figure());
    row.put("sparkline", new DrawnImage(new Sparkline(tile.figure().kpi(), tile.trail())));
    return row;
  }

  /** Without one. */
  Map<String, ?> low(KpiFigure figure) {
    return row("isLow", figure);
  }

  private Map<String, Object> row(String kind, KpiFigure figure) {
    KpiValue current = figure.current();
    Map<String, Object> row =
        Blocks.block(
            kind,
            "label",
            figure.kpi().title(texts.locale()),
            "value",
            formats.value(current, figure.kpi().unit())
                + (current.status() == KpiValue.Status.PARTIAL ? PARTIAL_MARK : ""),
            "isFaint",
            current.value().isEmpty() || isTooSmall(figure.deltaPrevious()));
    if (current.value().isEmpty()) {
      row.put("note", texts.text("tile.no-data"));
      return row;
    }
    if (content.compares(Comparison.PREVIOUS)) {
      compare(row, "previous", content.previous(), figure, figure.deltaPrevious());
    }
    if (content.compares(Comparison.LAST_YEAR)) {
      compare(row, "lastYear", content.lastYear(), figure, figure.deltaPreviousYear());
    }
    return row;
  }

  private void compare(
      Map<String, Object> row,
      String side,
      Period period,
      KpiFigure figure,
      Optional<Delta> delta) {
    row.put(side + "Label", Formats.capitalised(formats.shortPeriod(period)));
    row.put(
        side + "Delta",
        delta
            .map(
                change ->
                    formats.arrow(change)
                        + " "
                        + formats.delta(change, figure.kpi().unit(), figure.current().currency()))
            .orElse(Formats.NOTHING));
    Optional<Delta> visible = delta.filter(change -> formats.shownSign(change) != 0);
    row.put(side + "IsGood", is(visible, Delta.Judgement.GOOD));
    row.put(side + "IsBad", is(visible, Delta.Judgement.BAD));
  }

  private static boolean isTooSmall(Optional<Delta> delta) {
    return is(delta, Delta.Judgement.TOO_SMALL);
  }

  private static boolean is(Optional<Delta> delta, Delta.Judgement judgement) {
    return delta.map(Delta::judgement).filter(found -> found == judgement).isPresent();
  }
}
