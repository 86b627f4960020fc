package io.retainer.kpi;

import io.retainer.kpi.formula.AmountsCompared;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import io.retainer.spi.Suppressed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is asked beside an aggregation, to know whether it lacks values that belong in it: how many,
 * of which columns.
 *
 * @param columns of the dataset
 */
record Shortfall(Why why, List<String> columns) {

  /** What became of a value. */
  enum Why {
    KEPT_BACK,
    MISSING,
    /** Of a profile that was read shortly before and is not any more. */
    ABSENT
  }

  private static final String MARK = "~";

  /** The counts that go with an aggregation, each with what it is about. */
  static Map<Aggregation, Shortfall> beside(RowSet rows, Aggregation aggregation) {
    Map<Aggregation, Shortfall> counts = ofValues(rows, aggregation);
    rows.perKey()
        .map(inner -> inner.measures().stream().map(Measure::aggregation))
        .orElseGet(() -> Stream.of(aggregation))
        .forEach(level -> absent(level).ifPresent(count -> counts.put(count, absent(count))));
    return counts;
  }

  private static Shortfall absent(Aggregation.AbsentProfiles count) {
    return new Shortfall(Why.ABSENT, count.profile());
  }

  /**
   * Profiles that a level lacks. What has a level counts; the last rows of a day are found whatever
   * else is asked of them.
   */
  private static Optional<Aggregation.AbsentProfiles> absent(Aggregation of) {
    if (of.profiles().isEmpty()) {
      return Optional.empty();
    }
    if (of instanceof Aggregation.Level level) {
      List<Condition> counts = new ArrayList<>(level.where().stream().toList());
      counts.add(new Condition.Not(new Condition.Missing(level.column())));
      return Optional.of(
          new Aggregation.AbsentProfiles(level.profile(), Optional.of(new Condition.All(counts))));
    }
    return Optional.of(new Aggregation.AbsentProfiles(of.profiles(), Optional.empty()));
  }

  private static Map<Aggregation, Shortfall> ofValues(RowSet rows, Aggregation aggregation) {
    Map<Aggregation, Shortfall> counts = new LinkedHashMap<>();
    for (String column : values(aggregation)) {
      counting(rows, column)
          .forEach(
              (count, of) -> counts.put(sameRows(aggregation, aggregation.where(), count), of));
    }
    added(rows, aggregation)
        .ifPresent(
            value ->
                counts.put(
                    sameRows(
                        aggregation,
                        amongThoseWithIt(rows, aggregation.where(), value),
                        new RowValue.Lacking(value)),
                    new Shortfall(Why.MISSING, List.copyOf(NamedColumns.of(value)))));
    boolean isOfEver = rows.history().isPresent() || aggregation.looksBack();
    for (String column : NamedColumns.of(rows.where())) {
      if (rows.dataset().find(column).filter(Suppressed::fits).isPresent()) {
        counts.put(
            new Aggregation.Undecided(new RowValue.Suppressed(column), Optional.empty(), isOfEver),
            new Shortfall(Why.KEPT_BACK, List.of(column)));
      }
    }
    for (String column : AmountsCompared.of(rows.dataset(), rows.where())) {
      RowValue amount = new RowValue.ColumnValue(column);
      counts.put(
          new Aggregation.Undecided(
              new RowValue.Lacking(amount),
              amongThoseWithIt(rows, Optional.empty(), amount),
              isOfEver),
          new Shortfall(Why.MISSING, List.of(column)));
    }
    // Whether a row counts cannot be told when the value that decides is kept back.
    for (String column : conditions(aggregation)) {
      counting(rows, column)
          .forEach((count, of) -> counts.put(new Aggregation.Sum(count, Optional.empty()), of));
    }
    if (rows.perKey().isEmpty()) {
      for (String column : AmountsCompared.of(rows.dataset(), aggregation.where())) {
        RowValue amount = new RowValue.ColumnValue(column);
        counts.put(
            sameRows(
                aggregation,
                amongThoseWithIt(rows, besides(aggregation.where(), column), amount),
                new RowValue.Lacking(amount)),
            new Shortfall(Why.MISSING, List.of(column)));
      }
    }
    return counts;
  }

  /** What else must hold of a row. */
  private static Optional<Condition> besides(Optional<Condition> where, String column) {
    List<Condition> others =
        Condition.conjuncts(where).stream()
            .filter(each -> !NamedColumns.of(each).contains(column))
            .toList();
    return others.isEmpty() ? Optional.empty() : Optional.of(new Condition.All(others));
  }

  /** The inner grouping with the counts of its own measures. */
  static Optional<PerKey> perKey(RowSet rows) {
    return rows.perKey()
        .map(
            inner -> {
              List<Measure> measures = new ArrayList<>(inner.measures());
              for (Measure measure : inner.measures()) {
                inside(rows, measure)
                    .forEach((count, name) -> measures.add(new Measure(name, count)));
              }
              return new PerKey(inner.key(), measures);
            });
  }

  /** The counts of an inner measure, with the names of their columns. */
  private static Map<Aggregation, String> inside(RowSet rows, Measure measure) {
    RowSet flat =
        new RowSet(
            rows.dataset(), Optional.empty(), Optional.empty(), rows.dated(), rows.history());
    Map<Aggregation, String> named = new LinkedHashMap<>();
    ofValues(flat, measure.aggregation())
        .forEach(
            (count, of) ->
                named.put(count, measure.name() + MARK + named.size() + MARK + of.written()));
    return named;
  }

  private String written() {
    return why + MARK + String.join(MARK, columns);
  }

  /** What a count of an inner measure is about, by its name. */
  private static Shortfall read(String name) {
    List<String> words = List.of(name.split(MARK));
    return new Shortfall(Why.valueOf(words.get(2)), words.subList(3, words.size()));
  }

  private static Map<RowValue, Shortfall> counting(RowSet rows, String column) {
    Map<RowValue, Shortfall> counts = new LinkedHashMap<>();
    if (rows.perKey().isEmpty()) {
      rows.dataset()
          .find(column)
          .filter(Suppressed::fits)
          .ifPresent(
              known ->
                  counts.put(
                      new RowValue.Suppressed(column),
                      new Shortfall(Why.KEPT_BACK, List.of(column))));
      return counts;
    }
    rows.perKey().get().measures().stream()
        .filter(measure -> measure.name().equals(column))
        .flatMap(measure -> inside(rows, measure).values().stream())
        .forEach(name -> counts.put(new RowValue.ColumnValue(name), read(name)));
    return counts;
  }

  /**
   * The value that is added up, where a row that lacks it leaves the sum too small. A mean or a
   * median is over the things that have the value, and lacks none.
   */
  private static Optional<RowValue> added(RowSet rows, Aggregation aggregation) {
    RowValue value = null;
    if (aggregation instanceof Aggregation.Sum sum) {
      value = sum.value();
    } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
      value = sum.value();
    } else if (aggregation instanceof Aggregation.MaturedSum sum) {
      value = sum.value();
    } else if (aggregation instanceof Aggregation.OpenAtEnd open) {
      value = open.value().orElse(null);
    } else if (aggregation instanceof Aggregation.SumOfCounts sum) {
      return Optional.of(new RowValue.ColumnValue(sum.column()));
    }
    return rows.perKey().isEmpty() && value != null && isOfRows(rows, value)
        ? Optional.of(value)
        : Optional.empty();
  }

  /** Whether rows have it of themselves, and all of them should. */
  private static boolean isOfRows(RowSet rows, RowValue value) {
    return NamedColumns.of(value).stream()
        .allMatch(
            name ->
                rows.dataset()
                    .find(name)
                    .filter(column -> column.additivity() != Additivity.DISTINCT)
                    .isPresent());
  }

  /** A refund is a row of its own, which has no total, and no items; what it has is an amount. */
  private static Optional<Condition> amongThoseWithIt(
      RowSet rows, Optional<Condition> where, RowValue value) {
    Set<String> ofRefunds = rows.dataset().noneWhereEmpty();
    if (!ofRefunds.contains("refunded")
        || NamedColumns.of(value).stream().anyMatch(ofRefunds::contains)) {
      return where;
    }
    List<Condition> all = new ArrayList<>(where.stream().toList());
    all.add(
        new Condition.AnyOf(
            List.of(
                new Condition.Compare("status", Condition.Comparator.NOT_EQUAL, "refund"),
                new Condition.Missing("status"))));
    return Optional.of(new Condition.All(all));
  }

  private static Aggregation sameRows(
      Aggregation aggregation, Optional<Condition> where, RowValue count) {
    if (aggregation instanceof Aggregation.MaturedSum sum) {
      return new Aggregation.MaturedSum(sum.key(), count, sum.days(), where);
    } else if (aggregation instanceof Aggregation.OpenAtEnd open) {
      return new Aggregation.OpenAtEnd(open.ended(), Optional.of(count), where);
    } else if (aggregation instanceof Aggregation.SumOnLastDay) {
      return new Aggregation.SumOnLastDay(count, aggregation.profiles(), where);
    }
    return new Aggregation.Sum(count, where);
  }

  private static Set<String> values(Aggregation aggregation) {
    Set<String> columns = new LinkedHashSet<>();
    if (aggregation instanceof Aggregation.Sum sum) {
      columns.addAll(NamedColumns.of(sum.value()));
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      columns.addAll(NamedColumns.of(statistic.value()));
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      columns.addAll(NamedColumns.of(percentile.value()));
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      columns.addAll(NamedColumns.of(mean.value()));
      columns.addAll(NamedColumns.of(mean.weight()));
    } else if (aggregation instanceof Aggregation.Level level) {
      columns.add(level.column());
    } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
      columns.addAll(NamedColumns.of(sum.value()));
    } else if (aggregation instanceof Aggregation.SumOfCounts sum) {
      columns.add(sum.column());
    } else if (aggregation instanceof Aggregation.MaturedSum sum) {
      columns.addAll(NamedColumns.of(sum.value()));
    } else if (aggregation instanceof Aggregation.OpenAtEnd open) {
      open.value().ifPresent(value -> columns.addAll(NamedColumns.of(value)));
    }
    return columns;
  }

  private static Set<String> conditions(Aggregation aggregation) {
    Set<String> columns = new LinkedHashSet<>(NamedColumns.of(aggregation.where()));
    if (aggregation instanceof Aggregation.Furthest furthest) {
      for (Condition step : furthest.steps()) {
        columns.addAll(NamedColumns.of(step));
      }
    }
    return columns;
  }
}
