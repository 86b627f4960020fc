package io.retainer.rendering.sample;

import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.Delta.Judgement;
import io.retainer.model.kpi.Delta.Style;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.rendering.template.Definition.Line;
import io.retainer.rendering.template.Sample;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;

/** The numbers of a sample: around their level, with weekdays, seasons and some growth. */
final class SampledValues {

  /** What rates are rates of, so that the workbook can show them as a formula. */
  private static final BigDecimal BASE = BigDecimal.valueOf(1200);

  /** What there is of something changes less from day to day than what happens. */
  private static final double CALM = 0.15;

  private final Sample sample;

  SampledValues(Sample sample) {
    this.sample = sample;
  }

  KpiValue of(KpiDescriptor kpi, DateSpan span) {
    int seed = kpi.id().value().length();
    double mean =
        span.start().datesUntil(span.end()).mapToDouble(day -> wave(day, seed)).average().orElse(1);
    double days = kpi.kind().growsByDay() ? span.days() : 1;
    if (kpi.kind() == KpiKind.STOCK) {
      mean = 1 + (mean - 1) * CALM;
    }
    BigDecimal value =
        level(kpi)
            .multiply(BigDecimal.valueOf(mean * days))
            .setScale(decimals(kpi.unit()), RoundingMode.HALF_UP);
    Optional<String> currency =
        Optional.of(sample.currency().getCurrencyCode())
            .filter(code -> kpi.unit() == KpiUnit.MONEY);
    if (kpi.kind() != KpiKind.RATIO) {
      return KpiValue.known(value, Optional.empty(), Optional.empty(), currency);
    }
    BigDecimal numerator =
        value.multiply(BASE).setScale(kpi.unit() == KpiUnit.MONEY ? 2 : 0, RoundingMode.HALF_UP);
    return KpiValue.known(
        numerator.divide(BASE, MathContext.DECIMAL64),
        Optional.of(numerator),
        Optional.of(BASE),
        currency);
  }

  private BigDecimal level(KpiDescriptor kpi) {
    return Optional.ofNullable(sample.values().get(kpi.id()))
        .map(Line::value)
        .orElseGet(() -> usual(kpi.unit()));
  }

  private static BigDecimal usual(KpiUnit unit) {
    return new BigDecimal(
        switch (unit) {
          case COUNT -> "34";
          case MONEY -> "61.5";
          case PERCENT -> "0.23";
          case RATIO -> "2.4";
          case POSITION -> "8.3";
          default -> "47";
        });
  }

  private static double wave(LocalDate day, int seed) {
    double number = day.toEpochDay();
    return 1
        + 0.16 * Math.sin(number / 58.1 + seed)
        + 0.12 * Math.sin(number * 2 * Math.PI / 7 + seed)
        + 0.05 * Math.sin(number * 1.7 + seed * 3)
        + 0.00035 * (number - 20400);
  }

  static int decimals(KpiUnit unit) {
    return unit == KpiUnit.COUNT ? 0 : unit == KpiUnit.MONEY ? 2 : 6;
  }

  static Optional<Delta> delta(KpiDescriptor kpi, KpiValue now, KpiValue then) {
    BigDecimal current = now.value().orElseThrow();
    BigDecimal previous = then.value().orElseThrow();
    if (kpi.kind() == KpiKind.SCORE || previous.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal rise = current.subtract(previous);
    boolean isGood = rise.signum() > 0 == (kpi.better() == Direction.HIGHER);
    Judgement judgement =
        kpi.better() == Direction.NEUTRAL || rise.signum() == 0
            ? Judgement.NEUTRAL
            : isGood ? Judgement.GOOD : Judgement.BAD;
    return Optional.of(
        switch (kpi.unit()) {
          case PERCENT -> new Delta(Style.POINTS, rise, judgement);
          case POSITION -> new Delta(Style.PLACES, rise.negate(), judgement);
          default ->
              new Delta(
                  Style.PERCENT, rise.divide(previous.abs(), MathContext.DECIMAL64), judgement);
        });
  }
}
