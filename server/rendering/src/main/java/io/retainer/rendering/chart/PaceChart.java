package io.retainer.rendering.chart;

import io.retainer.rendering.chart.Canvas.Anchor;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * An amount adding up towards its goal, beside an even course; and the same in numbers.
 *
 * @param goal what is wanted at the end
 * @param goalName what the line of the goal is called
 * @param spots day of the period, from 1, and what there was at its end; none without days
 * @param length days of the period
 * @param axis how a number of the axis is written
 * @param dayNames what stands below the first, a middle and the last day
 */
public record PaceChart(
    double goal,
    String goalName,
    List<Spot> spots,
    long length,
    DoubleFunction<String> axis,
    List<String> dayNames,
    List<Fact> facts)
    implements Panel {

  private static final double HEIGHT = 158;
  private static final double FACT = 24;
  private static final double FACTS = 132;
  private static final double TEXT = 7.5;
  private static final double TOP = 16;
  private static final double BOTTOM = 20;

  public PaceChart {
    spots = List.copyOf(spots);
    dayNames = List.copyOf(dayNames);
    facts = List.copyOf(facts);
  }

  /** What there was at the end of a day. */
  public record Spot(long day, double soFar) {}

  /** A number and what it is. */
  public record Fact(String name, String value) {}

  @Override
  public double height(double width) {
    double line = FACT + 14;
    if (spots.isEmpty()) {
      return line;
    }
    return width < NARROW ? line + HEIGHT : HEIGHT;
  }

  @Override
  public List<Twin> twins() {
    return List.of(
        new Twin(
            List.of(), facts.stream().map(fact -> List.of(fact.name(), fact.value())).toList()));
  }

  @Override
  public int growth() {
    return spots.isEmpty() ? 0 : 60;
  }

  @Override
  public void draw(Canvas canvas) {
    boolean isNarrow = canvas.width() < NARROW;
    if (spots.isEmpty() || isNarrow) {
      line(canvas);
      if (!spots.isEmpty()) {
        chart(canvas, canvas.width() - 3, FACT + 14 + TOP);
      }
      return;
    }
    double y = 12;
    double left = canvas.width() - FACTS;
    for (Fact fact : facts) {
      fact(canvas, fact, left, y, FACTS);
      y += FACT + 5;
    }
    chart(canvas, left - 20, TOP);
  }

  /** The numbers beside each other, where no line is drawn or the line stands below them. */
  private void line(Canvas canvas) {
    double width = canvas.width() / facts.size();
    for (int i = 0; i < facts.size(); i++) {
      fact(canvas, facts.get(i), i * width, 12, width - 8);
    }
  }

  private static void fact(Canvas canvas, Fact fact, double x, double y, double width) {
    canvas.text(
        FittedText.within(canvas, fact.name(), TEXT, width), x, y, TEXT, Ink.MUTED, Anchor.START);
    double size = FittedText.sizeWithin(canvas, fact.value(), 10.5, width);
    canvas.text(fact.value(), x, y + 12.5, size, Ink.TEXT, Anchor.START);
  }

  private record Frame(double left, double top, double right, double bottom, Scale scale) {

    double y(double value) {
      return bottom - (bottom - top) * scale.position(value);
    }
  }

  private void chart(Canvas canvas, double right, double top) {
    double most = spots.stream().mapToDouble(Spot::soFar).max().orElse(0);
    double least = spots.stream().mapToDouble(Spot::soFar).min().orElse(0);
    Scale scale = Scale.over(Math.min(0, least), Math.max(goal, most), true, false, false);
    List<Double> ticks = scale.ticks();
    double left =
        8 + ticks.stream().mapToDouble(t -> canvas.widthOf(axis.apply(t), TEXT)).max().orElse(20);
    Frame frame = new Frame(left, top, right, canvas.height() - BOTTOM, scale);
    for (double tick : ticks) {
      double y = frame.y(tick);
      canvas.stroke(new Line2D.Double(left, y, right, y), tick == 0 ? Ink.AXIS : Ink.GRID, 0.6, 0);
      canvas.text(axis.apply(tick), left - 6, y + 2.6, TEXT, Ink.MUTED, Anchor.END);
    }
    double wanted = frame.y(goal);
    canvas.stroke(new Line2D.Double(left, frame.y(0), right, wanted), Ink.PAST, 1.1, 3);
    canvas.stroke(new Line2D.Double(left, wanted, right, wanted), Ink.TEXT, 1, 0);
    canvas.text(
        FittedText.within(canvas, goalName, TEXT, right - left),
        left + 3,
        wanted - 3.5,
        TEXT,
        Ink.TEXT,
        Anchor.START);
    course(canvas, frame);
    days(canvas, frame);
  }

  private void course(Canvas canvas, Frame frame) {
    Path2D course = new Path2D.Double();
    double x = frame.left();
    double y = frame.y(0);
    course.moveTo(x, y);
    for (Spot spot : spots) {
      x = frame.left() + (frame.right() - frame.left()) * spot.day() / length;
      y = frame.y(spot.soFar());
      course.lineTo(x, y);
    }
    canvas.stroke(course, Ink.ACCENT, 1.8, 0);
    canvas.fill(new Ellipse2D.Double(x - 2.4, y - 2.4, 4.8, 4.8), Ink.ACCENT);
  }

  private void days(Canvas canvas, Frame frame) {
    double base = frame.bottom() + 13;
    double middle = (frame.left() + frame.right()) / 2;
    canvas.text(dayNames.get(0), frame.left(), base, TEXT, Ink.MUTED, Anchor.START);
    canvas.text(dayNames.get(1), middle, base, TEXT, Ink.MUTED, Anchor.MIDDLE);
    canvas.text(dayNames.get(2), frame.right(), base, TEXT, Ink.MUTED, Anchor.END);
  }
}
