package io.retainer.cli.demo.exports;

import java.time.LocalDate;

/**
 * Chance without a memory: a number depends on what is asked for and the day, never on what was
 * asked before, so that a month looks the same in every demo it is part of.
 */
record Chance(long seed) {

  /** A number from 0 up to but not including 1. */
  double of(String what, LocalDate day, int index) {
    long mixed = seed + what.hashCode() * 0x9E3779B97F4A7C15L;
    mixed = mix(mixed + day.toEpochDay() * 0xD1B54A32D192ED03L);
    mixed = mix(mixed + index * 0x8CB92BA72F3D8DD7L);
    return (mixed >>> 11) * 0x1.0p-53;
  }

  double of(String what, LocalDate day) {
    return of(what, day, 0);
  }

  /** A whole number near the expected one, up to {@code spread} of it away. */
  long near(double expected, double spread, String what, LocalDate day, int index) {
    double swing = 1 + spread * (2 * of(what, day, index) - 1);
    // Rounding by chance keeps the mean of small numbers.
    return (long) Math.floor(expected * swing + of(what + "#", day, index));
  }

  long near(double expected, double spread, String what, LocalDate day) {
    return near(expected, spread, what, day, 0);
  }

  /** From first to last, both included. */
  int between(int first, int last, String what, LocalDate day, int index) {
    return first + (int) (of(what, day, index) * (last - first + 1));
  }

  /** One of several, each as likely as its weight. */
  int pick(double[] weights, String what, LocalDate day, int index) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double mark = of(what, day, index) * sum;
    for (int i = 0; i < weights.length; i++) {
      mark -= weights[i];
      if (mark < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** SplitMix64's finaliser. */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
