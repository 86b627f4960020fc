package io.retainer.rendering.compose;

import io.retainer.model.client.Client;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.Bounds;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiKind;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The groups of a quarter or a year whose source tells them month by month: what adds up over time
 * is added, and nothing else is there. A table of a month is never divided, and three of them
 * together are the quarter.
 */
final class MonthlyGroups {

  /** All that a month may have. */
  private static final int GROUPS = 200_000;

  private static final int MOST_MONTHS = 12;

  private static final Comparator<Kpis.Group> LARGEST_FIRST =
      Comparator.comparing(
              (Kpis.Group group) -> group.values().get(0).value().orElse(null),
              Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
          .thenComparing(Kpis.Group::name);

  private final Kpis kpis;
  private final Client client;

  MonthlyGroups(Kpis kpis, Client client) {
    this.kpis = kpis;
    this.client = client;
  }

  /** The groups of the period as a whole; where nobody tells those, of its months together. */
  Kpis.Breakdown breakdown(Period period, List<KpiId> ids, String dimension, int limit) {
    Kpis.Breakdown whole = kpis.breakdown(client, period, ids, dimension, limit);
    if (isFilled(whole)) {
      // A rest of one group takes the row that the group itself would.
      return whole.groupCount() == whole.groups().size() + 1
          ? kpis.breakdown(client, period, ids, dimension, limit + 1)
          : whole;
    }
    List<KpiId> added = ids.stream().filter(this::addsUp).toList();
    List<Period> months = months(period);
    if (months.size() < 2 || added.isEmpty() || !added.get(0).equals(ids.get(0))) {
      return whole;
    }
    // The first month that is not told ends the asking: mostly there is nothing at all.
    List<Kpis.Breakdown> told =
        months.stream()
            .map(month -> kpis.breakdown(client, month, added, dimension, GROUPS))
            .takeWhile(part -> isFilled(part) && part.other().isEmpty())
            .toList();
    return told.size() == months.size() ? together(whole, added, told, limit) : whole;
  }

  static boolean isFilled(Kpis.Breakdown breakdown) {
    return breakdown.groups().stream()
        .flatMap(group -> group.values().stream())
        .map(KpiValue::value)
        .anyMatch(Optional::isPresent);
  }

  private boolean addsUp(KpiId id) {
    return kpis.find(id).filter(kpi -> kpi.kind() == KpiKind.FLOW).isPresent();
  }

  /** None of a period that is not made of whole months. */
  private static List<Period> months(Period period) {
    LocalDate start = period.span().start();
    LocalDate end = period.span().end();
    if (start.getDayOfMonth() != 1 || end.getDayOfMonth() != 1) {
      return List.of();
    }
    return Stream.iterate(YearMonth.from(start), month -> month.plusMonths(1))
        .takeWhile(month -> month.atDay(1).isBefore(end))
        .limit(MOST_MONTHS + 1L)
        .map(Period::month)
        .toList();
  }

  private static Kpis.Breakdown together(
      Kpis.Breakdown whole, List<KpiId> ids, List<Kpis.Breakdown> parts, int limit) {
    Map<String, List<Kpis.Group>> byName = new LinkedHashMap<>();
    for (Kpis.Breakdown part : parts) {
      part.groups()
          .forEach(
              group -> byName.computeIfAbsent(group.name(), any -> new ArrayList<>()).add(group));
    }
    List<Kpis.Group> all =
        byName.entrySet().stream()
            .map(entry -> sum(entry.getKey(), entry.getValue(), ids.size()))
            .sorted(LARGEST_FIRST)
            .toList();
    List<Kpis.Group> largest =
        all.size() == limit + 1 ? all : all.subList(0, Math.min(limit, all.size()));
    List<Kpis.Group> rest = all.subList(largest.size(), all.size());
    Kpis.Group months = sum("", parts.stream().map(Kpis.Breakdown::total).toList(), ids.size());
    return new Kpis.Breakdown(
        parts.get(0).kpis(),
        whole.dimension(),
        largest,
        rest.isEmpty() ? Optional.empty() : Optional.of(sum("", rest, ids.size())),
        total(whole, parts.get(0).kpis(), months),
        all.size());
  }

  /** The KPI itself; the months' together where that is not told either. */
  private static Kpis.Group total(
      Kpis.Breakdown whole, List<KpiDescriptor> kpis, Kpis.Group months) {
    List<KpiId> asked = whole.kpis().stream().map(KpiDescriptor::id).toList();
    List<KpiValue> values = new ArrayList<>();
    for (int i = 0; i < kpis.size(); i++) {
      int column = asked.indexOf(kpis.get(i).id());
      Optional<KpiValue> itself =
          column < 0 ? Optional.empty() : Optional.of(whole.total().values().get(column));
      values.add(itself.filter(one -> one.value().isPresent()).orElse(months.values().get(i)));
    }
    return new Kpis.Group("", values);
  }

  private static Kpis.Group sum(String name, List<Kpis.Group> groups, int columns) {
    return new Kpis.Group(
        name,
        IntStream.range(0, columns)
            .mapToObj(
                column -> sum(groups.stream().map(group -> group.values().get(column)).toList()))
            .toList());
  }

  /** As sure as the least sure of them. */
  private static KpiValue sum(List<KpiValue> values) {
    List<KpiValue> told =
        values.stream().filter(value -> value.status() != KpiValue.Status.NO_DATA).toList();
    if (told.isEmpty()) {
      return values.get(0);
    }
    Optional<KpiValue> unknown = told.stream().filter(one -> one.value().isEmpty()).findFirst();
    if (unknown.isPresent()) {
      return unknown.get();
    }
    List<String> currencies =
        told.stream().flatMap(one -> one.currency().stream()).distinct().sorted().toList();
    if (currencies.size() > 1) {
      return KpiValue.notComputable(
          new Reason(
              Reason.Code.MIXED_CURRENCIES,
              currencies,
              "amounts are in " + String.join(", ", currencies)));
    }
    BigDecimal sum =
        told.stream()
            .map(one -> one.value().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    KpiValue leastSure =
        told.stream()
            .filter(one -> one.status() != KpiValue.Status.KNOWN)
            .findFirst()
            .orElse(told.get(0));
    return new KpiValue(
            leastSure.status(),
            Optional.of(sum),
            Optional.empty(),
            Optional.empty(),
            told.get(0).currency(),
            leastSure.reason())
        .within(
            told.stream()
                .map(Bounds::of)
                .reduce(MonthlyGroups::plus)
                .orElseThrow()
                .filter(ends -> !ends.isExact()));
  }

  private static Optional<Bounds> plus(Optional<Bounds> a, Optional<Bounds> b) {
    return a.flatMap(one -> b.map(one::plus));
  }
}
