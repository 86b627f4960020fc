package io.retainer.cli.demo.exports;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Divides a count so that the parts add up to it again. */
final class Shares {

  private Shares() {}

  /** The whole in proportion to the weights, by largest remainder. */
  static long[] of(long whole, double... weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    long[] parts = new long[weights.length];
    double[] rest = new double[weights.length];
    long given = 0;
    for (int i = 0; i < weights.length; i++) {
      double exact = whole * weights[i] / sum;
      parts[i] = (long) exact;
      rest[i] = exact - parts[i];
      given += parts[i];
    }
    IntStream.range(0, weights.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -rest[i]).thenComparing(i -> i))
        .limit(whole - given)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
