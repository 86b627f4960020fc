package io.retainer.kpi;

import io.retainer.kpi.formula.Cut;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Coverage.Extent;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiDescriptor;
import io.retainer.model.kpi.KpiValue;
import io.retainer.model.kpi.Kpis.Breakdown;
import io.retainer.model.kpi.Kpis.Group;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * KPIs by the values of a dimension. What is beyond the limit is computed again from its parts; the
 * total is asked for itself.
 */
record Groups(FactSource facts, Client client, DateSpan span, String dimension) {

  Breakdown largest(List<Defined> kpis, int limit) {
    if (kpis.isEmpty() || limit < 1) {
      throw new IllegalArgumentException("A breakdown needs a KPI and a limit of 1 or more");
    }
    List<Way> ways = kpis.stream().map(this::way).toList();
    Answers groups = ask(ways, List.of(dimension), Optional.empty());
    Answers total = ask(ways, List.of(), Optional.empty());
    Optional<Reason> tooMany = groups.tooManyGroups();
    if (tooMany.isPresent()) {
      return new ManyGroups(facts, client, span, dimension)
          .breakdown(ways, limit, total, tooMany.get());
    }
    List<String> all = largestFirst(ways, groups);
    List<Group> largest =
        all.stream()
            .limit(limit)
            .map(name -> group(name, ways, groups, List.of(List.of(name))))
            .toList();
    List<String> rest = all.subList(largest.size(), all.size());
    return new Breakdown(
        ways.stream().map(Way::descriptor).toList(),
        dimension,
        largest,
        rest.isEmpty() ? Optional.empty() : Optional.of(other(ways, groups, largest, rest)),
        named(group("", ways, total, List.of(List.of())), ways, Optional.empty()),
        all.size());
  }

  /** What {@link #largest} will ask of KPIs that can be cut in one way only. */
  static List<FactQuery> foreseen(
      Client client, DateSpan span, String dimension, List<Defined> kpis) {
    List<Way> ways = new ArrayList<>();
    for (Defined kpi : kpis) {
      List<Way> cuttable = cuttable(kpi, dimension);
      if (cuttable.size() != 1) {
        return List.of();
      }
      ways.add(cuttable.get(0));
    }
    List<FactQuery> queries =
        new ArrayList<>(Answers.queries(client, ways, List.of(span), List.of(dimension)));
    queries.addAll(Answers.queries(client, ways, List.of(span), List.of()));
    return queries;
  }

  /**
   * @param value of the first KPI; null for none
   */
  private record Ranked(String name, BigDecimal value) {}

  private static final Comparator<Ranked> LARGEST_FIRST =
      Comparator.comparing(
              Ranked::value, Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
          .thenComparing(Ranked::name);

  /** Names only: of a hundred thousand queries few are shown with all their values. */
  private List<String> largestFirst(List<Way> ways, Answers groups) {
    List<Way> first = ways.subList(0, 1);
    return groups.groups(ways, 0).stream()
        .map(
            cell ->
                new Ranked(
                    cell.get(0),
                    group(cell.get(0), first, groups, List.of(cell))
                        .values()
                        .get(0)
                        .value()
                        .orElse(null)))
        .sorted(LARGEST_FIRST)
        .map(Ranked::name)
        .toList();
  }

  private Answers ask(List<Way> ways, List<String> by, Optional<Condition> further) {
    return Answers.ask(facts, client, ways, List.of(span), by, further);
  }

  /** The first way that can be cut by the dimension and has data so, else the first that can. */
  private Way way(Defined kpi) {
    List<Way> cuttable = cuttable(kpi, dimension);
    if (cuttable.isEmpty()) {
      throw new IllegalArgumentException(notCuttable(kpi));
    }
    if (cuttable.size() == 1) {
      return cuttable.get(0);
    }
    return cuttable.stream()
        .filter(
            way -> {
              Answers answers = ask(List.of(way), List.of(dimension), Optional.empty());
              return answers.tooManyGroups().isPresent()
                  || answers.numbers(way, 0, List.of()).coverage().extent() != Extent.NONE;
            })
        .findFirst()
        .orElse(cuttable.get(0));
  }

  private String notCuttable(Defined kpi) {
    KpiDescriptor descriptor = kpi.definition().descriptor();
    String cannot = descriptor.id() + " cannot be broken down by \"" + dimension + "\"; ";
    if (kpi.ways().stream().allMatch(way -> Cut.tableOf(way.formula()).isPresent())) {
      return cannot + "its value is read from a table of its own, which has no breakdown";
    }
    if (kpi.ways().isEmpty()) {
      return cannot + "it is computed from the series of other KPIs, and has no breakdown";
    }
    List<String> possible =
        descriptor.dimensions().stream().filter(one -> !cuttable(kpi, one).isEmpty()).toList();
    return cannot
        + (possible.isEmpty()
            ? "its script names none with 'by'"
            : "it can by " + String.join(", ", possible));
  }

  private static List<Way> cuttable(Defined kpi, String dimension) {
    return kpi.ways().stream().filter(way -> Cut.isPossible(way.formula(), dimension)).toList();
  }

  private Group group(String name, List<Way> ways, Answers answers, List<List<String>> cells) {
    String currency = client.currency().getCurrencyCode();
    List<KpiValue> values = new ArrayList<>();
    for (Way way : ways) {
      values.add(Calculation.value(way, answers.numbers(way, 0, cells), currency));
    }
    return new Group(name, values);
  }

  private Group other(List<Way> ways, Answers groups, List<Group> largest, List<String> rest) {
    List<List<String>> cells = rest.stream().map(List::of).toList();
    List<Way> others = ways.stream().filter(way -> !way.addsUpOverGroups()).toList();
    if (others.isEmpty()) {
      return group("", ways, groups, cells);
    }
    Answers asked = ask(others, List.of(), Optional.of(without(largest)));
    List<KpiValue> values = new ArrayList<>();
    for (Way way : ways) {
      values.addAll(
          way.addsUpOverGroups()
              ? group("", List.of(way), groups, cells).values()
              : group("", List.of(way), asked, List.of(List.of())).values());
    }
    return named(new Group("", values), ways, Optional.of(without(largest)));
  }

  private Group named(Group group, List<Way> ways, Optional<Condition> further) {
    List<KpiValue> values = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      values.add(
          new ExperimentNames(facts, client).in(group.values().get(i), ways.get(i), span, further));
    }
    return new Group(group.name(), values);
  }

  private Condition without(List<Group> largest) {
    return new Condition.Not(
        new Condition.Exactly(dimension, largest.stream().map(Group::name).toList()));
  }
}
