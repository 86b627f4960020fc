package io.retainer.rendering.chart;

import io.retainer.rendering.chart.Canvas.Anchor;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many customers have which scores, in a grid, beside what the groups of them are called.
 *
 * @param across what the columns are, the lowest score first
 * @param down what the rows are, the highest score first
 * @param counts rows of cells, the highest score first
 * @param heads of the numbers of the table
 */
public record SegmentMap(
    String across,
    String down,
    List<List<HeatMap.Cell>> counts,
    String head,
    List<String> heads,
    List<Line> lines)
    implements Panel {

  private static final double CELL_WIDTH = 34;
  private static final double WIDEST_CELL = 42;
  private static final double CELL_HEIGHT = 23;
  private static final double TOP = 28;
  private static final double LEFT = 14;
  private static final double GAP = 26;
  private static final double ROW = 21;

  /** The name of a group, and below it its rule. */
  private static final double TWO_LINES = 28;

  private static final double TEXT = 8;
  private static final double SMALL = 7.2;
  private static final double SMALLEST_NAME = 6.6;
  private static final double COLUMN = 64;

  /** Between two numbers beside each other. */
  private static final double APART = 12;

  public SegmentMap {
    counts = List.copyOf(counts);
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
  }

  /**
   * A group of customers.
   *
   * @param rule which scores it has
   */
  public record Line(String name, String rule, List<String> cells) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  @Override
  public double height(double width) {
    return width < NARROW
        ? gridHeight() + TOP + lines.size() * TWO_LINES + 6
        : TOP + Math.max(counts.size() * CELL_HEIGHT + 16, lines.size() * ROW) + 6;
  }

  private double gridHeight() {
    return TOP + counts.size() * CELL_HEIGHT + 22;
  }

  @Override
  public List<Twin> twins() {
    List<String> scores = new ArrayList<>(List.of(down + " / " + across));
    List<List<String>> grid = new ArrayList<>();
    for (int row = 0; row < counts.size(); row++) {
      scores.add(String.valueOf(row + 1));
      List<String> cells = new ArrayList<>(List.of(String.valueOf(counts.size() - row)));
      counts.get(row).forEach(cell -> cells.add(cell.text()));
      grid.add(cells);
    }
    List<String> names = new ArrayList<>(List.of(head, ""));
    names.addAll(heads);
    List<List<String>> groups = new ArrayList<>();
    for (Line line : lines) {
      List<String> cells = new ArrayList<>(List.of(line.name(), line.rule()));
      cells.addAll(line.cells());
      groups.add(cells);
    }
    return List.of(new Twin(scores, grid), new Twin(names, groups));
  }

  @Override
  public void draw(Canvas canvas) {
    if (canvas.width() < NARROW) {
      grid(canvas, (canvas.width() - LEFT) / 5);
      double column = canvas.width() * 0.64 / heads.size();
      table(
          canvas,
          0,
          gridHeight() + TOP - 8,
          TWO_LINES,
          heads.stream().map(head -> column).toList());
    } else {
      double cell = Math.min(WIDEST_CELL, Math.max(CELL_WIDTH, widest(canvas) + 6));
      grid(canvas, cell);
      table(canvas, LEFT + 5 * cell + GAP, TOP - 8, ROW, columns(canvas));
    }
  }

  private double widest(Canvas canvas) {
    return counts.stream()
        .flatMap(List::stream)
        .mapToDouble(count -> canvas.widthOf(count.text(), TEXT))
        .max()
        .orElse(0);
  }

  private void grid(Canvas canvas, double cell) {
    double width = 5 * cell;
    canvas.text(
        FittedText.within(canvas, "\u2193 " + down, SMALL, width + LEFT),
        0,
        TOP - 17,
        SMALL,
        Ink.MUTED,
        Anchor.START);
    for (int row = 0; row < counts.size(); row++) {
      double y = TOP - 8 + row * CELL_HEIGHT;
      canvas.text(
          String.valueOf(5 - row), 0, y + CELL_HEIGHT / 2 + 3, SMALL, Ink.MUTED, Anchor.START);
      for (int column = 0; column < counts.get(row).size(); column++) {
        counts.get(row).get(column).draw(canvas, LEFT + column * cell, y, cell, CELL_HEIGHT, TEXT);
      }
    }
    double below = TOP - 8 + counts.size() * CELL_HEIGHT + 10;
    for (int score = 1; score <= 5; score++) {
      double middle = LEFT + (score - 0.5) * cell;
      canvas.text(String.valueOf(score), middle, below, SMALL, Ink.MUTED, Anchor.MIDDLE);
    }
    canvas.text(
        FittedText.within(canvas, "\u2192 " + across, SMALL, width),
        LEFT,
        below + 11,
        SMALL,
        Ink.MUTED,
        Anchor.START);
  }

  /** As wide as their numbers, so that names have the rest. */
  private List<Double> columns(Canvas canvas) {
    return IntStream.range(0, heads.size())
        .mapToObj(
            i ->
                lines.stream()
                    .mapToDouble(line -> canvas.widthOf(line.cells().get(i), TEXT))
                    .reduce(canvas.widthOf(heads.get(i), SMALL), Math::max))
        .map(widest -> Math.min(COLUMN, widest + APART))
        .toList();
  }

  private void table(Canvas canvas, double left, double top, double row, List<Double> columns) {
    double right = canvas.width();
    canvas.text(head, left, top - 7, SMALL, Ink.MUTED, Anchor.START);
    cells(canvas, heads, top - 7, SMALL, Ink.MUTED, columns);
    canvas.stroke(new Line2D.Double(left, top, right, top), Ink.AXIS, 0.75, 0);
    double names = right - columns.stream().mapToDouble(Double::doubleValue).sum() - left - 4;
    double y = top;
    for (Line line : lines) {
      double base = row == ROW ? y + ROW / 2 + 3 : y + 12;
      double rule = row == ROW ? canvas.widthOf(line.rule(), SMALL) + 8 : 0;
      double size =
          Math.max(SMALLEST_NAME, FittedText.sizeWithin(canvas, line.name(), TEXT, names - rule));
      String name = FittedText.within(canvas, line.name(), size, names - rule);
      canvas.text(name, left, base, size, Ink.TEXT, Anchor.START);
      if (row == ROW) {
        canvas.text(line.rule(), left + names, base, SMALL, Ink.MUTED, Anchor.END);
      } else {
        canvas.text(line.rule(), left, base + 10, SMALL, Ink.MUTED, Anchor.START);
      }
      cells(canvas, line.cells(), base, TEXT, Ink.TEXT, columns);
      y += row;
      canvas.stroke(new Line2D.Double(left, y, right, y), Ink.GRID, 0.5, 0);
    }
  }

  private void cells(
      Canvas canvas,
      List<String> cells,
      double base,
      double wanted,
      Ink ink,
      List<Double> columns) {
    double end = canvas.width();
    for (int i = cells.size() - 1; i >= 0; i--) {
      double size = FittedText.sizeWithin(canvas, cells.get(i), wanted, columns.get(i) - 6);
      canvas.text(cells.get(i), end, base, size, ink, Anchor.END);
      end -= columns.get(i);
    }
  }
}
