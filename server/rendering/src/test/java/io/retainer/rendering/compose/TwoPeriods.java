package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Two periods of a KPI by query. */
final class TwoPeriods extends OnlyGroups {

  private final KpiDescriptor kpi;
  private final Map<String, KpiValue> now = new TreeMap<>();
  private final Map<String, KpiValue> before = new TreeMap<>();
  private KpiValue totalNow;
  private KpiValue totalBefore;
  private boolean hasOthersBefore;

  TwoPeriods(KpiDescriptor kpi) {
    this.kpi = kpi;
  }

  KpiDescriptor kpi() {
    return kpi;
  }

  /** Not all groups of the earlier period are known. */
  void hasOthersBefore() {
    hasOthersBefore = true;
  }

  TwoPeriods row(String name, KpiValue later, KpiValue earlier) {
    Optional.ofNullable(later).ifPresent(value -> now.put(name, value));
    Optional.ofNullable(earlier).ifPresent(value -> before.put(name, value));
    return this;
  }

  TwoPeriods total(KpiValue later, KpiValue earlier) {
    totalNow = later;
    totalBefore = earlier;
    return this;
  }

  @Override
  public Breakdown breakdown(
      Client client, Period period, List<KpiId> ids, String dimension, int limit) {
    boolean isNow = period.span().contains(LocalDate.of(2026, 10, 1));
    Map<String, KpiValue> rows = isNow ? now : before;
    boolean hasOthers = !isNow && hasOthersBefore;
    return new Breakdown(
        List.of(kpi),
        dimension,
        rows.entrySet().stream()
            .map(row -> new Group(row.getKey(), List.of(row.getValue())))
            .toList(),
        hasOthers ? Optional.of(new Group("", List.of(totalBefore))) : Optional.empty(),
        new Group("", List.of(isNow ? totalNow : totalBefore)),
        rows.size() + (hasOthers ? 1 : 0));
  }

  @Override
  public List<KpiDescriptor> catalogue() {
    return List.of(kpi);
  }
}
