package io.retainer.model.kpi;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.fact.Reason;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Between what a number lies of which something is missing, both ends included. */
public record Bounds(BigDecimal low, BigDecimal high) {

  /** Grounds of a number that may be another one without a day or a row more. */
  static final Set<Reason.Code> OF_VALUES =
      Set.of(
          Reason.Code.BELOW_THRESHOLD,
          Reason.Code.VALUES_MISSING,
          Reason.Code.PROFILES_ABSENT,
          Reason.Code.EARLIER_DAYS_MISSING,
          Reason.Code.CLIENTS_LACKING);

  public Bounds {
    if (low.compareTo(high) > 0) {
      throw new IllegalArgumentException("A number does not lie between " + low + " and " + high);
    }
  }

  /**
   * Between what a value lies: exactly there where none of its values are missing; empty without a
   * value, and where nobody can tell.
   */
  public static Optional<Bounds> of(KpiValue value) {
    boolean isExact = value.lacking(OF_VALUES).findAny().isEmpty();
    return isExact ? value.value().map(Bounds::exactly) : value.bounds();
  }

  public static Bounds exactly(BigDecimal number) {
    return new Bounds(number, number);
  }

  public boolean isExact() {
    return low.compareTo(high) == 0;
  }

  public Bounds plus(Bounds other) {
    return new Bounds(low.add(other.low), high.add(other.high));
  }

  public Bounds minus(Bounds other) {
    return new Bounds(low.subtract(other.high), high.subtract(other.low));
  }

  public Bounds times(Bounds other) {
    return spanning(
        low.multiply(other.low, DECIMAL128),
        low.multiply(other.high, DECIMAL128),
        high.multiply(other.low, DECIMAL128),
        high.multiply(other.high, DECIMAL128));
  }

  /** Nowhere where the other may be zero. */
  public Optional<Bounds> dividedBy(Bounds other) {
    return other.low.signum() * other.high.signum() <= 0
        ? Optional.empty()
        : Optional.of(
            spanning(
                low.divide(other.low, DECIMAL128),
                low.divide(other.high, DECIMAL128),
                high.divide(other.low, DECIMAL128),
                high.divide(other.high, DECIMAL128)));
  }

  private static Bounds spanning(BigDecimal... ends) {
    return new Bounds(
        Stream.of(ends).min(BigDecimal::compareTo).orElseThrow(),
        Stream.of(ends).max(BigDecimal::compareTo).orElseThrow());
  }
}
