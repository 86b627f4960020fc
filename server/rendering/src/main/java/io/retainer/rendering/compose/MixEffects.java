package io.retainer.rendering.compose;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.MixEffect;
import io.retainer.model.time.Base;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds rates whose groups all moved one way while the total moved the other. Only where every
 * group is on the page, is large enough to judge, was there before, and adds up to the total.
 */
final class MixEffects {

  private static final BigDecimal NEGLIGIBLE = new BigDecimal("1e-9");

  private final Kpis kpis;
  private final Client client;
  private final Base base;

  /**
   * @param base what a reader compares with first
   */
  MixEffects(Kpis kpis, Client client, Base base) {
    this.kpis = kpis;
    this.client = client;
    this.base = base;
  }

  List<MixEffect> of(Kpis.Breakdown now) {
    List<KpiDescriptor> rates = now.kpis().stream().filter(MixEffects::isRate).toList();
    if (rates.isEmpty() || now.other().isPresent() || now.groups().size() < 2) {
      return List.of();
    }
    // All that the table shows, as it was foreseen to be asked.
    List<KpiId> ids = now.kpis().stream().map(KpiDescriptor::id).toList();
    Kpis.Breakdown then =
        kpis.breakdown(client, base.period(), ids, now.dimension(), now.groups().size() + 1);
    List<MixEffect> effects = new ArrayList<>();
    for (KpiDescriptor kpi : rates) {
      int column = now.kpis().indexOf(kpi);
      Optional<Parts> before = parts(kpi, then, column);
      parts(kpi, now, column)
          .flatMap(after -> before.flatMap(old -> effect(kpi, now.dimension(), old, after)))
          .ifPresent(effects::add);
    }
    return effects;
  }

  private static boolean isRate(KpiDescriptor kpi) {
    return kpi.kind() == KpiKind.RATIO || kpi.kind() == KpiKind.WMEAN;
  }

  /** The rates of all groups, what they weigh, and the total they make. */
  private record Parts(
      Map<String, BigDecimal> rates, Map<String, BigDecimal> weights, Optional<String> currency) {

    BigDecimal whole() {
      return weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The total at the shares of other parts. */
    BigDecimal total(Parts shares) {
      BigDecimal sum = BigDecimal.ZERO;
      for (Map.Entry<String, BigDecimal> rate : rates.entrySet()) {
        sum = sum.add(rate.getValue().multiply(shares.weights.get(rate.getKey())));
      }
      return sum.divide(shares.whole(), DECIMAL128);
    }
  }

  private static Optional<Parts> parts(KpiDescriptor kpi, Kpis.Breakdown breakdown, int column) {
    if (breakdown.other().isPresent()) {
      return Optional.empty();
    }
    Parts parts =
        new Parts(
            new HashMap<>(), new HashMap<>(), breakdown.total().values().get(column).currency());
    BigDecimal smallest = BigDecimal.valueOf(Math.max(1, kpi.smallBase()));
    for (Kpis.Group group : breakdown.groups()) {
      KpiValue value = group.values().get(column);
      boolean isWhole = value.status() == KpiValue.Status.KNOWN && value.denominator().isPresent();
      if (!isWhole || value.denominator().get().compareTo(smallest) < 0) {
        return Optional.empty();
      }
      parts.rates.put(group.name(), value.value().orElseThrow());
      parts.weights.put(group.name(), value.denominator().get());
    }
    Optional<BigDecimal> total = breakdown.total().values().get(column).value();
    boolean addsUp =
        !parts.rates.isEmpty()
            && total.isPresent()
            && parts.total(parts).subtract(total.get()).abs().compareTo(NEGLIGIBLE) <= 0;
    return addsUp ? Optional.of(parts) : Optional.empty();
  }

  private Optional<MixEffect> effect(
      KpiDescriptor kpi, String dimension, Parts before, Parts after) {
    if (!before.rates.keySet().equals(after.rates.keySet())) {
      return Optional.empty();
    }
    BigDecimal change = after.total(after).subtract(before.total(before));
    int against = -change.signum();
    boolean allAgainst =
        against != 0
            && after.rates.keySet().stream()
                .allMatch(
                    name -> after.rates.get(name).compareTo(before.rates.get(name)) == against);
    if (!allAgainst) {
      return Optional.empty();
    }
    BigDecimal byRates = after.total(before).subtract(before.total(before));
    return Optional.of(
        new MixEffect(
            kpi,
            dimension,
            base.period(),
            against > 0,
            after.currency,
            delta(kpi, byRates),
            delta(kpi, change.subtract(byRates))));
  }

  private static Delta delta(KpiDescriptor kpi, BigDecimal amount) {
    boolean isPercent = kpi.unit() == KpiUnit.PERCENT;
    return new Delta(
        isPercent ? Delta.Style.POINTS : Delta.Style.ABSOLUTE, amount, Delta.Judgement.NEUTRAL);
  }
}
