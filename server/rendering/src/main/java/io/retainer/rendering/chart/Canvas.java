package io.retainer.rendering.chart;

import java.awt.Shape;

/** What a chart is drawn on. Units are points, the origin is the upper left corner. */
public interface Canvas {

  /** How a text stands to its point. */
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  double width();

  double height();

  void fill(Shape shape, Ink ink);

  /**
   * @param dash length of dashes and gaps; zero for a solid line
   */
  void stroke(Shape shape, Ink ink, double width, double dash);

  /**
   * @param y the base line
   */
  void text(String text, double x, double y, double size, Ink ink, Anchor anchor);

  /** The same place, where texts are bold, as the heads and totals of tables are. */
  Canvas bold();

  /** How wide a text is, to keep labels apart. */
  double widthOf(String text, double size);
}
