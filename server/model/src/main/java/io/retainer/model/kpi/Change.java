package io.retainer.model.kpi;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.time.Base;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a value changed: the style follows from the unit, the judgement from the direction. */
public final class Change {

  private static final Set<Reason.Code> MISSING =
      Set.of(Reason.Code.MISSING_DAYS, Reason.Code.CLIENTS_INCOMPLETE);

  private Change() {}

  public static Compared between(KpiDescriptor kpi, Base base, KpiValue now, KpiValue then) {
    return new Compared(base, now, then, of(kpi, now, then), perDay(kpi, base, now, then));
  }

  /**
   * The change of an amount per day, when February is compared with January. Both sides are scaled
   * to the same number of days instead of divided, so that equal is exactly equal.
   */
  private static Optional<Delta> perDay(KpiDescriptor kpi, Base base, KpiValue now, KpiValue then) {
    if (kpi.kind() != KpiKind.FLOW || !base.differsInLength() || of(kpi, now, then).isEmpty()) {
      return Optional.empty();
    }
    BigDecimal days = BigDecimal.valueOf(base.days().days());
    BigDecimal daysThen = BigDecimal.valueOf(base.period().span().days());
    Delta scaled =
        delta(
            kpi,
            now,
            then,
            now.value().orElseThrow().multiply(daysThen),
            then.value().orElseThrow().multiply(days));
    boolean isAmount = scaled.style() == Style.ABSOLUTE;
    return Optional.of(
        isAmount
            ? new Delta(
                scaled.style(),
                scaled.amount().divide(days.multiply(daysThen), DECIMAL128),
                scaled.judgement())
            : scaled);
  }

  /**
   * Empty when there is nothing to compare, for scores, which mean something within their own
   * population only, and {@link #daysMissing when days are missing}.
   */
  public static Optional<Delta> of(KpiDescriptor kpi, KpiValue now, KpiValue then) {
    boolean isScore = kpi.kind() == KpiKind.SCORE;
    if (now.value().isEmpty() || then.value().isEmpty() || isScore) {
      return Optional.empty();
    }
    boolean otherMoney = !now.currency().equals(then.currency());
    if (otherMoney || daysMissing(kpi, now, then).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(delta(kpi, now, then, now.value().get(), then.value().get()));
  }

  private static Delta delta(
      KpiDescriptor kpi, KpiValue now, KpiValue then, BigDecimal current, BigDecimal previous) {
    Style style = style(kpi, current, previous);
    BigDecimal difference = current.subtract(previous);
    BigDecimal amount =
        switch (style) {
          case PERCENT ->
              previous.signum() == 0
                  ? BigDecimal.ZERO
                  : difference.divide(previous.abs(), DECIMAL128);
          case POINTS, ABSOLUTE -> difference;
          case PLACES -> difference.negate();
          case NEW -> BigDecimal.ZERO;
        };
    return new Delta(style, amount, judgement(kpi, now, then, difference));
  }

  /**
   * Why two values that are there do not tell a change: a part of the days never stands beside all
   * of them, except in a rate that more days make no larger. Names the days of both.
   */
  public static Optional<Reason> daysMissing(KpiDescriptor kpi, KpiValue now, KpiValue then) {
    boolean areThere = now.value().isPresent() && then.value().isPresent();
    return areThere && !kpi.daysCancel()
        ? Reason.of(Stream.concat(missingDays(now), missingDays(then)))
        : Optional.empty();
  }

  /** Whether it rests on a part of its days. */
  public static boolean isMissingDays(KpiValue value) {
    return missingDays(value).findAny().isPresent();
  }

  private static Stream<Reason> missingDays(KpiValue value) {
    return value.reason().filter(any -> value.lacks()).stream()
        .flatMap(reason -> reason.grounds().stream())
        .filter(ground -> MISSING.contains(ground.code()));
  }

  private static Style style(KpiDescriptor kpi, BigDecimal current, BigDecimal previous) {
    if (kpi.unit() == KpiUnit.PERCENT) {
      return Style.POINTS;
    } else if (kpi.unit() == KpiUnit.POSITION) {
      return Style.PLACES;
    } else if (kpi.unit() == KpiUnit.SCORE || kpi.unit() == KpiUnit.POINTS) {
      return Style.ABSOLUTE;
    } else if (previous.signum() == 0) {
      return current.signum() == 0 ? Style.PERCENT : Style.NEW;
    }
    return previous.signum() < 0 || current.signum() < 0 ? Style.ABSOLUTE : Style.PERCENT;
  }

  private static Judgement judgement(
      KpiDescriptor kpi, KpiValue now, KpiValue then, BigDecimal difference) {
    if (kpi.better() == Direction.NEUTRAL || difference.signum() == 0) {
      return Judgement.NEUTRAL;
    }
    if (isSmall(kpi, now, false) || isSmall(kpi, then, true)) {
      return Judgement.TOO_SMALL;
    }
    boolean rose = difference.signum() > 0;
    return rose == (kpi.better() == Direction.HIGHER) ? Judgement.GOOD : Judgement.BAD;
  }

  /**
   * A rate is small by the smallest of its wholes, a count by the count that it is compared with.
   */
  private static boolean isSmall(KpiDescriptor kpi, KpiValue value, boolean isBase) {
    Optional<BigDecimal> base = value.base();
    if (base.isEmpty() && isBase && kpi.unit() == KpiUnit.COUNT) {
      base = value.value().filter(v -> v.signum() != 0);
    }
    BigDecimal smallest = BigDecimal.valueOf(kpi.smallBase());
    return base.isPresent() && base.get().abs().compareTo(smallest) < 0;
  }
}
