package io.retainer.kpi;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.spi.DateSpan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What several KPIs ask of the same rows at once. They share a question only when they need the
 * same of the table that answers it: a KPI must not change because another one is asked beside it.
 */
record Question(RowSet rows, NeededTable table, List<String> by) {

  static Question of(RowSet rows, Set<Aggregation> aggregations, List<String> by) {
    return new Question(rows, NeededTable.of(rows, aggregations), by);
  }

  /**
   * The name under which the number of rows is asked beside sums and weighted means, to tell a sum
   * over no row, which is zero, from one over rows that lack the value, and how many of the rows
   * do. Levels are asked alone: they need the last day of the period only, a number of rows needs
   * them all; beside sums of that day stands how many rows it has.
   */
  static final String ROWS = "rows";

  /** What is asked, and under which name the answer carries it. */
  Map<String, Aggregation> names(Set<Aggregation> aggregations) {
    Map<String, Aggregation> names = new LinkedHashMap<>();
    if (aggregations.stream().anyMatch(Question::isOverRows)) {
      names.put(ROWS, Numbers.ROWS);
    }
    aggregations.stream()
        .filter(Aggregation.SumOnLastDay.class::isInstance)
        .map(Numbers::rowsOfLastDay)
        .distinct()
        .forEach(rowsOfDay -> names.put(ROWS + names.size(), rowsOfDay));
    Set<Aggregation> counts = new LinkedHashSet<>();
    int number = 0;
    for (Aggregation aggregation : aggregations) {
      names.put("m" + number++, aggregation);
      counts.addAll(Shortfall.beside(rows, aggregation).keySet());
    }
    aggregations.stream().flatMap(this::rowsOfIt).forEach(counts::add);
    counts.removeAll(aggregations);
    number = 0;
    for (Aggregation count : counts) {
      names.put("s" + number++, count);
    }
    return names;
  }

  /** How many rows a conditional sum is over: what a few that lack the value can make of it. */
  private Stream<Aggregation> rowsOfIt(Aggregation aggregation) {
    boolean isOfRows = rows.perKey().isEmpty() && rows.history().isEmpty();
    return isOfRows && aggregation.where().isPresent()
        ? LeafBounds.rows(aggregation).stream()
        : Stream.of();
  }

  private static boolean isOverRows(Aggregation aggregation) {
    return aggregation instanceof Aggregation.Sum
        || aggregation instanceof Aggregation.WeightedMean;
  }

  FactQuery query(
      Client client,
      Set<Aggregation> aggregations,
      List<DateSpan> periods,
      Optional<Condition> further) {
    List<Measure> measures = new ArrayList<>();
    names(aggregations)
        .forEach((name, aggregation) -> measures.add(new Measure(name, aggregation)));
    return new FactQuery(
        client.id(),
        rows.dataset(),
        both(rows.where(), further),
        by,
        Shortfall.perKey(rows),
        measures,
        periods,
        Optional.empty(),
        rows.dated(),
        rows.history(),
        client.zone());
  }

  static Optional<Condition> both(Optional<Condition> a, Optional<Condition> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.or(() -> b);
    }
    return Optional.of(new Condition.All(List.of(a.get(), b.get())));
  }
}
