package io.retainer.compute.worker;

/** A value that is not counted but estimated, with the interval it probably lies in. */
public final class Estimate {

  public final double value;
  public final double low;
  public final double high;

  /** The standard error; not a number when the interval came without one. */
  public final double error;

  Estimate(double value, double low, double high, double error) {
    this.value = value;
    this.low = low;
    this.high = high;
    this.error = error;
  }
}
