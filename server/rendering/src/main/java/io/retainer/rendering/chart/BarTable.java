package io.retainer.rendering.chart;

import io.retainer.rendering.chart.Canvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Bars with their names and numbers: the steps of a funnel, the largest products.
 *
 * @param head what the rows are
 * @param heads what the numbers are
 */
public record BarTable(String head, List<String> heads, List<Row> rows) implements Panel {

  private static final double ROW = 21;

  /** The name, and below it bar and numbers. */
  private static final double TWO_LINES = 33;

  private static final double HEAD = 24;
  private static final double COLUMN = 72;
  private static final double TEXT = 8.2;
  private static final double SMALL = 7.2;
  private static final double BAR = 10;

  public BarTable {
    heads = List.copyOf(heads);
    rows = List.copyOf(rows);
  }

  /**
   * @param share length of the bar, 0 to 1
   * @param cells one for each head
   * @param isMuted whether it is not one thing but the rest
   */
  public record Row(String name, double share, List<String> cells, boolean isMuted) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  @Override
  public double height(double width) {
    return HEAD + rows.size() * (width < NARROW ? TWO_LINES : ROW) + 4;
  }

  @Override
  public List<Twin> twins() {
    List<String> names = new ArrayList<>(List.of(head));
    names.addAll(heads);
    List<List<String>> lines = new ArrayList<>();
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.name()));
      line.addAll(row.cells());
      lines.add(line);
    }
    return List.of(new Twin(names, lines));
  }

  @Override
  public void draw(Canvas canvas) {
    double right = canvas.width();
    boolean isNarrow = right < NARROW;
    double column = isNarrow ? Math.min(80, right * 0.66 / heads.size()) : COLUMN;
    double barRight = right - heads.size() * column - 8;
    double barLeft = isNarrow ? 0 : barRight * 0.46;
    Canvas bold = canvas.bold();
    bold.text(
        FittedText.within(bold, head, SMALL, isNarrow ? barRight : barLeft),
        0,
        HEAD - 8,
        SMALL,
        Ink.MUTED,
        Anchor.START);
    for (int i = 0; i < heads.size(); i++) {
      double end = right - (heads.size() - 1 - i) * column;
      double size = FittedText.sizeWithin(bold, heads.get(i), SMALL, column - 6);
      bold.text(heads.get(i), end, HEAD - 8, size, Ink.MUTED, Anchor.END);
    }
    canvas.stroke(new Line2D.Double(0, HEAD - 1, right, HEAD - 1), Ink.AXIS, 0.75, 0);
    double y = HEAD;
    for (Row row : rows) {
      double bars = isNarrow ? y + TWO_LINES - ROW : y;
      double names = isNarrow ? right : barLeft - 10;
      name(canvas, row, isNarrow ? y + 12 : y + ROW / 2 + 3, names);
      bar(canvas, row, bars, barLeft, barRight);
      cells(canvas, row, bars + ROW / 2 + 3, column);
      y = bars + ROW;
      canvas.stroke(new Line2D.Double(0, y, right, y), Ink.GRID, 0.5, 0);
    }
  }

  private static void name(Canvas canvas, Row row, double base, double width) {
    String name = FittedText.within(canvas, row.name(), TEXT, width);
    canvas.text(name, 0, base, TEXT, ink(row), Anchor.START);
  }

  private static void bar(Canvas canvas, Row row, double y, double left, double right) {
    double length = Math.max(0, Math.min(1, row.share())) * (right - left);
    if (length > 0) {
      canvas.fill(
          new Rectangle2D.Double(left, y + (ROW - BAR) / 2, Math.max(1, length), BAR),
          row.isMuted() ? Ink.PAST : Ink.ACCENT);
    }
  }

  private void cells(Canvas canvas, Row row, double base, double column) {
    for (int i = 0; i < row.cells().size(); i++) {
      double end = canvas.width() - (heads.size() - 1 - i) * column;
      double size = FittedText.sizeWithin(canvas, row.cells().get(i), TEXT, column - 6);
      canvas.text(row.cells().get(i), end, base, size, ink(row), Anchor.END);
    }
  }

  private static Ink ink(Row row) {
    return row.isMuted() ? Ink.MUTED : Ink.TEXT;
  }
}
