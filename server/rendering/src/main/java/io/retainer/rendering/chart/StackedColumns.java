package io.retainer.rendering.chart;

import io.retainer.rendering.chart.Canvas.Anchor;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleFunction;

/**
 * Amounts side by side, each made of the same parts; what is below zero hangs below the line.
 *
 * @param parts their names, the lowest one first
 * @param axis how a number of the axis is written
 * @param whole whether values between whole numbers mean nothing
 */
public record StackedColumns(
    List<String> parts, List<Column> columns, DoubleFunction<String> axis, boolean whole)
    implements Panel {

  /** Neighbours differ in lightness, so that print without colour tells them apart. */
  private static final List<Ink> INKS =
      List.of(Ink.HEAT_6, Ink.HEAT_3, Ink.HEAT_4, Ink.HEAT_2, Ink.PAST);

  private static final Set<Ink> PALE = Set.of(Ink.HEAT_2, Ink.HEAT_3);
  private static final double EDGE = 0.6;
  private static final double HEIGHT = 168;
  private static final double LEGEND = 132;
  private static final double TEXT = 7.5;
  private static final double TOP = 14;
  private static final double BOTTOM = 20;
  private static final double LINE = 15;

  /** From one line of a hatched column to the next. */
  private static final double HATCH = 6;

  public StackedColumns {
    parts = List.copyOf(parts);
    columns = List.copyOf(columns);
  }

  /**
   * @param amounts one for each part; none where there is no data
   * @param total as it is written above the column
   * @param isCut whether it has a part of its days only, so that it is lower than the others
   */
  public record Column(String name, List<Double> amounts, String total, boolean isCut) {

    public Column {
      amounts = List.copyOf(amounts);
    }

    double above() {
      return amounts.stream().mapToDouble(amount -> Math.max(0, amount)).sum();
    }

    double below() {
      return amounts.stream().mapToDouble(amount -> Math.min(0, amount)).sum();
    }
  }

  /** The colour of a part, the lowest one first. */
  public static Ink ink(int part) {
    return INKS.get(part);
  }

  @Override
  public double height(double width) {
    return width < NARROW ? HEIGHT + 8 + parts.size() * LINE : HEIGHT;
  }

  @Override
  public int growth() {
    return 60;
  }

  @Override
  public void draw(Canvas canvas) {
    double most = columns.stream().mapToDouble(Column::above).max().orElse(1);
    double least = columns.stream().mapToDouble(Column::below).min().orElse(0);
    Scale scale = Scale.over(least, most, true, whole, false);
    boolean isNarrow = canvas.width() < NARROW;
    double right = isNarrow ? canvas.width() : canvas.width() - LEGEND - 20;
    double bottom = isNarrow ? HEIGHT : canvas.height();
    double left =
        8
            + scale.ticks().stream()
                .mapToDouble(tick -> canvas.widthOf(axis.apply(tick), TEXT))
                .max()
                .orElse(20);
    Frame frame = new Frame(left, right, bottom - BOTTOM, scale);
    grid(canvas, frame);
    columns(canvas, frame);
    if (isNarrow) {
      legend(canvas, left, HEIGHT + 12);
    } else {
      legend(canvas, right + 20, TOP + 6);
    }
  }

  private record Frame(double left, double right, double bottom, Scale scale) {

    double y(double value) {
      return bottom - (bottom - TOP) * scale.position(value);
    }
  }

  private void grid(Canvas canvas, Frame frame) {
    for (double tick : frame.scale().ticks()) {
      double y = frame.y(tick);
      Ink ink = tick == 0 ? Ink.AXIS : Ink.GRID;
      canvas.stroke(new Line2D.Double(frame.left(), y, frame.right(), y), ink, 0.6, 0);
      canvas.text(axis.apply(tick), frame.left() - 6, y + 2.6, TEXT, Ink.MUTED, Anchor.END);
    }
  }

  private void columns(Canvas canvas, Frame frame) {
    double slot = (frame.right() - frame.left()) / columns.size();
    double width = Math.min(44, slot * 0.62);
    double widest = widest(canvas, columns.stream().map(Column::name).toList());
    int every = Math.max(1, (int) Math.ceil((widest + 6) / slot));
    boolean isRoomy = widest(canvas, columns.stream().map(Column::total).toList()) + 4 <= slot;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      double middle = frame.left() + slot * (i + 0.5);
      stack(canvas, frame, column, middle - width / 2, width);
      if (i % every == 0) {
        canvas.text(column.name(), middle, frame.bottom() + 13, TEXT, Ink.MUTED, Anchor.MIDDLE);
      }
      if (isRoomy && !column.amounts().isEmpty()) {
        double y = frame.y(column.above()) - 3.5;
        canvas.text(column.total(), middle, y, TEXT, Ink.TEXT, Anchor.MIDDLE);
      }
    }
  }

  private static double widest(Canvas canvas, List<String> texts) {
    return texts.stream().mapToDouble(text -> canvas.widthOf(text, TEXT)).max().orElse(0);
  }

  private static void stack(Canvas canvas, Frame frame, Column column, double left, double width) {
    double up = 0;
    double down = 0;
    for (int part = 0; part < column.amounts().size(); part++) {
      double amount = column.amounts().get(part);
      double from = amount < 0 ? down : up;
      double top = frame.y(Math.max(from, from + amount));
      double bottom = frame.y(Math.min(from, from + amount));
      // A hair of paper between two parts.
      double height = Math.max(0, bottom - top - 0.5);
      if (height > 0) {
        box(canvas, new Rectangle2D.Double(left, top, width, height), part);
      }
      up = amount < 0 ? up : from + amount;
      down = amount < 0 ? from + amount : down;
    }
    if (column.isCut()) {
      hatch(canvas, left, frame.y(up), width, frame.y(down));
    }
  }

  /** One that is nearly as pale as paper has an edge. */
  private static void box(Canvas canvas, Rectangle2D.Double box, int part) {
    Ink ink = INKS.get(part);
    canvas.fill(box, ink);
    if (PALE.contains(ink) && box.height > EDGE && box.width > EDGE) {
      canvas.stroke(
          new Rectangle2D.Double(
              box.x + EDGE / 2, box.y + EDGE / 2, box.width - EDGE, box.height - EDGE),
          Ink.HEAT_4,
          EDGE,
          0);
    }
  }

  /** Paper shows through in lines that fall to the right. */
  private static void hatch(Canvas canvas, double left, double top, double width, double bottom) {
    double height = bottom - top;
    for (double along = HATCH; along < width + height; along += HATCH) {
      double begin = Math.max(0, along - height);
      double end = Math.min(width, along);
      if (end - begin > 1) {
        canvas.stroke(
            new Line2D.Double(
                left + begin, bottom - along + begin, left + end, bottom - along + end),
            Ink.PAPER,
            1,
            0);
      }
    }
  }

  /** In the order of the stack, so that shades need not be matched one by one. */
  private void legend(Canvas canvas, double left, double top) {
    double y = top;
    for (int part = parts.size() - 1; part >= 0; part--) {
      box(canvas, new Rectangle2D.Double(left, y - 6.4, 8, 8), part);
      String name = FittedText.within(canvas, parts.get(part), TEXT, canvas.width() - left - 14);
      canvas.text(name, left + 13, y, TEXT, Ink.TEXT, Anchor.START);
      y += LINE;
    }
  }
}
