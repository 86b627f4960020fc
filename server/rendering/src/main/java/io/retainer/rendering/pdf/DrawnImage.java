package io.retainer.rendering.pdf;

import io.retainer.rendering.chart.Drawing;
import io.retainer.rendering.chart.GraphicsCanvas;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderer;
import net.sf.jasperreports.renderers.Graphics2DRenderable;

/** A drawing as JasperReports takes it: drawn straight into the page. */
class DrawnImage extends AbstractRenderer implements Graphics2DRenderable {

  private static final long serialVersionUID = 1L;

  private final transient Drawing drawing;

  DrawnImage(Drawing drawing) {
    this.drawing = drawing;
  }

  @Override
  public void render(JasperReportsContext context, Graphics2D graphics, Rectangle2D frame) {
    AffineTransform before = graphics.getTransform();
    graphics.translate(frame.getX(), frame.getY());
    drawing.draw(
        new GraphicsCanvas(
            graphics,
            frame.getWidth(),
            frame.getHeight(),
            Jasper.palette(context),
            Jasper.lettering(context)));
    graphics.setTransform(before);
  }
}
