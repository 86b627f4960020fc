package io.retainer.rendering.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Draws with Java's graphics; in a PDF these become vectors and real text. */
public final class GraphicsCanvas implements Canvas {

  private final Graphics2D graphics;
  private final double width;
  private final double height;
  private final Palette palette;
  private final Lettering lettering;

  public GraphicsCanvas(
      Graphics2D graphics, double width, double height, Palette palette, Lettering lettering) {
    this.lettering = lettering;
    this.palette = palette;
    this.graphics = graphics;
    this.width = width;
    this.height = height;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public void fill(Shape shape, Ink ink) {
    graphics.setColor(palette.of(ink));
    graphics.fill(shape);
  }

  @Override
  public void stroke(Shape shape, Ink ink, double strokeWidth, double dash) {
    graphics.setColor(palette.of(ink));
    float[] dashes = dash > 0 ? new float[] {(float) dash, (float) dash} : null;
    graphics.setStroke(
        new BasicStroke(
            (float) strokeWidth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1f, dashes, 0f));
    graphics.draw(shape);
  }

  @Override
  public void text(String text, double x, double y, double size, Ink ink, Anchor anchor) {
    double left =
        switch (anchor) {
          case START -> x;
          case MIDDLE -> x - widthOf(text, size) / 2;
          case END -> x - widthOf(text, size);
        };
    graphics.setColor(palette.of(ink));
    lettering.draw(graphics, text, left, y, size);
  }

  @Override
  public Canvas bold() {
    return new GraphicsCanvas(graphics, width, height, palette, lettering.bold());
  }

  @Override
  public double widthOf(String text, double size) {
    return lettering.widthOf(text, size);
  }
}
