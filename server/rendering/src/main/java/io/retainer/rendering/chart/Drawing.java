package io.retainer.rendering.chart;

/** Something that can be drawn, at whatever size the canvas has. */
@FunctionalInterface
public interface Drawing {

  void draw(Canvas canvas);
}
