package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Drawing;
import io.retainer.rendering.chart.Panel;
import java.awt.Dimension;
import java.awt.geom.Dimension2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.DimensionRenderable;

/** A drawing for which a band becomes as high as it has to be. */
final class SizedImage extends DrawnImage implements DimensionRenderable {

  private static final long serialVersionUID = 1L;

  /** As wide as the text of a page. */
  static final int WIDTH = 515;

  private final int height;

  SizedImage(Drawing drawing, int height) {
    super(drawing);
    this.height = height;
  }

  static int height(Panel panel) {
    return (int) Math.ceil(panel.height(WIDTH));
  }

  @Override
  public Dimension2D getDimension(JasperReportsContext context) {
    return new Dimension(WIDTH, height);
  }
}
