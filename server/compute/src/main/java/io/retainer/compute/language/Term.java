package io.retainer.compute.language;

import java.util.Map;
import java.util.TreeMap;

/**
 * Values of series multiplied and divided, so many times: half a rate, clicks by impressions. A
 * plain number has no series.
 *
 * @param powers how often each series is in it; negative where it is divided by
 * @param factor how many times; infinite where the text does not tell
 * @param of where it comes from
 * @param mean whether it is the mean of several values
 * @param counts 1 where it is a number of values, -1 where one is divided by it
 */
record Term(Map<Part, Double> powers, double factor, Origin of, Mean mean, int counts) {

  /** What became of the values of a series. */
  enum Shape {
    VALUE,
    /** Its logarithm or exponential. */
    BENT,
    /** A distance between two of them, which is itself no value. */
    WIDTH
  }

  record Part(String series, Shape shape) implements Comparable<Part> {
    @Override
    public int compareTo(Part other) {
      int bySeries = series.compareTo(other.series);
      return bySeries == 0 ? shape.compareTo(other.shape) : bySeries;
    }
  }

  /**
   * So that what is added and subtracted again is seen.
   *
   * @param text empty where it is not told
   * @param isSame whether the text stands for one value, however often it is come by
   */
  record Origin(String text, boolean isSame) {
    static final Origin NONE = new Origin("", false);
  }

  /**
   * @param isOne whether it is one
   * @param number of how many values; zero where the text does not tell
   * @param isUndone whether it was multiplied by their number again
   */
  record Mean(boolean isOne, int number, boolean isUndone) {
    static final Mean NONE = new Mean(false, 0, false);

    static Mean of(int number) {
      return new Mean(true, number, false);
    }
  }

  static final double UNKNOWN = Double.POSITIVE_INFINITY;

  static Term plain(double factor) {
    return new Term(Map.of(), factor, Origin.NONE, Mean.NONE, 0);
  }

  /** How many values there are of something. */
  static Term count(double factor) {
    return new Term(Map.of(), factor, Origin.NONE, Mean.NONE, 1);
  }

  static Term value(String series, Origin of) {
    return new Term(Map.of(new Part(series, Shape.VALUE), 1.0), 1, of, Mean.NONE, 0);
  }

  Term {
    powers = Map.copyOf(powers);
  }

  boolean isPlain() {
    return powers.isEmpty();
  }

  Term times(double by) {
    return new Term(powers, product(factor, by), of, mean, counts);
  }

  Term times(Term other) {
    Map<Part, Double> product = new TreeMap<>(powers);
    other.powers.forEach((part, power) -> product.merge(part, power, Double::sum));
    int before = product.size();
    product.values().removeIf(power -> power == 0);
    boolean isCancelled = product.size() < before;
    boolean isUndone = mean.isOne && other.counts > 0 || other.mean.isOne && counts > 0;
    Term of = isPlain() ? other : this;
    return new Term(
        product,
        isCancelled ? UNKNOWN : product(factor, other.factor),
        isPlain() || other.isPlain() ? of.of : Origin.NONE,
        isUndone ? new Mean(true, 0, true) : mean.isOne ? mean : other.mean,
        Integer.signum(counts + other.counts));
  }

  Term inverted() {
    return raised(-1);
  }

  Term raised(double to) {
    Map<Part, Double> raised = new TreeMap<>();
    powers.forEach((part, power) -> raised.put(part, power * to));
    double times = Math.pow(factor, to);
    boolean isTold = isKnown(factor) && Double.isFinite(times) && times != 0;
    return new Term(raised, isTold ? times : UNKNOWN, Origin.NONE, Mean.NONE, (int) (counts * to));
  }

  Term in(Shape shape) {
    Map<Part, Double> changed = new TreeMap<>();
    powers.forEach(
        (part, power) -> {
          Shape own = part.shape() == Shape.WIDTH ? Shape.WIDTH : shape;
          changed.merge(new Part(part.series(), own), power, Double::sum);
        });
    return new Term(changed, UNKNOWN, Origin.NONE, Mean.NONE, 0);
  }

  /** Of exponentials that were multiplied, one. */
  Term bentOnce() {
    Map<Part, Double> once = new TreeMap<>(powers);
    once.replaceAll(
        (part, power) ->
            part.shape() == Shape.BENT && Math.abs(power) > 1 ? Math.signum(power) : power);
    return once.equals(powers) ? this : new Term(once, factor, of, mean, counts);
  }

  Term from(Origin origin) {
    return new Term(powers, factor, origin, mean, counts);
  }

  /** So many times a value of that kind, whichever it is. */
  Term anySo(double times) {
    return new Term(powers, times, Origin.NONE, mean, counts);
  }

  Term asMeanOf(int number) {
    return new Term(powers, factor, of, Mean.of(number), 0);
  }

  static boolean isKnown(double factor) {
    return Double.isFinite(factor);
  }

  /** Of a number that is not known the sign is kept. */
  private static double product(double one, double other) {
    return one == 0 || other == 0 ? 0 : one * other;
  }
}
