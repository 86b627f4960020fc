package io.retainer.rendering.chart;

import java.util.List;

/** A drawing that knows how high it has to be. */
public interface Panel extends Drawing {

  /** On a telephone: what stands side by side on a page stands below each other. */
  double NARROW = 400;

  /** How high it is on a canvas of this width. */
  double height(double width);

  /** By how much it may be drawn higher on a page. */
  default int growth() {
    return 0;
  }

  /** Whether its letters can be read on a narrow canvas, too. */
  default boolean fitsNarrow() {
    return true;
  }

  /** Its numbers as tables; none where there is nothing to read. */
  default List<Twin> twins() {
    return List.of();
  }
}
