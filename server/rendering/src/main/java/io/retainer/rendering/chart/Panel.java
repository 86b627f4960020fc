package io.retainer.rendering.chart;

import java.util.List;

/** A drawing that knows how high it has to be. */
public interface Panel extends Drawing {

  double height();

  /** Its numbers as tables; none where there is nothing to read. */
  default List<Twin> twins() {
    return List.of();
  }
}
