package io.retainer.model.target;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Figures to be judged. */
final class Figures {

  static final KpiDescriptor REVENUE =
      kpi("orders.revenue", KpiKind.FLOW, KpiUnit.MONEY, Direction.HIGHER);
  static final KpiDescriptor ORDERS =
      kpi("orders.count", KpiKind.FLOW, KpiUnit.COUNT, Direction.HIGHER);
  static final KpiDescriptor COST = kpi("ads.cost", KpiKind.FLOW, KpiUnit.MONEY, Direction.NEUTRAL);
  static final KpiDescriptor BOUNCE =
      kpi("web.bounce-rate", KpiKind.RATIO, KpiUnit.PERCENT, Direction.LOWER);
  static final KpiDescriptor CTR =
      kpi("search.ctr", KpiKind.RATIO, KpiUnit.PERCENT, Direction.HIGHER);
  static final KpiDescriptor FREQUENCY =
      kpi("social.frequency", KpiKind.RATIO, KpiUnit.RATIO, Direction.NEUTRAL);
  static final KpiDescriptor ENGAGEMENT =
      kpi("web.engagement-time", KpiKind.RATIO, KpiUnit.SECONDS, Direction.HIGHER);
  static final KpiDescriptor TOP = kpi("shop.top", KpiKind.RANK, KpiUnit.COUNT, Direction.HIGHER);

  private Figures() {}

  static KpiDescriptor kpi(String id, KpiKind kind, KpiUnit unit, Direction better) {
    return new KpiDescriptor(
        new KpiId(id),
        "1",
        kind,
        unit,
        better,
        Map.of("en", id),
        Map.of(),
        "d",
        "f",
        List.of(),
        30);
  }

  static KpiFigure whole(KpiDescriptor kpi, String period, String value) {
    return figure(kpi, period, known(kpi, value, Optional.empty()), List.of());
  }

  static KpiFigure over(KpiDescriptor kpi, String period, String value, String denominator) {
    return figure(
        kpi, period, known(kpi, value, Optional.of(new BigDecimal(denominator))), List.of());
  }

  static KpiFigure partial(KpiDescriptor kpi, String period, String value, DateSpan... missing) {
    Reason reason = new Reason(Reason.Code.MISSING_DAYS, List.of(), "Days are missing.");
    KpiValue partial =
        new KpiValue(
            KpiValue.Status.PARTIAL,
            Optional.of(new BigDecimal(value)),
            Optional.empty(),
            Optional.empty(),
            currency(kpi),
            Optional.of(reason));
    return figure(kpi, period, partial, List.of(missing));
  }

  static KpiFigure none(KpiDescriptor kpi, String period) {
    return figure(
        kpi,
        period,
        KpiValue.noData(new Reason(Reason.Code.NOTHING_IMPORTED, List.of(), "Nothing.")),
        List.of());
  }

  private static KpiValue known(KpiDescriptor kpi, String value, Optional<BigDecimal> base) {
    return KpiValue.known(new BigDecimal(value), Optional.empty(), base, currency(kpi));
  }

  private static Optional<String> currency(KpiDescriptor kpi) {
    return Optional.of("EUR").filter(code -> kpi.unit() == KpiUnit.MONEY);
  }

  private static KpiFigure figure(
      KpiDescriptor kpi, String period, KpiValue value, List<DateSpan> missing) {
    Coverage coverage =
        new Coverage(
            missing.isEmpty() ? Coverage.Extent.FULL : Coverage.Extent.PARTIAL,
            missing,
            List.of(),
            Set.of(),
            true,
            Optional.empty());
    return new KpiFigure(kpi, Period.parse(period), value, List.of(), coverage);
  }
}
