package io.retainer.rendering.chart;

/** A drawing that knows how high it has to be. */
public interface Panel extends Drawing {

  double height();
}
