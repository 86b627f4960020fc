package io.retainer.rendering.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A value axis with round ticks.
 *
 * @param low value at the lower end
 * @param high value at the upper end
 * @param step distance of ticks
 * @param reversed whether small values stand on top, as the first place does
 */
record Scale(double low, double high, double step, boolean reversed) {

  private static final double[] ROUND = {1, 2, 2.5, 5, 10};

  /**
   * @param fromZero whether the axis must begin at zero
   * @param whole whether values between whole numbers mean nothing
   */
  static Scale over(double min, double max, boolean fromZero, boolean whole, boolean reversed) {
    double low = fromZero ? Math.min(0, min) : min;
    double high = fromZero ? Math.max(0, max) : max;
    if (high - low < 1e-12) {
      double room = Math.max(Math.abs(high) * 0.1, whole ? 1 : 0.01);
      high += room;
      low = fromZero && low >= 0 ? 0 : low - room;
    }
    double step = step((high - low) / 4);
    if (whole && step < 1) {
      step = 1;
    }
    double first = Math.floor(low / step + 1e-9) * step;
    double last = Math.ceil(high / step - 1e-9) * step;
    return new Scale(first, last > first ? last : first + step, step, reversed);
  }

  /** The same in a smaller unit: of hours in seconds, with ticks at whole hours. */
  Scale times(double size) {
    return new Scale(low * size, high * size, step * size, reversed);
  }

  private static double step(double rough) {
    double magnitude = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double round : ROUND) {
      if (round * magnitude >= rough * 0.999) {
        return round * magnitude;
      }
    }
    return 10 * magnitude;
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((high - low) / step);
    for (long i = 0; i <= count; i++) {
      ticks.add(low + i * step);
    }
    return ticks;
  }

  /** Decimals that tell the ticks apart, when the value is multiplied. */
  int decimals(double multiplied) {
    double shown = step * multiplied;
    for (int decimals = 0; decimals < 4; decimals++) {
      double scaled = shown * Math.pow(10, decimals);
      if (Math.abs(scaled - Math.rint(scaled)) < 1e-6) {
        return decimals;
      }
    }
    return 4;
  }

  /** Where a value stands between the lower edge (0) and the upper edge (1). */
  double position(double value) {
    double share = (value - low) / (high - low);
    return reversed ? 1 - share : share;
  }
}
