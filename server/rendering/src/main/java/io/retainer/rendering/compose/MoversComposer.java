package io.retainer.rendering.compose;

import io.retainer.model.kpi.Change;
import io.retainer.model.kpi.Delta;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiId;
import io.retainer.model.kpi.KpiUnit;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis;
import io.retainer.model.report.exhibit.Exhibit;
import io.retainer.model.report.exhibit.Movers;
import io.retainer.model.time.Base;
import io.retainer.model.time.Period;
import io.retainer.rendering.template.Definition.BlockDefinition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Sets the groups of a KPI beside what they were, the ones that moved most first. */
final class MoversComposer {

  /**
   * All that a period may have: what moved most need not be what is largest. Of one that is beyond
   * them nobody knows whether it is new or gone.
   */
  private static final int GROUPS = 200_000;

  private static final Comparator<Movers.Row> LARGEST_FIRST =
      Comparator.comparing((Movers.Row row) -> row.amount().abs())
          .reversed()
          .thenComparing(Movers.Row::name);

  private final Kpis kpis;
  private final Questions questions;
  private final Base base;

  MoversComposer(Kpis kpis, Questions questions, Base base) {
    this.kpis = kpis;
    this.questions = questions;
    this.base = base;
  }

  /** The days of the period that are compared, and what they are compared with. */
  static List<Period> periods(Period period, Base base) {
    Period now = base.days().equals(period.span()) ? period : Period.of(base.days());
    return List.of(now, base.period());
  }

  /** Empty where the totals cannot be compared, or no row moved. */
  Optional<Exhibit> compose(BlockDefinition block) {
    List<Period> periods = periods(questions.period(), base);
    Kpis.Breakdown now = breakdown(block, periods.get(0));
    Kpis.Breakdown before = breakdown(block, periods.get(1));
    KpiDescriptor kpi = now.kpis().get(0);
    Optional<Movers.Row> total =
        row(kpi, "", Optional.of(value(now.total())), Optional.of(value(before.total())));
    List<Movers.Row> moved = new ArrayList<>();
    int compared = 0;
    int small = 0;
    int untold = 0;
    for (Pair pair : pairs(now, before)) {
      if (isOneSided(kpi, pair, now, before)) {
        untold += Movers.isRate(kpi) ? 0 : 1;
        continue;
      }
      if (isTiny(kpi, pair.now()) || isTiny(kpi, pair.before())) {
        small++;
        continue;
      }
      Optional<Movers.Row> row = row(kpi, pair.name(), pair.now(), pair.before());
      compared += row.isPresent() ? 1 : 0;
      untold += row.isEmpty() && pair.areThere() ? 1 : 0;
      row.filter(one -> one.amount().signum() != 0).ifPresent(moved::add);
    }
    if (total.isEmpty() || moved.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Movers(
            kpi,
            now.dimension(),
            periods.get(0),
            base,
            total.get(),
            most(moved, 1),
            most(moved, -1),
            block.top(),
            compared,
            small,
            untold));
  }

  private Kpis.Breakdown breakdown(BlockDefinition block, Period period) {
    List<KpiId> ids = List.of(block.lead());
    return new MonthlyGroups(kpis, questions.client())
        .breakdown(period, ids, block.by().orElseThrow(), GROUPS);
  }

  private static List<Movers.Row> most(List<Movers.Row> moved, int direction) {
    return moved.stream()
        .filter(row -> row.amount().signum() == direction)
        .sorted(LARGEST_FIRST)
        .limit(Movers.MOST)
        .toList();
  }

  private record Pair(String name, Optional<KpiValue> now, Optional<KpiValue> before) {

    boolean isInBoth() {
      return now.isPresent() && before.isPresent();
    }

    /** Whether nothing but what it lacks keeps it from being compared. */
    boolean areThere() {
      return Stream.concat(now.stream(), before.stream())
          .allMatch(value -> value.value().isPresent());
    }
  }

  /** The groups of both periods by name. */
  private static List<Pair> pairs(Kpis.Breakdown now, Kpis.Breakdown before) {
    Map<String, KpiValue> later = byName(now);
    Map<String, KpiValue> earlier = byName(before);
    TreeSet<String> names = new TreeSet<>(later.keySet());
    names.addAll(earlier.keySet());
    return names.stream()
        .map(
            name ->
                new Pair(
                    name,
                    Optional.ofNullable(later.get(name)),
                    Optional.ofNullable(earlier.get(name))))
        .toList();
  }

  /**
   * A rate has to be there in both periods; so has everything else of which not all groups are
   * known.
   */
  private static boolean isOneSided(
      KpiDescriptor kpi, Pair pair, Kpis.Breakdown now, Kpis.Breakdown before) {
    boolean isUnknown = pair.now().isPresent() ? !isWhole(before) : !isWhole(now);
    return !pair.isInBoth() && (isUnknown || Movers.isRate(kpi));
  }

  /** Whether what is not among the groups was not there: nothing is beyond them or left out. */
  private static boolean isWhole(Kpis.Breakdown breakdown) {
    return breakdown.other().isEmpty()
        && breakdown.groups().stream()
            .map(MoversComposer::value)
            .noneMatch(value -> value.lacks() || value.status() == KpiValue.Status.SUPPRESSED);
  }

  /** A group without rows in the period is not there. */
  private static Map<String, KpiValue> byName(Kpis.Breakdown breakdown) {
    Map<String, KpiValue> values = new LinkedHashMap<>();
    breakdown.groups().stream()
        .filter(group -> value(group).status() != KpiValue.Status.NO_DATA)
        .forEach(group -> values.put(group.name(), value(group)));
    return values;
  }

  private static KpiValue value(Kpis.Group group) {
    return group.values().get(0);
  }

  /** A rate of next to nothing, or of nobody knows how much, is no news whatever it does. */
  private static boolean isTiny(KpiDescriptor kpi, Optional<KpiValue> value) {
    BigDecimal smallest = BigDecimal.valueOf(Math.max(1, kpi.smallBase()));
    return Movers.isRate(kpi)
        && value
            .flatMap(KpiValue::denominator)
            .filter(base -> base.abs().compareTo(smallest) >= 0)
            .isEmpty();
  }

  /** Empty where the two cannot be compared. */
  private static Optional<Movers.Row> row(
      KpiDescriptor kpi, String name, Optional<KpiValue> now, Optional<KpiValue> before) {
    KpiValue later = now.orElseGet(() -> nothing(before.orElseThrow()));
    KpiValue earlier = before.orElseGet(() -> nothing(now.orElseThrow()));
    Optional<Delta> delta = Change.of(kpi, later, earlier);
    return delta.map(
        found -> {
          BigDecimal rise = later.value().orElseThrow().subtract(earlier.value().orElseThrow());
          BigDecimal amount = kpi.unit() == KpiUnit.POSITION ? rise.negate() : rise;
          return new Movers.Row(name, now, before, amount, found);
        });
  }

  /** What was not there counted nothing, in the same money. */
  private static KpiValue nothing(KpiValue like) {
    return KpiValue.known(BigDecimal.ZERO, Optional.empty(), Optional.empty(), like.currency());
  }
}
