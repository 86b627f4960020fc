package io.retainer.model.kpi;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.time.Base;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How a value changed: the style follows from the unit, the judgement from the direction. */
public final class Change {

  private static final Set<Reason.Code> MISSING =
      Set.of(Reason.Code.MISSING_DAYS, Reason.Code.CLIENTS_INCOMPLETE);

  private static final Set<Reason.Code> LEFT_OUT = Set.of(Reason.Code.ROWS_LEFT_OUT);

  /** Whatever kept a point of a series from having a number, which is then computed without it. */
  private static final Set<Reason.Code> POINTS_LEFT_OUT = pointsLeftOut();

  /** So much of a change may hang on values that are missing. */
  private static final BigDecimal UNSURE_PART = new BigDecimal("0.25");

  /** A tenth of a percentage point, and a hundredth of the rate itself, is nearly nothing. */
  private static final BigDecimal NEARLY_NOTHING = new BigDecimal("0.001");

  private static final BigDecimal NEARLY_NOTHING_OF_RATE = new BigDecimal("0.01");

  private Change() {}

  private static Set<Reason.Code> pointsLeftOut() {
    Set<Reason.Code> codes = EnumSet.allOf(Reason.Code.class);
    codes.removeAll(MISSING);
    codes.removeAll(LEFT_OUT);
    codes.removeAll(Bounds.OF_VALUES);
    codes.remove(Reason.Code.ESTIMATE);
    return codes;
  }

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
   * population only, and {@link #withheld where it would mislead}.
   */
  public static Optional<Delta> of(KpiDescriptor kpi, KpiValue now, KpiValue then) {
    boolean isScore = kpi.kind() == KpiKind.SCORE;
    if (now.value().isEmpty() || then.value().isEmpty() || isScore) {
      return Optional.empty();
    }
    boolean otherMoney = !now.currency().equals(then.currency());
    if (otherMoney || withheld(kpi, now, then).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(delta(kpi, now, then, now.value().get(), then.value().get()));
  }

  private static Delta delta(
      KpiDescriptor kpi, KpiValue now, KpiValue then, BigDecimal current, BigDecimal previous) {
    Style style = style(kpi, current, previous);
    BigDecimal amount = style == Style.NEW ? BigDecimal.ZERO : amount(style, current, previous);
    return new Delta(style, amount, judgement(kpi, now, then, current.subtract(previous)));
  }

  private static BigDecimal amount(Style style, BigDecimal current, BigDecimal previous) {
    BigDecimal difference = current.subtract(previous);
    return switch (style) {
      case PERCENT ->
          previous.signum() == 0 ? BigDecimal.ZERO : difference.divide(previous.abs(), DECIMAL128);
      case POINTS, ABSOLUTE, NEW -> difference;
      case PLACES -> difference.negate();
    };
  }

  /**
   * Why two values that are there do not tell a change. A part of the days never stands beside all
   * of them, except in a rate that more days make no larger; nor do rows of which the source left
   * some out beside all of them. Values that are missing must not be able to turn the change, or to
   * make much more or less of it. Names what is missing of both.
   */
  public static Optional<Reason> withheld(KpiDescriptor kpi, KpiValue now, KpiValue then) {
    if (now.value().isEmpty() || then.value().isEmpty()) {
      return Optional.empty();
    }
    List<Reason> days =
        kpi.daysCancel()
            ? List.of()
            : Stream.concat(now.lacking(MISSING), then.lacking(MISSING)).toList();
    List<Reason> ofNow = now.lacking(LEFT_OUT).toList();
    List<Reason> ofThen = then.lacking(LEFT_OUT).toList();
    boolean isCut = ofNow.isEmpty() != ofThen.isEmpty();
    List<Reason> rows = isCut ? Stream.concat(ofNow.stream(), ofThen.stream()).toList() : List.of();
    List<Reason> values =
        isTold(kpi, now, then)
            ? List.of()
            : Stream.concat(now.lacking(Bounds.OF_VALUES), then.lacking(Bounds.OF_VALUES)).toList();
    List<Reason> points =
        Stream.concat(now.lacking(POINTS_LEFT_OUT), then.lacking(POINTS_LEFT_OUT)).toList();
    return Reason.of(Stream.of(days, rows, values, points).flatMap(List::stream));
  }

  /** Whether the change is much the same whatever the missing values are. */
  private static boolean isTold(KpiDescriptor kpi, KpiValue now, KpiValue then) {
    Optional<Bounds> current = Bounds.of(now);
    Optional<Bounds> previous = Bounds.of(then);
    if (current.isEmpty() || previous.isEmpty()) {
      return false;
    } else if (current.get().isExact() && previous.get().isExact()) {
      return true;
    }
    Style style = style(kpi, now.value().get(), then.value().get());
    if (style == Style.NEW || style == Style.PERCENT && previous.get().low().signum() <= 0) {
      return false;
    }
    BigDecimal told = amount(style, now.value().get(), then.value().get());
    BigDecimal most =
        told.abs().multiply(UNSURE_PART).max(nearlyNothing(style, now.value(), then.value()));
    return most.signum() != 0
        && Stream.of(
                amount(style, current.get().low(), previous.get().high()),
                amount(style, current.get().high(), previous.get().low()))
            .allMatch(other -> other.subtract(told).abs().compareTo(most) <= 0);
  }

  /** What nobody sees in a change in points, whichever way it goes. */
  private static BigDecimal nearlyNothing(
      Style style, Optional<BigDecimal> now, Optional<BigDecimal> then) {
    return style != Style.POINTS
        ? BigDecimal.ZERO
        : Stream.of(now, then)
            .flatMap(Optional::stream)
            .map(rate -> rate.abs().multiply(NEARLY_NOTHING_OF_RATE))
            .reduce(NEARLY_NOTHING, BigDecimal::min);
  }

  /** Whether values that are missing could make it no change, or one in the other direction. */
  private static boolean mayTurn(KpiValue now, KpiValue then) {
    return Bounds.of(now)
        .flatMap(current -> Bounds.of(then).map(current::minus))
        .filter(change -> !change.isExact())
        .filter(change -> change.low().signum() <= 0 && change.high().signum() >= 0)
        .isPresent();
  }

  /** Whether it rests on a part of its days. */
  public static boolean isMissingDays(KpiValue value) {
    return value.lacking(MISSING).findAny().isPresent();
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
    if (kpi.better() == Direction.NEUTRAL || difference.signum() == 0 || mayTurn(now, then)) {
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
