package io.retainer.compute.protocol;

import java.util.Arrays;

/**
 * A series that a computation may ask.
 *
 * @param name what the script calls it
 * @param values the oldest first; not a number where there is no value
 * @param perYear how many of its points make a year: 12 for months
 * @param year of the first point
 * @param position of the first point within its year, from 1
 * @param sums what its values may be put together by
 */
public record Input(String name, double[] values, int perYear, int year, int position, Sums sums) {

  public static final int MOST_VALUES = 4_000;

  public Input {
    values = values.clone();
    if (values.length > MOST_VALUES) {
      throw new IllegalArgumentException(
          "The series " + name + " has " + values.length + " values, at most " + MOST_VALUES);
    }
  }

  /**
   * For checking a text: a name without values.
   *
   * @param points how many it will have; zero where that is not known
   */
  public static Input named(String name, Sums sums, int points) {
    double[] values = new double[points];
    Arrays.fill(values, Double.NaN);
    return new Input(name, values, 12, 2000, 1, sums);
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Input input
        && name.equals(input.name)
        && Arrays.equals(values, input.values)
        && perYear == input.perYear
        && year == input.year
        && position == input.position
        && sums == input.sums;
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(values);
  }
}
