package io.retainer.kpi;

import io.retainer.kpi.formula.RowSet;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis.Breakdown;
import io.retainer.model.kpi.Kpis.Group;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A breakdown by a dimension of more values than an answer may have. The facts name the largest;
 * these are asked for by name, and all others together as rows of any other name: nothing is the
 * difference of two numbers.
 */
record ManyGroups(FactSource facts, Client client, DateSpan span, String dimension) {

  /** Each is a word of the question. */
  private static final int MOST_NAMED = 10_000;

  /**
   * @param total the KPIs over all groups
   * @param why what is said where the facts cannot name the largest
   */
  Breakdown breakdown(List<Way> ways, int limit, Answers total, Reason why) {
    List<Group> groups = List.of();
    Optional<Group> other = Optional.of(refused(ways, why));
    Optional<List<String>> names = names(ways, Math.min(limit, MOST_NAMED), total);
    int count = 0;
    if (names.isPresent()) {
      Condition named = new Condition.Exactly(dimension, names.get());
      Answers largest = ask(ways, List.of(dimension), named);
      groups =
          names.get().stream()
              .map(name -> group(name, ways, largest, List.of(name), total))
              .toList();
      count = ways.stream().mapToInt(this::count).max().orElse(0);
      Answers rest = ask(ways, List.of(), new Condition.Not(named));
      other =
          count > groups.size()
              ? Optional.of(group("", ways, rest, List.of(), total))
              : Optional.empty();
    }
    return new Breakdown(
        ways.stream().map(Way::descriptor).toList(),
        dimension,
        groups,
        other,
        group("", ways, total, List.of(), total),
        count);
  }

  /** What is counted on the last day of all groups cannot be asked of some of them. */
  private Optional<List<String>> names(List<Way> ways, int limit, Answers total) {
    boolean isOfLastRows =
        ways.stream()
            .flatMap(way -> way.asks().values().stream().flatMap(Set::stream))
            .anyMatch(Aggregation::isOfLastRows);
    Way first = ways.get(0);
    return isOfLastRows
        ? Optional.empty()
        : new LargestGroups(facts, client, span, numbers(first, total, List.of()))
            .of(first, dimension, limit);
  }

  private Answers ask(List<Way> ways, List<String> by, Condition further) {
    return Answers.ask(facts, client, ways, List.of(span), by, Optional.of(further));
  }

  private static Numbers numbers(Way way, Answers answers, List<String> group) {
    return answers.numbers(way, 0, List.of(group));
  }

  private Group group(
      String name, List<Way> ways, Answers answers, List<String> cell, Answers total) {
    List<KpiValue> values = new ArrayList<>();
    for (Way way : ways) {
      Numbers own = numbers(way, answers, cell);
      Numbers ofAll = numbers(way, total, List.of());
      values.add(
          Calculation.value(
              way,
              new Numbers(
                  own.byRows(), ofAll.byRows(), coverage(way, own, ofAll), own.isOfUnlikeDays()),
              client.currency().getCurrencyCode()));
    }
    return new Group(name, values);
  }

  private static Coverage coverage(Way way, Numbers own, Numbers ofAll) {
    return way.isOfTotal() ? own.coverage().in(ofAll.coverage().currencies()) : own.coverage();
  }

  private static Group refused(List<Way> ways, Reason why) {
    return new Group("", ways.stream().map(way -> KpiValue.notComputable(why)).toList());
  }

  /** How many groups the rows of a KPI have; rows without a value are one. */
  private int count(Way way) {
    return way.asks().keySet().stream()
        .map(rows -> count(rows, way.asks().get(rows)))
        .max(Comparator.naturalOrder())
        .orElse(0);
  }

  private int count(RowSet rows, Set<Aggregation> aggregations) {
    Condition any = new Condition.Not(new Condition.Exactly(dimension, List.of()));
    FactQuery asked =
        Question.of(rows, aggregations, List.of())
            .query(client, aggregations, List.of(span), Optional.of(any));
    List<Measure> measures = new ArrayList<>();
    measures.addAll(asked.perKey().map(inner -> inner.measures()).orElse(asked.measures()));
    measures.add(new Measure("groups", new Aggregation.Distinct(dimension, Optional.empty())));
    measures.add(
        new Measure(
            "unnamed", new Aggregation.Count(Optional.of(new Condition.Missing(dimension)))));
    FactAnswer answer =
        facts.answer(
            new FactQuery(
                asked.client(),
                asked.dataset(),
                asked.where(),
                List.of(),
                Optional.empty(),
                measures,
                asked.periods(),
                Optional.empty(),
                asked.dated(),
                asked.history(),
                asked.zone()));
    return answer.cells().stream()
        .flatMapToInt(
            cell ->
                IntStream.of(
                    cell.values().getOrDefault("groups", BigDecimal.ZERO).intValue()
                        + cell.values().getOrDefault("unnamed", BigDecimal.ZERO).signum()))
        .sum();
  }
}
