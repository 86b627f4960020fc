package io.retainer.rendering.pdf;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.report.ReportContent;
import io.retainer.model.report.Tile;
import io.retainer.rendering.chart.Sparkline;
import io.retainer.rendering.overview.FigureText;
import io.retainer.rendering.overview.TargetText;
import io.retainer.rendering.template.ReportTexts;
import io.retainer.rendering.words.NoBreaks;
import java.util.List;
import java.util.Map;

/** Figures as {@code tiles.jrxml} lays them out. */
final class TileRows {

  /** The layout's names of the two comparisons, the upper one first, whatever they are. */
  private static final List<String> SIDES = List.of("previous", "lastYear");

  private final ReportContent content;
  private final ReportTexts texts;

  TileRows(ReportContent content, ReportTexts texts) {
    this.content = content;
    this.texts = texts;
  }

  /**
   * With a sparkline.
   *
   * @param isTaller than usual, where a page would be left empty
   */
  Map<String, ?> tall(Tile tile, boolean isTaller) {
    Map<String, Object> row = row(isTaller ? "isTaller" : "isTall", tile.figure());
    // A target takes some of the sparkline's room.
    row.put(
        row.containsKey("target") ? "lowSparkline" : "sparkline",
        new DrawnImage(new Sparkline(tile.figure().kpi(), tile.trail())));
    return row;
  }

  /**
   * Without sparklines. Where one has a target all leave room for it, so that the figures beside
   * each other stand at one height.
   */
  List<Map<String, ?>> low(List<KpiFigure> figures) {
    List<Map<String, Object>> rows = figures.stream().map(figure -> row("isLow", figure)).toList();
    boolean hasTarget = rows.stream().anyMatch(row -> row.containsKey("target"));
    rows.forEach(row -> row.put(hasTarget ? "isLowWithTarget" : "isLowWithout", true));
    return List.copyOf(rows);
  }

  private Map<String, Object> row(String kind, KpiFigure figure) {
    FigureText text = FigureText.of(content, texts, figure);
    Map<String, Object> row =
        Blocks.block(kind, "label", text.label(), "value", text.value(), "isFaint", text.faint());
    if (!text.known()) {
      row.put("note", NoBreaks.in(text.note()));
    }
    TargetText.of(content, texts, figure).ifPresent(target -> aim(row, target));
    for (int i = 0; i < text.changes().size(); i++) {
      compare(row, SIDES.get(i), text.changes().get(i));
    }
    return row;
  }

  private static void aim(Map<String, Object> row, TargetText target) {
    row.put("target", NoBreaks.in(target.text()));
    row.put("targetIsGood", target.look() == FigureText.Look.GOOD);
    row.put("targetIsBad", target.look() == FigureText.Look.BAD);
    target.bar().ifPresent(bar -> row.put("bullet", new DrawnImage(bar)));
  }

  private static void compare(Map<String, Object> row, String side, FigureText.Change change) {
    row.put(side + "Label", change.period());
    row.put(side + "Delta", change.text());
    row.put(side + "IsGood", change.look() == FigureText.Look.GOOD);
    row.put(side + "IsBad", change.look() == FigureText.Look.BAD);
  }
}
