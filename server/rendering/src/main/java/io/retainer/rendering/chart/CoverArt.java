package io.retainer.rendering.chart;

import java.awt.geom.Path2D;

/** The calm bands at the head of the cover. */
public final class CoverArt implements Drawing {

  @Override
  public void draw(Canvas canvas) {
    double w = canvas.width();
    double h = canvas.height();
    band(canvas, Ink.SOFT, w, 0, 0, h, h * 0.62);
    band(canvas, Ink.COVER_1, w, 0, 0, h * 0.80, h * 0.40);
    band(canvas, Ink.COVER_2, w, 0, 0, h * 0.58, h * 0.22);
    band(canvas, Ink.RIBBON, w, 0, 0, h * 0.40, h * 0.07);
    Path2D corner = new Path2D.Double();
    corner.moveTo(0, 0);
    corner.lineTo(w * 0.46, 0);
    corner.lineTo(0, h * 0.22);
    corner.closePath();
    canvas.fill(corner, Ink.COVER_3);
  }

  private static void band(
      Canvas canvas,
      Ink ink,
      double w,
      double topLeft,
      double topRight,
      double left,
      double right) {
    Path2D band = new Path2D.Double();
    band.moveTo(0, topLeft);
    band.lineTo(w, topRight);
    band.lineTo(w, right);
    band.lineTo(0, left);
    band.closePath();
    canvas.fill(band, ink);
  }
}
