package io.retainer.kpi;

import io.retainer.kpi.formula.Columns;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Fraction;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.spi.Unit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One way to compute a KPI, ready to be asked. */
record Way(KpiDescriptor descriptor, Formula formula, Optional<Fraction> fraction) {

  Way(KpiDescriptor descriptor, Formula formula) {
    this(descriptor, formula, Fraction.of(formula));
  }

  /** What it asks the facts: by rows, the aggregations that must come from the same table. */
  Map<RowSet, Set<Aggregation>> asks() {
    Map<RowSet, Set<Aggregation>> asks = new LinkedHashMap<>();
    formula.eachLeaf(
        leaf ->
            asks.computeIfAbsent(rows(leaf), rows -> new LinkedHashSet<>())
                .addAll(aggregations(leaf)));
    return asks;
  }

  static RowSet rows(Formula leaf) {
    return leaf instanceof Formula.Aggregate aggregate
        ? aggregate.rows()
        : ((Formula.AsCounted) leaf).rows();
  }

  private static List<Aggregation> aggregations(Formula leaf) {
    return leaf instanceof Formula.Aggregate aggregate
        ? List.of(aggregate.aggregation())
        : List.of(largest((Formula.AsCounted) leaf), rowsThatCount((Formula.AsCounted) leaf));
  }

  static Aggregation largest(Formula.AsCounted counted) {
    return new Aggregation.Statistic(
        Aggregation.Function.MAX,
        new io.retainer.model.fact.RowValue.ColumnValue(counted.column()),
        Optional.empty());
  }

  static Aggregation rowsThatCount(Formula.AsCounted counted) {
    return new Aggregation.Count(
        Optional.of(new Condition.Not(new Condition.Missing(counted.column()))));
  }

  /** Whether the numbers of groups may be added to the number of all of them. */
  boolean addsUpOverGroups() {
    return asks().entrySet().stream()
        .allMatch(
            ask ->
                ask.getKey().perKey().isEmpty()
                    && ask.getValue().stream()
                        .allMatch(
                            a ->
                                a instanceof Aggregation.Sum
                                    || a instanceof Aggregation.Level
                                    || a instanceof Aggregation.CountOnLastDay
                                    || a instanceof Aggregation.Count));
  }

  /** Whether amounts of money are in it, so that currencies matter. */
  boolean hasMoney() {
    return asks().entrySet().stream()
        .anyMatch(
            ask -> {
              Set<String> columns = new LinkedHashSet<>();
              ask.getValue().forEach(a -> columns.addAll(Columns.of(a)));
              ask.getKey().perKey().ifPresent(p -> columns.addAll(Columns.of(p.measures())));
              return columns.stream()
                  .flatMap(name -> ask.getKey().dataset().find(name).stream())
                  .anyMatch(column -> column.unit() == Unit.MONEY);
            });
  }
}
