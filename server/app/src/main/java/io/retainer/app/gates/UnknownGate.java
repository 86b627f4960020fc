package io.retainer.app.gates;

import io.retainer.app.reports.GateLevel;
import io.retainer.app.reports.Inspection;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.kpi.Nameless;
import io.retainer.model.report.BreakdownTable;
import io.retainer.model.report.Section;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nearly all of an amount belongs to a campaign, channel or source with a name. */
final class UnknownGate implements Gate {

  private static final BigDecimal MOST = new BigDecimal("0.2");

  private static final Set<String> NAMED = Set.of("campaign", "channel", "source", "medium");

  @Override
  public String name() {
    return "unknown";
  }

  @Override
  public GateLevel usual() {
    return GateLevel.WARN;
  }

  @Override
  public List<Found> look(Inspection.Draft draft) {
    List<Found> found = new ArrayList<>();
    for (Section section : draft.content().sections()) {
      if (section instanceof Section.Filled filled) {
        filled.breakdowns().stream()
            .map(BreakdownTable::breakdown)
            .filter(breakdown -> NAMED.contains(breakdown.dimension()))
            .forEach(breakdown -> look(breakdown).ifPresent(found::add));
      }
    }
    return found;
  }

  private static Optional<Found> look(Kpis.Breakdown breakdown) {
    for (int i = 0; i < breakdown.kpis().size(); i++) {
      KpiDescriptor kpi = breakdown.kpis().get(i);
      if (kpi.kind() == KpiKind.FLOW) {
        return look(breakdown, i, kpi);
      }
    }
    return Optional.empty();
  }

  private static Optional<Found> look(Kpis.Breakdown breakdown, int column, KpiDescriptor kpi) {
    BigDecimal total = amount(breakdown.total(), column);
    BigDecimal unknown =
        breakdown.groups().stream()
            .filter(group -> Nameless.isUnknown(group.name()))
            .map(group -> amount(group, column))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.signum() <= 0 || unknown.compareTo(total.multiply(MOST)) <= 0) {
      return Optional.empty();
    }
    BigDecimal share = unknown.divide(total, MathContext.DECIMAL64);
    return Optional.of(
        Found.of(
            "found",
            (formats, locale) ->
                new Object[] {
                  kpi.title(locale),
                  formats.byDimension(breakdown.dimension()),
                  formats.wholePercent(share, RoundingMode.HALF_UP),
                  formats.wholePercent(MOST, RoundingMode.HALF_UP)
                }));
  }

  private static BigDecimal amount(Kpis.Group group, int column) {
    return group.values().get(column).value().orElse(BigDecimal.ZERO);
  }
}
