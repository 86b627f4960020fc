package io.retainer.kpi.rows;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes one number of rows.
 *
 * @param inPeriod the rows of the period and group
 * @param ofAllGroups the rows of the period: the day of the last check is the same for all groups
 * @param ever the rows of the group whatever their day
 * @param distinctColumns columns that count distinct people: one row's value stands, two are not
 *     added
 */
record RowAggregations(
    List<Row> inPeriod,
    List<Row> ofAllGroups,
    List<Row> ever,
    DateSpan period,
    Set<String> distinctColumns) {

  Optional<BigDecimal> number(Aggregation aggregation) {
    List<Row> rows = matching(inPeriod, aggregation.where());
    if (aggregation instanceof Aggregation.Count) {
      return count(rows.size());
    } else if (aggregation instanceof Aggregation.Sum sum) {
      return sum(rows, sum.value());
    } else if (aggregation instanceof Aggregation.Distinct distinct) {
      return count(keys(rows, distinct.column()).size());
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      return statistic(rows, statistic);
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      return percentile(rows, percentile);
    } else if (aggregation instanceof Aggregation.Furthest furthest) {
      return furthest(rows, furthest);
    } else if (aggregation instanceof Aggregation.Level level) {
      return level(rows, level);
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      return weightedMean(rows, mean);
    } else if (aggregation instanceof Aggregation.CountOnLastDay onLastDay) {
      return onLastDay(onLastDay);
    } else if (aggregation instanceof Aggregation.SumOnLastDay onLastDay) {
      return added(lastRows(onLastDay), onLastDay.value());
    } else if (aggregation instanceof Aggregation.SumOfCounts counts) {
      return added(rows, new RowValue.ColumnValue(counts.column()));
    } else if (aggregation instanceof Aggregation.ExistingKeys existing) {
      return count(earlierKeys(existing.key(), existing.where()).size());
    }
    if (aggregation instanceof Aggregation.Undecided
        || aggregation instanceof Aggregation.AbsentProfiles) {
      // Such rows are not among these.
      return Optional.empty();
    }
    if (!(aggregation instanceof Aggregation.RetainedKeys retained)) {
      return new RowLookBack(ever, period).number(aggregation);
    }
    Set<String> keys = earlierKeys(retained.key(), retained.where());
    keys.retainAll(keys(rows, retained.key()));
    return count(keys.size());
  }

  private static Optional<BigDecimal> count(long number) {
    return Optional.of(BigDecimal.valueOf(number));
  }

  static List<Row> matching(List<Row> rows, Optional<Condition> where) {
    return rows.stream().filter(row -> RowConditions.holds(where, row)).toList();
  }

  private static Set<String> keys(List<Row> rows, String column) {
    return rows.stream()
        .flatMap(row -> row.value(column).stream())
        .map(Object::toString)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Set<String> earlierKeys(String key, Optional<Condition> where) {
    List<Row> earlier = ever.stream().filter(row -> row.day().isBefore(period.start())).toList();
    return keys(matching(earlier, where), key);
  }

  private Optional<BigDecimal> sum(List<Row> rows, RowValue value) {
    List<BigDecimal> values =
        rows.stream().flatMap(row -> RowNumbers.of(value, row).stream()).toList();
    boolean isDistinct =
        value instanceof RowValue.ColumnValue column && distinctColumns.contains(column.column());
    return isDistinct && values.size() > 1
        ? Optional.empty()
        : values.stream().reduce(BigDecimal::add);
  }

  private static Optional<BigDecimal> statistic(List<Row> rows, Aggregation.Statistic statistic) {
    List<BigDecimal> values =
        rows.stream()
            .flatMap(row -> RowNumbers.of(statistic.value(), row).stream())
            .sorted()
            .toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    int last = values.size() - 1;
    return Optional.of(
        switch (statistic.function()) {
          case MIN -> values.get(0);
          case MAX -> values.get(last);
          case MEDIAN ->
              values
                  .get(last / 2)
                  .add(values.get((last + 1) / 2))
                  .divide(BigDecimal.valueOf(2), DECIMAL128);
        });
  }

  private static Optional<BigDecimal> percentile(
      List<Row> rows, Aggregation.Percentile percentile) {
    List<BigDecimal> values =
        rows.stream()
            .flatMap(row -> RowNumbers.of(percentile.value(), row).stream())
            .sorted()
            .toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal rank =
        percentile.percent().movePointLeft(2).multiply(BigDecimal.valueOf(values.size() - 1));
    int below = rank.intValue();
    BigDecimal lower = values.get(below);
    BigDecimal upper = values.get(Math.min(below + 1, values.size() - 1));
    BigDecimal way = rank.subtract(BigDecimal.valueOf(below));
    return Optional.of(lower.add(upper.subtract(lower).multiply(way)));
  }

  private static Optional<BigDecimal> furthest(List<Row> rows, Aggregation.Furthest furthest) {
    for (int step = furthest.steps().size(); step > 0; step--) {
      Condition reached = furthest.steps().get(step - 1);
      if (rows.stream().anyMatch(row -> RowConditions.holds(reached, row))) {
        return count(step);
      }
    }
    return count(0);
  }

  private static Optional<BigDecimal> weightedMean(List<Row> rows, Aggregation.WeightedMean mean) {
    BigDecimal values = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (Row row : rows) {
      Optional<BigDecimal> value = RowNumbers.of(mean.value(), row);
      Optional<BigDecimal> weight = RowNumbers.of(mean.weight(), row);
      if (value.isPresent() && weight.isPresent()) {
        values = values.add(value.get().multiply(weight.get()));
        weights = weights.add(weight.get());
      }
    }
    return weights.signum() == 0
        ? Optional.empty()
        : Optional.of(values.divide(weights, DECIMAL128));
  }

  private static Optional<BigDecimal> level(List<Row> rows, Aggregation.Level level) {
    List<Row> known = rows.stream().filter(row -> row.number(level.column()).isPresent()).toList();
    return byAccount(known).values().stream()
        .flatMap(account -> byProfile(account, level.profile()).stream())
        .flatMap(profile -> onOneDay(profile, level.first()).stream())
        .map(row -> row.number(level.column()).orElseThrow())
        .reduce(BigDecimal::add);
  }

  private static Collection<List<Row>> byProfile(List<Row> rows, List<String> profile) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> profile.stream().map(row::text).toList()))
        .values();
  }

  private Optional<BigDecimal> onLastDay(Aggregation.CountOnLastDay aggregation) {
    if (inPeriod.isEmpty()) {
      return Optional.empty();
    }
    return count(lastRows(aggregation).size());
  }

  /** Of the last day that has any row, of each profile of each account. */
  private List<Row> lastRows(Aggregation aggregation) {
    Set<Row> last = Collections.newSetFromMap(new IdentityHashMap<>());
    byAccount(ofAllGroups).values().stream()
        .flatMap(account -> byProfile(account, aggregation.profiles()).stream())
        .forEach(rows -> last.addAll(onOneDay(rows, false)));
    return matching(inPeriod, aggregation.where()).stream().filter(last::contains).toList();
  }

  private static Optional<BigDecimal> added(List<Row> rows, RowValue value) {
    return rows.stream().flatMap(row -> RowNumbers.of(value, row).stream()).reduce(BigDecimal::add);
  }

  private static Map<List<String>, List<Row>> byAccount(List<Row> rows) {
    return rows.stream()
        .collect(Collectors.groupingBy(row -> List.of(row.source(), row.account())));
  }

  private static List<Row> onOneDay(List<Row> rows, boolean first) {
    Comparator<LocalDate> order = Comparator.naturalOrder();
    LocalDate day = rows.stream().map(Row::day).max(first ? order.reversed() : order).orElseThrow();
    return rows.stream().filter(row -> row.day().equals(day)).toList();
  }
}
