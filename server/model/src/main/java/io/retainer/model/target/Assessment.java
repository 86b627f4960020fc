package io.retainer.model.target;

import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.target.Verdict.Why;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A figure against its target.
 *
 * @param why present exactly when it is not judged
 * @param share how much of the bound there is; only of amounts, which are reached in parts
 * @param pace of an amount whose days are not all there yet
 */
public record Assessment(
    Target target,
    Verdict verdict,
    Optional<Why> why,
    Optional<BigDecimal> share,
    Optional<Pace> pace) {

  public Assessment {
    if ((verdict == Verdict.NOT_JUDGED) != why.isPresent()) {
      throw new IllegalArgumentException(verdict + " has reason " + why);
    }
  }

  /**
   * @param today in the client's zone
   */
  public static Assessment of(Target target, KpiFigure figure, LocalDate today) {
    Optional<Why> why = why(target, figure, today);
    if (why.isEmpty()) {
      BigDecimal value = figure.current().value().orElseThrow();
      return new Assessment(
          target,
          verdict(target.goal(), value),
          why,
          share(target.goal(), figure),
          Optional.empty());
    }
    boolean comparable = why.get() != Why.NO_VALUE && why.get() != Why.OTHER_CURRENCY;
    return new Assessment(
        target,
        Verdict.NOT_JUDGED,
        why,
        comparable ? share(target.goal(), figure) : Optional.empty(),
        comparable ? Pace.of(target.goal(), figure, today) : Optional.empty());
  }

  /**
   * Of a share that is shown: what is missed never reads as reached, and what is over never as
   * kept.
   */
  public RoundingMode shareRounding() {
    return target.goal() instanceof Goal.AtMost ? RoundingMode.CEILING : RoundingMode.FLOOR;
  }

  private static Optional<Why> why(Target target, KpiFigure figure, LocalDate today) {
    KpiValue value = figure.current();
    if (value.value().isEmpty()) {
      return Optional.of(Why.NO_VALUE);
    } else if (isOtherMoney(target, value)) {
      return Optional.of(Why.OTHER_CURRENCY);
    } else if (!figure.period().isClosed(today)) {
      return Optional.of(Why.RUNNING);
    } else if (value.lacks()) {
      return Optional.of(Why.PARTIAL);
    }
    BigDecimal smallest = BigDecimal.valueOf(figure.kpi().smallBase());
    return value
        .base()
        .filter(base -> base.abs().compareTo(smallest) < 0)
        .map(base -> Why.SMALL_BASE);
  }

  private static boolean isOtherMoney(Target target, KpiValue value) {
    return target.currency().isPresent()
        && value.currency().isPresent()
        && !value.currency().equals(target.currency());
  }

  private static Verdict verdict(Goal goal, BigDecimal value) {
    boolean reached = goal.isReachedBy(value);
    return goal instanceof Goal.Band
        ? reached ? Verdict.WITHIN_BAND : Verdict.OUTSIDE_BAND
        : reached ? Verdict.MET : Verdict.MISSED;
  }

  /** Three quarters of a target say something of orders, and nothing of a rate or a place. */
  private static Optional<BigDecimal> share(Goal goal, KpiFigure figure) {
    KpiKind kind = figure.kpi().kind();
    KpiUnit unit = figure.kpi().unit();
    boolean amount = kind == KpiKind.FLOW || kind == KpiKind.STOCK || kind == KpiKind.DISTINCT;
    boolean counted = unit == KpiUnit.COUNT || unit == KpiUnit.MONEY;
    if (!amount || !counted || goal instanceof Goal.Band) {
      return Optional.empty();
    }
    BigDecimal bound = goal.low().or(goal::high).orElseThrow();
    return figure
        .current()
        .value()
        .filter(value -> value.signum() >= 0 && bound.signum() > 0)
        .map(value -> value.divide(bound, MathContext.DECIMAL64));
  }
}
