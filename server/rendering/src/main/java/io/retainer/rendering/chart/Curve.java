package io.retainer.rendering.chart;

import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A line through points. It is smooth and monotone (Fritsch and Carlson): between two points it
 * never goes above the higher or below the lower one, so it shows no value that was not there.
 * Where a point is missing the line has a gap.
 */
final class Curve {

  private Curve() {}

  /** A point of a line; no value, no line. */
  record Spot(double x, double y, boolean known) {}

  /** The parts of the line between gaps, each with at least one point. */
  static List<List<Spot>> runs(List<Spot> spots) {
    List<List<Spot>> runs = new ArrayList<>();
    List<Spot> run = new ArrayList<>();
    for (Spot spot : spots) {
      if (spot.known()) {
        run.add(spot);
      } else if (!run.isEmpty()) {
        runs.add(run);
        run = new ArrayList<>();
      }
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }

  static Path2D through(List<Spot> run) {
    Path2D path = new Path2D.Double();
    path.moveTo(run.get(0).x(), run.get(0).y());
    double[] slopes = slopes(run);
    for (int i = 1; i < run.size(); i++) {
      Spot from = run.get(i - 1);
      Spot to = run.get(i);
      double third = (to.x() - from.x()) / 3;
      path.curveTo(
          from.x() + third,
          from.y() + slopes[i - 1] * third,
          to.x() - third,
          to.y() - slopes[i] * third,
          to.x(),
          to.y());
    }
    return path;
  }

  private static double[] slopes(List<Spot> run) {
    int n = run.size();
    double[] slopes = new double[n];
    if (n < 2) {
      return slopes;
    }
    double[] secants = new double[n - 1];
    for (int i = 0; i < n - 1; i++) {
      secants[i] = (run.get(i + 1).y() - run.get(i).y()) / (run.get(i + 1).x() - run.get(i).x());
    }
    slopes[0] = secants[0];
    slopes[n - 1] = secants[n - 2];
    for (int i = 1; i < n - 1; i++) {
      boolean turns = secants[i - 1] * secants[i] <= 0;
      slopes[i] = turns ? 0 : 2 * secants[i - 1] * secants[i] / (secants[i - 1] + secants[i]);
    }
    return slopes;
  }
}
