package io.retainer.rendering.chart;

import io.retainer.rendering.chart.Canvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in a grid, each on a shade by its size: the retention of customers by month.
 *
 * @param corner what the rows are
 * @param sizeHead what the number beside a row's name is
 * @param acrossHead what the columns are, together
 * @param columns names of the columns
 */
public record HeatMap(
    String corner, String sizeHead, String acrossHead, List<String> columns, List<Row> rows)
    implements Panel {

  private static final double NAME = 62;
  private static final double SIZE = 58;
  private static final double ROW = 16;
  private static final double HEAD = 30;
  private static final double TEXT = 7.2;
  private static final double WIDEST = 56;

  public HeatMap {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * @param size the number beside the name
   * @param isTotal whether it sums up the others
   */
  public record Row(String name, String size, List<Cell> cells, boolean isTotal) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * @param share of the largest value of the map
   * @param text empty where nothing is known; then there is no cell
   */
  public record Cell(double share, String text) {
    public static final Cell NONE = new Cell(0, "");

    /** Its box is a little smaller than its place, and its text a little smaller than its box. */
    void draw(Canvas canvas, double x, double y, double width, double height, double wanted) {
      if (text.isEmpty()) {
        return;
      }
      Heat heat = Heat.of(share);
      Rectangle2D box = new Rectangle2D.Double(x + 0.75, y + 0.75, width - 1.5, height - 1.5);
      canvas.fill(box, heat.ground());
      if (heat.ground() == Ink.PAPER) {
        canvas.stroke(box, Ink.GRID, 0.5, 0);
      }
      double size = FittedText.sizeWithin(canvas, text, wanted, width - 4);
      canvas.text(text, x + width / 2, y + height / 2 + 3, size, heat.text(), Anchor.MIDDLE);
    }
  }

  @Override
  public double height(double width) {
    return HEAD + rows.size() * ROW + 4;
  }

  /** A grid with all its columns is pushed aside rather than drawn too small. */
  @Override
  public boolean fitsNarrow() {
    return false;
  }

  @Override
  public List<Twin> twins() {
    List<String> heads = new ArrayList<>(List.of(corner, sizeHead));
    heads.addAll(columns);
    List<List<String>> lines = new ArrayList<>();
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.name(), row.size()));
      row.cells().forEach(cell -> line.add(cell.text()));
      lines.add(line);
    }
    return List.of(new Twin(heads, lines));
  }

  @Override
  public void draw(Canvas canvas) {
    double left = NAME + SIZE;
    double width = Math.min(WIDEST, (canvas.width() - left) / Math.max(1, columns.size()));
    head(canvas, left, width);
    double y = HEAD;
    for (Row row : rows) {
      if (row.isTotal()) {
        canvas.stroke(new Line2D.Double(0, y, left - 6, y), Ink.AXIS, 0.75, 0);
      }
      double base = y + ROW - 5;
      canvas.text(row.name(), 0, base, TEXT, Ink.TEXT, Anchor.START);
      canvas.text(row.size(), left - 10, base, TEXT, Ink.MUTED, Anchor.END);
      for (int i = 0; i < row.cells().size(); i++) {
        row.cells().get(i).draw(canvas, left + i * width, y, width, ROW, TEXT);
      }
      y += ROW;
    }
  }

  private void head(Canvas canvas, double left, double width) {
    double base = HEAD - 5;
    canvas.text(corner, 0, base, TEXT, Ink.MUTED, Anchor.START);
    double size = FittedText.sizeWithin(canvas, sizeHead, TEXT, SIZE - 12);
    canvas.text(sizeHead, left - 10, base, size, Ink.MUTED, Anchor.END);
    canvas.text(
        FittedText.within(canvas, acrossHead, TEXT, canvas.width() - left),
        left,
        base - 13,
        TEXT,
        Ink.MUTED,
        Anchor.START);
    for (int i = 0; i < columns.size(); i++) {
      double middle = left + i * width + width / 2;
      canvas.text(columns.get(i), middle, base, TEXT, Ink.MUTED, Anchor.MIDDLE);
    }
  }
}
