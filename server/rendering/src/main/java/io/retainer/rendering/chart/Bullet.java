package io.retainer.rendering.chart;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.target.Goal;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A slim bar of a figure with a mark at its target; a band is an area with two marks.
 *
 * @param value where the figure ends, 0 to 1 of the width
 * @param low where the lower mark stands
 * @param high where the upper mark stands; the same as the lower one unless there is a band
 */
public record Bullet(double value, double low, double high) implements Drawing {

  /** Room behind the larger of figure and target. */
  private static final double BEYOND = 1.12;

  private static final double MARK = 1.4;

  /** Nothing where a bar from zero would mislead: for places, and below zero. */
  public static Optional<Bullet> of(KpiFigure figure, Goal goal) {
    if (figure.current().value().isEmpty() || figure.kpi().unit() == KpiUnit.POSITION) {
      return Optional.empty();
    }
    double value = figure.current().value().get().doubleValue();
    double low = goal.low().or(goal::high).map(BigDecimal::doubleValue).orElseThrow();
    double high = goal.high().or(goal::low).map(BigDecimal::doubleValue).orElseThrow();
    double longest = Math.max(value, high) * BEYOND;
    return value < 0 || low < 0 || longest <= 0
        ? Optional.empty()
        : Optional.of(new Bullet(value / longest, low / longest, high / longest));
  }

  @Override
  public void draw(Canvas canvas) {
    double width = canvas.width();
    double height = Math.min(6, canvas.height());
    double y = (canvas.height() - height) / 2;
    double thickness = height * 0.6;
    double inner = y + (height - thickness) / 2;
    canvas.fill(
        new RoundRectangle2D.Double(0, inner, width, thickness, thickness, thickness), Ink.GRID);
    if (high > low) {
      canvas.fill(new Rectangle2D.Double(low * width, y, (high - low) * width, height), Ink.AXIS);
    }
    if (value > 0) {
      canvas.fill(
          new RoundRectangle2D.Double(0, inner, value * width, thickness, thickness, thickness),
          Ink.ACCENT);
    }
    mark(canvas, low * width, y, height);
    if (high > low) {
      mark(canvas, high * width, y, height);
    }
  }

  private static void mark(Canvas canvas, double x, double y, double height) {
    canvas.fill(new Rectangle2D.Double(Math.max(0, x - MARK / 2), y, MARK, height), Ink.TEXT);
  }
}
