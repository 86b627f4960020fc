package io.retainer.model.target;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiKind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * An amount so far against the part of its target that the elapsed days ask for. Only amounts that
 * add up over days have a pace: half a month of orders is half of a target, half a month of a rate
 * is the whole rate.
 *
 * @param value 1 is exactly as expected; of a band, against its middle
 * @param elapsed days of the period that are over and in the data
 * @param days all days of the period
 */
public record Pace(BigDecimal value, long elapsed, long days, Status status) {

  /** Both sides count: far below what was expected is not on track, far above is not either. */
  public enum Status {
    BEHIND,
    ON_TRACK,
    AHEAD;

    /** The word the command line and the API print. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** So far from what was expected is still on track. A band brings its own width. */
  public static final BigDecimal TOLERANCE = new BigDecimal("0.10");

  /**
   * Nothing for what does not add up, when no day or every day has elapsed, and when values are
   * missing on which it hangs.
   */
  static Optional<Pace> of(Goal goal, KpiFigure figure, LocalDate today) {
    return figure.kpi().kind() == KpiKind.FLOW
        ? SoFar.of(figure, today).flatMap(soFar -> of(goal, soFar, figure.period().span().days()))
        : Optional.empty();
  }

  private static Optional<Pace> of(Goal goal, SoFar soFar, long days) {
    BigDecimal low = goal.low().or(goal::high).orElseThrow();
    BigDecimal high = goal.high().or(goal::low).orElseThrow();
    BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), MathContext.DECIMAL128);
    boolean isPart = soFar.days() > 0 && soFar.days() < days;
    if (!isPart || middle.signum() <= 0 || low.signum() < 0) {
      return Optional.empty();
    }
    boolean band = goal instanceof Goal.Band;
    BigDecimal slow = band ? low : low.multiply(BigDecimal.ONE.subtract(TOLERANCE));
    BigDecimal fast = band ? high : high.multiply(BigDecimal.ONE.add(TOLERANCE));
    BigDecimal share = BigDecimal.valueOf(soFar.days());
    Function<BigDecimal, Status> status =
        amount -> status(amount.multiply(BigDecimal.valueOf(days)), share, slow, fast);
    // Values that are missing must not be able to make another pace of it.
    boolean isSure =
        soFar
            .bounds()
            .filter(ends -> status.apply(ends.low()) == status.apply(ends.high()))
            .isPresent();
    if (!isSure) {
      return Optional.empty();
    }
    BigDecimal projected = soFar.value().multiply(BigDecimal.valueOf(days));
    BigDecimal pace = projected.divide(middle.multiply(share), MathContext.DECIMAL64);
    return Optional.of(new Pace(pace, soFar.days(), days, status.apply(soFar.value())));
  }

  /** Compared as products, so that no rounding decides. */
  private static Status status(
      BigDecimal projected, BigDecimal share, BigDecimal slow, BigDecimal fast) {
    if (projected.compareTo(slow.multiply(share)) < 0) {
      return Status.BEHIND;
    }
    return projected.compareTo(fast.multiply(share)) > 0 ? Status.AHEAD : Status.ON_TRACK;
  }
}
