package io.retainer.compute.worker;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.stream.DoubleStream;

/** The functions of computations. Each compiled computation is a subclass, and sees no other. */
public abstract class Words {

  /** Scales a median distance to the standard deviation of a normal distribution. */
  private static final double NORMAL = 1.4826;

  protected Words() {}

  public static double total(Collection<?> values) {
    SeriesValues.checkTotal(values);
    return sum(values);
  }

  /** A list that was filled one by one tells the compiler nothing of what is in it. */
  private static DoubleStream numbers(Collection<?> values) {
    return values.stream().map(Number.class::cast).mapToDouble(Number::doubleValue);
  }

  private static double sum(Collection<?> values) {
    return numbers(values).sum();
  }

  public static double mean(Collection<?> values) {
    SeriesValues.checkMean(values);
    return values.isEmpty()
        ? Undefined.because("the mean of an empty list")
        : sum(values) / values.size();
  }

  public static double median(Collection<?> values) {
    double[] sorted = numbers(values).sorted().toArray();
    return middle(sorted);
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return Undefined.because("the middle of an empty list");
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The standard deviation of a sample. */
  public static double deviation(Collection<?> values) {
    if (values.size() < 2) {
      return Undefined.because("the deviation of fewer than two values");
    }
    double mean = sum(values) / values.size();
    double squares = numbers(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.size() - 1));
  }

  /** The median distance from the median, scaled to a standard deviation. */
  public static double spread(Collection<?> values) {
    double median = median(values);
    double[] distances = numbers(values).map(v -> Math.abs(v - median)).sorted().toArray();
    return NORMAL * middle(distances);
  }

  public static double smallest(Collection<?> values) {
    return numbers(values)
        .min()
        .orElseGet(() -> Undefined.because("the smallest value of an empty list"));
  }

  public static double largest(Collection<?> values) {
    return numbers(values)
        .max()
        .orElseGet(() -> Undefined.because("the largest value of an empty list"));
  }

  public static double absolute(double x) {
    return Math.abs(x);
  }

  public static double squareRoot(double x) {
    return x < 0 ? Undefined.because("the square root of less than zero") : Math.sqrt(x);
  }

  public static double logarithm(double x) {
    return x <= 0 ? Undefined.because("the logarithm of zero or less") : Math.log(x);
  }

  public static double exponential(double x) {
    return Math.exp(x);
  }

  public static double power(double x, double y) {
    if (x < 0 && y != Math.rint(y)) {
      return Undefined.because("a root of a negative number, which is no number,");
    }
    return x == 0 && y < 0 ? Undefined.because("a division by zero") : Math.pow(x, y);
  }

  public static double limit(double x, double low, double high) {
    if (low > high) {
      throw new IllegalArgumentException(
          "A limit from " + low + " to " + high + "; the lower end stands first");
    }
    return Math.max(low, Math.min(high, x));
  }

  public static double round(double x, int decimals) {
    return Double.isFinite(x)
        ? BigDecimal.valueOf(x)
            .setScale(Math.max(-300, Math.min(300, decimals)), RoundingMode.HALF_UP)
            .doubleValue()
        : x;
  }

  public static Estimate estimate(double value, double low, double high) {
    return new Estimate(value, low, high, Double.NaN);
  }

  public static Nothing notComputable(String why) {
    return Nothing.because(why);
  }

  /** No value: the series has fewer values than are needed. Reports say it in their language. */
  public static Nothing tooFew(Series series, int needed) {
    return Nothing.tooFew(series.known, needed);
  }

  /**
   * The next value of a seasonal series by JDemetra+'s TRAMO (an ARIMA model with seasons, chosen
   * and fitted by maximum likelihood, outliers aside), with the interval it lies in with the given
   * probability. Null when the series has less than two years of values.
   */
  public static Estimate forecast(Series series, double probability) {
    return SeasonalForecast.next(series, probability);
  }
}
