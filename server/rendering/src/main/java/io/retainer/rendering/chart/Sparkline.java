package io.retainer.rendering.chart;

import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.Kpis;
import io.retainer.rendering.chart.Curve.Spot;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A KPI's last months in a line without axes; the last one is marked. */
public final class Sparkline implements Drawing {

  private static final double ROOM = 3;

  private final KpiDescriptor kpi;
  private final List<Kpis.Point> points;

  public Sparkline(KpiDescriptor kpi, List<Kpis.Point> points) {
    this.kpi = kpi;
    this.points = List.copyOf(points);
  }

  @Override
  public void draw(Canvas canvas) {
    double[] known =
        points.stream()
            .flatMap(point -> point.value().value().stream())
            .mapToDouble(BigDecimal::doubleValue)
            .toArray();
    if (known.length < 2) {
      return;
    }
    double min = java.util.Arrays.stream(known).min().orElse(0);
    double max = java.util.Arrays.stream(known).max().orElse(0);
    boolean position = kpi.unit() == KpiUnit.POSITION;
    if (kpi.kind().growsByDay()) {
      min = Math.min(0, min);
    }
    double range = max - min < 1e-12 ? 1 : max - min;
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      double x = ROOM + (canvas.width() - 2 * ROOM) * i / Math.max(1, points.size() - 1);
      BigDecimal value = points.get(i).value().value().orElse(null);
      double share = value == null ? 0 : (value.doubleValue() - min) / range;
      double up = max - min < 1e-12 ? 0.5 : position ? 1 - share : share;
      spots.add(
          new Spot(x, canvas.height() - ROOM - (canvas.height() - 2 * ROOM) * up, value != null));
    }
    for (List<Spot> run : Curve.runs(spots)) {
      draw(canvas, run);
    }
    Spot last = spots.get(spots.size() - 1);
    if (last.known()) {
      canvas.fill(new Ellipse2D.Double(last.x() - 2.2, last.y() - 2.2, 4.4, 4.4), Ink.ACCENT);
    }
  }

  private static void draw(Canvas canvas, List<Spot> run) {
    if (run.size() == 1) {
      Spot only = run.get(0);
      canvas.fill(new Ellipse2D.Double(only.x() - 1.4, only.y() - 1.4, 2.8, 2.8), Ink.PAST);
      return;
    }
    Path2D area = Curve.through(run);
    area.lineTo(run.get(run.size() - 1).x(), canvas.height());
    area.lineTo(run.get(0).x(), canvas.height());
    area.closePath();
    canvas.fill(area, Ink.SOFT);
    canvas.stroke(Curve.through(run), Ink.ACCENT, 1.3, 0);
  }
}
