package io.retainer.model.target;

import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Compared;
import io.retainer.model.kpi.Direction;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiFigure;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Base;
import io.retainer.model.time.Comparison;
import io.retainer.model.time.Period;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /**
   * Of a period of which the last day that has rows is today.
   *
   * @param over the values over so many first days, each compared with something
   */
  static KpiFigure running(
      KpiDescriptor kpi, String period, String value, Map<Integer, String> over) {
    Period whole = Period.parse(period);
    int days = over.keySet().stream().mapToInt(Integer::intValue).max().orElseThrow();
    LocalDate start = whole.span().start();
    DateSpan[] missing =
        Stream.of(start.plusDays(days + 1))
            .filter(tomorrow -> tomorrow.isBefore(whole.span().end()))
            .map(tomorrow -> new DateSpan(tomorrow, whole.span().end()))
            .toArray(DateSpan[]::new);
    KpiFigure figure = partial(kpi, period, value, missing);
    List<Compared> compared =
        over.entrySet().stream()
            .map(
                one ->
                    new Compared(
                        new Base(
                            Comparison.PREVIOUS,
                            new DateSpan(start, start.plusDays(one.getKey())),
                            whole.previous()),
                        known(kpi, one.getValue(), Optional.empty()),
                        known(kpi, "1", Optional.empty()),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    return new KpiFigure(kpi, whole, figure.current(), compared, figure.coverage());
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
