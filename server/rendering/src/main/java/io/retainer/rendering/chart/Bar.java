package io.retainer.rendering.chart;

import java.awt.geom.RoundRectangle2D;

/**
 * A bar beside a figure in a table.
 *
 * @param share of the longest bar, 0 to 1
 */
public record Bar(double share) implements Drawing {

  @Override
  public void draw(Canvas canvas) {
    double height = Math.min(6, canvas.height());
    double y = (canvas.height() - height) / 2;
    canvas.fill(
        new RoundRectangle2D.Double(0, y, canvas.width(), height, height, height), Ink.SOFT);
    double length = Math.max(share > 0 ? height : 0, canvas.width() * Math.min(1, share));
    if (length > 0) {
      canvas.fill(new RoundRectangle2D.Double(0, y, length, height, height, height), Ink.ACCENT);
    }
  }
}
