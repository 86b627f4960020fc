package io.retainer.compute.worker;

import io.retainer.compute.language.PutTogether;
import io.retainer.compute.protocol.Finding;
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
    if (asked instanceof SeriesValues own) {
      PutTogether.total(own.series, own.sums).ifPresent(SeriesValues::refuse);
    }
  }

  /**
   * @throws IllegalArgumentException when the mean of these would weigh small periods like large
   */
  static void checkMean(Collection<?> asked) {
    if (asked instanceof SeriesValues own) {
      PutTogether.mean(own.series, own.sums).ifPresent(SeriesValues::refuse);
    }
  }

  private static void refuse(Finding finding) {
    throw new IllegalArgumentException(finding.message() + "; " + finding.advice());
  }
}
