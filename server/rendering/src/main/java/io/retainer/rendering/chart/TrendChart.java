package io.retainer.rendering.chart;

import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.Trend;
import io.retainer.rendering.chart.Canvas.Anchor;
import io.retainer.rendering.chart.Curve.Spot;
import io.retainer.rendering.words.Formats;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A KPI over time, with the same time of the year before muted behind it. */
public final class TrendChart implements Drawing {

  private static final double TEXT = 7.5;
  private static final double TOP = 24;
  private static final double BOTTOM = 20;
  private static final double RIGHT = 8;

  /** Between two labels of the axis. */
  private static final double APART = 6;

  private final Trend trend;
  private final Formats formats;
  private final String currentName;
  private final String lastYearName;

  /**
   * @param period what the legend calls the period
   * @param lastYear what the legend calls the one a year earlier
   */
  public TrendChart(Trend trend, Formats formats, String period, String lastYear) {
    this.trend = trend;
    this.formats = formats;
    boolean whole = trend.unit().isPresent();
    this.currentName = whole ? formats.points(trend, trend.current()) : period;
    this.lastYearName =
        whole && !trend.lastYear().isEmpty() ? formats.points(trend, trend.lastYear()) : lastYear;
  }

  @Override
  public void draw(Canvas canvas) {
    Scale scale = scale();
    List<String> labels = scale.ticks().stream().map(tick -> label(tick, scale)).toList();
    double left =
        8 + labels.stream().mapToDouble(label -> canvas.widthOf(label, TEXT)).max().orElse(20);
    Frame frame =
        new Frame(
            left,
            TOP,
            canvas.width() - RIGHT,
            canvas.height() - BOTTOM,
            scale,
            Math.max(trend.current().size(), trend.lastYear().size()));
    List<Spot> current = spots(trend.current(), frame);
    if (startsAtZero()) {
      areas(canvas, frame, current);
    }
    grid(canvas, frame, labels);
    line(canvas, spots(trend.lastYear(), frame), Ink.PAST, 1.1, 3);
    line(canvas, current, Ink.ACCENT, 1.8, 0);
    days(canvas, frame);
    legend(canvas);
  }

  private record Frame(
      double left, double top, double right, double bottom, Scale scale, int slots) {

    double x(int index) {
      return slots < 2 ? (left + right) / 2 : left + (right - left) * index / (slots - 1);
    }

    double y(double value) {
      return bottom - (bottom - top) * scale.position(value);
    }
  }

  private Scale scale() {
    double[] values =
        Stream.concat(trend.current().stream(), trend.lastYear().stream())
            .map(TrendChart::number)
            .filter(OptionalDouble::isPresent)
            .mapToDouble(OptionalDouble::getAsDouble)
            .toArray();
    double min = java.util.Arrays.stream(values).min().orElse(0);
    double max = java.util.Arrays.stream(values).max().orElse(1);
    double size = sizeOfRound(max);
    return Scale.over(
            min / size,
            max / size,
            startsAtZero(),
            trend.kpi().unit() == KpiUnit.COUNT,
            trend.kpi().unit() == KpiUnit.POSITION)
        .times(size);
  }

  /** Ten minutes are a round time, a thousand seconds are none. */
  private double sizeOfRound(double most) {
    return switch (trend.kpi().unit()) {
      case SECONDS -> most >= 2 * 3600 ? 3600 : most >= 2 * 60 ? 60 : 1;
      case MINUTES -> most >= 2 * 60 ? 60 : 1;
      default -> 1;
    };
  }

  /** Levels and positions move within a narrow band that a zero base would hide. */
  private boolean startsAtZero() {
    return trend.kpi().kind() != KpiKind.STOCK && trend.kpi().unit() != KpiUnit.POSITION;
  }

  private static OptionalDouble number(Kpis.Point point) {
    return point
        .value()
        .value()
        .map(BigDecimal::doubleValue)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }

  private static List<Spot> spots(List<Kpis.Point> points, Frame frame) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      OptionalDouble value = number(points.get(i));
      spots.add(
          new Spot(
              frame.x(i), value.isPresent() ? frame.y(value.getAsDouble()) : 0, value.isPresent()));
    }
    return spots;
  }

  private static void areas(Canvas canvas, Frame frame, List<Spot> spots) {
    double base = frame.y(Math.max(0, frame.scale().low()));
    for (List<Spot> run : Curve.runs(spots)) {
      if (run.size() > 1) {
        Path2D area = Curve.through(run);
        area.lineTo(run.get(run.size() - 1).x(), base);
        area.lineTo(run.get(0).x(), base);
        area.closePath();
        canvas.fill(area, Ink.SOFT);
      }
    }
  }

  private static void line(Canvas canvas, List<Spot> spots, Ink ink, double width, double dash) {
    for (List<Spot> run : Curve.runs(spots)) {
      if (run.size() > 1) {
        canvas.stroke(Curve.through(run), ink, width, dash);
      } else {
        Spot only = run.get(0);
        canvas.fill(new Ellipse2D.Double(only.x() - 1.5, only.y() - 1.5, 3, 3), ink);
      }
    }
  }

  private static void grid(Canvas canvas, Frame frame, List<String> labels) {
    List<Double> ticks = frame.scale().ticks();
    for (int i = 0; i < ticks.size(); i++) {
      double y = frame.y(ticks.get(i));
      Ink ink = ticks.get(i) == 0 ? Ink.AXIS : Ink.GRID;
      canvas.stroke(new Line2D.Double(frame.left(), y, frame.right(), y), ink, 0.6, 0);
      canvas.text(labels.get(i), frame.left() - 6, y + 2.6, TEXT, Ink.MUTED, Anchor.END);
    }
  }

  /** As many as stand beside each other, evenly apart. */
  private void days(Canvas canvas, Frame frame) {
    int points = trend.current().size();
    int every = Math.max(1, (int) Math.ceil(points / 8.0));
    while (every < points && !areApart(labels(canvas, frame, every))) {
      every++;
    }
    for (Label label : labels(canvas, frame, every)) {
      canvas.text(label.text(), label.x(), frame.bottom() + 13, TEXT, Ink.MUTED, Anchor.MIDDLE);
    }
  }

  private record Label(String text, double x, double half) {}

  private List<Label> labels(Canvas canvas, Frame frame, int every) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < trend.current().size(); i += every) {
      String text = formats.point(trend, trend.current().get(i).start());
      double half = canvas.widthOf(text, TEXT) / 2;
      double x = Math.min(Math.max(frame.x(i), frame.left() + half), frame.right() - half);
      labels.add(new Label(text, x, half));
    }
    return labels;
  }

  private static boolean areApart(List<Label> labels) {
    for (int i = 1; i < labels.size(); i++) {
      Label before = labels.get(i - 1);
      Label label = labels.get(i);
      if (label.x() - label.half() < before.x() + before.half() + APART) {
        return false;
      }
    }
    return true;
  }

  private void legend(Canvas canvas) {
    double x = canvas.width() - RIGHT;
    if (!trend.lastYear().isEmpty()) {
      canvas.text(lastYearName, x, 8, TEXT, Ink.MUTED, Anchor.END);
      x -= canvas.widthOf(lastYearName, TEXT) + 22;
      canvas.stroke(new Line2D.Double(x, 5.4, x + 16, 5.4), Ink.PAST, 1.1, 3);
      x -= 14;
    }
    canvas.text(currentName, x, 8, TEXT, Ink.TEXT, Anchor.END);
    x -= canvas.widthOf(currentName, TEXT) + 22;
    canvas.stroke(new Line2D.Double(x, 5.4, x + 16, 5.4), Ink.ACCENT, 1.8, 0);
  }

  private String label(double tick, Scale scale) {
    BigDecimal value = BigDecimal.valueOf(tick);
    return switch (trend.kpi().unit()) {
      case PERCENT ->
          formats
              .words()
              .text("number.percent", formats.number(value.movePointRight(2), scale.decimals(100)));
      case SECONDS, MINUTES -> formats.bound(value, trend.kpi().unit(), Optional.empty());
      default -> formats.number(value, scale.decimals(1));
    };
  }
}
