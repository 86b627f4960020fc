package io.retainer.compute.worker;

import io.retainer.compute.protocol.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Values of a KPI over consecutive days, weeks or months, the oldest first. */
public final class Series {

  public final int size;
  public final int known;
  public final int missing;

  /** The latest value; not a number when it is missing. */
  public final double last;

  /** The values there are, the oldest first. */
  public final List<Double> values;

  final double[] points;
  final int perYear;

  /** How many points lie between the first of the year 0 and the first of this series. */
  final int offset;

  private final Input input;

  private Series(Input input, double[] points, int offset) {
    this.input = input;
    this.points = points;
    this.perYear = input.perYear();
    this.offset = offset;
    List<Double> present = new ArrayList<>();
    for (double point : points) {
      if (!Double.isNaN(point)) {
        present.add(point);
      }
    }
    this.values = new SeriesValues(input.name(), input.sums(), present);
    this.size = points.length;
    this.known = present.size();
    this.missing = size - known;
    this.last = size == 0 ? Double.NaN : points[size - 1];
  }

  static Series of(Input input) {
    return new Series(input, input.values(), input.year() * input.perYear() + input.position() - 1);
  }

  /** The n-th value, the oldest is 0; not a number when it is missing. */
  public double value(int n) {
    return points[n];
  }

  public boolean has(int n) {
    return n >= 0 && n < size && !Double.isNaN(points[n]);
  }

  /** The latest points. */
  public Series latest(int n) {
    checkNumber("latest", n);
    int from = Math.max(0, size - n);
    return new Series(input, Arrays.copyOfRange(points, from, size), offset + from);
  }

  /** Without the latest points. */
  public Series before(int n) {
    checkNumber("before", n);
    int to = Math.max(0, size - n);
    return new Series(input, Arrays.copyOfRange(points, 0, to), offset);
  }

  private static void checkNumber(String word, int n) {
    if (n < 0) {
      throw new IllegalArgumentException(
          "it asks for " + word + "(" + n + "), fewer than no points");
    }
  }
}
