package io.retainer.rendering.chart;

import io.retainer.rendering.chart.Canvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rows of numbers in groups, each group under its name, each row with a bar: what rose and what
 * fell, what was booked and what is claimed.
 *
 * @param head what the rows are
 * @param heads what the numbers are
 * @param total below all groups, where there is one
 */
public record GroupTable(String head, List<String> heads, List<Group> groups, Optional<Row> total)
    implements Panel {

  private static final double HEAD = 22;
  private static final double TITLE = 17;
  private static final double ROW = 17;

  /** Rows may be as far apart as those of tables that go on over the page. */
  private static final int ROOMY = 4;

  /** The name, and below it the numbers. */
  private static final double TWO_LINES = 29;

  private static final double TEXT = 8.2;
  private static final double SMALL = 7.2;
  private static final double SMALLEST_NAME = 6.6;
  private static final double BAR = 46;
  private static final double THICK = 8;
  private static final double GAP = 8;

  public GroupTable {
    heads = List.copyOf(heads);
    groups = groups.stream().filter(group -> !group.rows().isEmpty()).toList();
  }

  /**
   * @param isSoft whether its bars are those of the second of two groups
   */
  public record Group(String title, boolean isSoft, List<Row> rows) {
    public Group {
      rows = List.copyOf(rows);
    }
  }

  /**
   * @param share length of the bar, 0 to 1
   * @param cells one for each head
   * @param isFaint whether it is not judged
   */
  public record Row(String name, double share, List<String> cells, boolean isFaint) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  private static double row(double width) {
    return width < NARROW ? TWO_LINES : ROW;
  }

  private int rows() {
    return groups.stream().mapToInt(group -> group.rows().size()).sum()
        + (total.isPresent() ? 1 : 0);
  }

  @Override
  public double height(double width) {
    return HEAD + groups.size() * TITLE + rows() * row(width) + 4;
  }

  @Override
  public int growth() {
    return ROOMY * rows();
  }

  /** What each row has of a canvas that is higher than it has to be. */
  private double more(Canvas canvas) {
    return Math.floor(Math.max(0, canvas.height() - height(canvas.width())) / Math.max(1, rows()));
  }

  /** A table for each group, whose name heads its rows; each ends with the total. */
  @Override
  public List<Twin> twins() {
    return groups.stream().map(this::twin).toList();
  }

  private Twin twin(Group group) {
    List<String> names = new ArrayList<>(List.of(group.title()));
    names.addAll(heads);
    List<List<String>> lines = new ArrayList<>();
    Stream.concat(group.rows().stream(), total.stream())
        .forEach(
            row -> {
              List<String> line = new ArrayList<>(List.of(row.name()));
              line.addAll(row.cells());
              lines.add(line);
            });
    return new Twin(names, lines);
  }

  /** Narrow pages give all their width to the numbers. */
  private double column(double width) {
    return width < NARROW ? Math.min(80, width / heads.size()) : heads.size() > 3 ? 60 : 76;
  }

  @Override
  public void draw(Canvas canvas) {
    double right = canvas.width();
    double column = column(right);
    double left = right - heads.size() * column;
    if (right >= NARROW) {
      String name = FittedText.within(canvas.bold(), head, SMALL, left - GAP);
      canvas.bold().text(name, 0, HEAD - 8, SMALL, Ink.MUTED, Anchor.START);
    }
    numbers(canvas.bold(), heads, HEAD - 8, SMALL, Ink.MUTED);
    line(canvas, HEAD - 1, Ink.AXIS, 0.75);
    double y = HEAD;
    for (Group group : groups) {
      String title = FittedText.within(canvas, group.title(), SMALL, right);
      canvas.text(title, 0, y + TITLE - 5, SMALL, Ink.MUTED, Anchor.START);
      y += TITLE;
      for (Row row : group.rows()) {
        y = row(canvas, row, y, group.isSoft() ? Ink.PAST : Ink.ACCENT);
      }
    }
    if (total.isPresent()) {
      line(canvas, y, Ink.AXIS, 1);
      row(canvas.bold(), total.get(), y, Ink.PAPER);
    }
  }

  private double row(Canvas canvas, Row row, double y, Ink bar) {
    double right = canvas.width();
    boolean isNarrow = right < NARROW;
    double more = more(canvas);
    double bottom = y + row(right) + more;
    double barLeft = right - heads.size() * column(right) - BAR;
    Ink ink = row.isFaint() ? Ink.MUTED : Ink.TEXT;
    name(canvas, row.name(), y + 12 + more / 2, isNarrow ? right : barLeft - GAP, ink);
    double length = Math.max(0, Math.min(1, row.share())) * BAR;
    if (!isNarrow && length > 0) {
      double top = y + (ROW + more - THICK) / 2;
      double wide = Math.max(1, length);
      canvas.fill(new Rectangle2D.Double(barLeft, top, wide, THICK), bar);
    }
    numbers(canvas, row.cells(), bottom - 5 - more / 2, TEXT, ink);
    line(canvas, bottom, Ink.GRID, 0.5);
    return bottom;
  }

  /** Smaller letters before fewer of them. */
  private static void name(Canvas canvas, String name, double base, double width, Ink ink) {
    double size = Math.max(SMALLEST_NAME, FittedText.sizeWithin(canvas, name, TEXT, width));
    canvas.text(FittedText.within(canvas, name, size, width), 0, base, size, ink, Anchor.START);
  }

  private void numbers(Canvas canvas, List<String> cells, double base, double wanted, Ink ink) {
    double column = column(canvas.width());
    for (int i = 0; i < cells.size(); i++) {
      double end = canvas.width() - (heads.size() - 1 - i) * column;
      double size = FittedText.sizeWithin(canvas, cells.get(i), wanted, column - 6);
      canvas.text(cells.get(i), end, base, size, ink, Anchor.END);
    }
  }

  private static void line(Canvas canvas, double y, Ink ink, double width) {
    canvas.stroke(new Line2D.Double(0, y, canvas.width(), y), ink, width, 0);
  }
}
