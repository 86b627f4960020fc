package io.retainer.compute.worker;

import io.retainer.compute.protocol.Sums;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/** The values of a series, which know whether adding them up says anything. */
final class SeriesValues extends AbstractList<Double> implements RandomAccess {

  private final String series;
  private final Sums sums;
  private final List<Double> values;

  SeriesValues(String series, Sums sums, List<Double> values) {
    this.series = series;
    this.sums = sums;
    this.values = List.copyOf(values);
  }

  @Override
  public Double get(int index) {
    return values.get(index);
  }

  @Override
  public int size() {
    return values.size();
  }

  /**
   * @throws IllegalArgumentException when the sum of these would be no figure of anything
   */
  static void checkTotal(Collection<?> asked) {
    if (asked instanceof SeriesValues own && own.sums != Sums.TOTAL_AND_MEAN) {
      throw new IllegalArgumentException(
          own.sums == Sums.MEAN
              ? "the values of '%s' are levels or people, which do not add up; write %s.last, or mean(%s.values)"
                  .formatted(own.series, own.series, own.series)
              : "the values of '%s' are rates, means, ranks or scores, which do not add up; write median(%s.values)"
                  .formatted(own.series, own.series));
    }
  }

  /**
   * @throws IllegalArgumentException when the mean of these would weigh small periods like large
   */
  static void checkMean(Collection<?> asked) {
    if (asked instanceof SeriesValues own && own.sums == Sums.NEITHER) {
      throw new IllegalArgumentException(
          ("the mean of '%s' would weigh small periods like large ones; divide the totals of the two KPIs it is"
                  + " made of, or write median(%s.values)")
              .formatted(own.series, own.series));
    }
  }
}
