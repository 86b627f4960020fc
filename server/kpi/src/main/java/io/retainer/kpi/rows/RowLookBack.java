package io.retainer.kpi.rows;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers that need rows before the period.
 *
 * @param ever the rows of the group whatever their day
 */
record RowLookBack(List<Row> ever, DateSpan period) {

  Optional<BigDecimal> number(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.ActiveKeys active) {
      return Optional.of(BigDecimal.valueOf(active(active).size()));
    } else if (aggregation instanceof Aggregation.LostKeys lost) {
      Set<String> keys = active(new Aggregation.ActiveKeys(lost.key(), lost.days(), lost.where()));
      keys.removeAll(
          keys(
              new DateSpan(period.end().minusDays(lost.days()), period.end()),
              lost.key(),
              lost.where()));
      return Optional.of(BigDecimal.valueOf(keys.size()));
    } else if (aggregation instanceof Aggregation.MaturedKeys matured) {
      return Optional.of(
          BigDecimal.valueOf(firsts(matured.key(), matured.days(), matured.where()).size()));
    } else if (aggregation instanceof Aggregation.MaturedSum matured) {
      return maturedSum(matured);
    }
    return open((Aggregation.OpenAtEnd) aggregation);
  }

  private Set<String> active(Aggregation.ActiveKeys active) {
    DateSpan before = new DateSpan(period.start().minusDays(active.days()), period.start());
    return keys(before, active.key(), active.where());
  }

  private Set<String> keys(DateSpan days, String key, Optional<Condition> where) {
    Set<String> keys = new HashSet<>();
    RowAggregations.matching(ever, where).stream()
        .filter(row -> days.contains(row.day()) && row.value(key).isPresent())
        .forEach(row -> keys.add(row.text(key)));
    return keys;
  }

  /** The first day of each key that reaches the age in the period. */
  private Map<String, LocalDate> firsts(String key, int age, Optional<Condition> where) {
    Map<String, LocalDate> firsts = new HashMap<>();
    RowAggregations.matching(ever, where).stream()
        .filter(row -> row.value(key).isPresent())
        .forEach(row -> firsts.merge(row.text(key), row.day(), (a, b) -> a.isBefore(b) ? a : b));
    firsts.values().removeIf(first -> !period.contains(first.plusDays(age)));
    return firsts;
  }

  private Optional<BigDecimal> maturedSum(Aggregation.MaturedSum matured) {
    return matured(matured).stream()
        .flatMap(row -> RowNumbers.of(matured.value(), row).stream())
        .reduce(BigDecimal::add);
  }

  private List<Row> matured(Aggregation.MaturedSum matured) {
    Map<String, LocalDate> firsts = firsts(matured.key(), matured.days(), matured.where());
    return RowAggregations.matching(ever, matured.where()).stream()
        .filter(row -> firsts.containsKey(row.text(matured.key())))
        .filter(
            row -> row.day().isBefore(firsts.get(row.text(matured.key())).plusDays(matured.days())))
        .toList();
  }

  /** The rows that a sum adds up; keys have no amounts. */
  List<Row> used(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.MaturedSum matured) {
      return matured(matured);
    }
    return aggregation instanceof Aggregation.OpenAtEnd open ? stillOpen(open) : List.of();
  }

  /** The rows that are looked at to find those that count. */
  List<Row> looked(Aggregation aggregation) {
    LocalDate end = aggregation instanceof Aggregation.ExistingKeys ? period.start() : period.end();
    LocalDate from = LocalDate.MIN;
    if (aggregation instanceof Aggregation.ActiveKeys active) {
      from = period.start().minusDays(active.days());
    } else if (aggregation instanceof Aggregation.LostKeys lost) {
      from = period.start().minusDays(lost.days());
    }
    LocalDate first = from;
    return ever.stream()
        .filter(row -> row.day().isBefore(end) && !row.day().isBefore(first))
        .toList();
  }

  private List<Row> stillOpen(Aggregation.OpenAtEnd open) {
    return RowAggregations.matching(ever, open.where()).stream()
        .filter(row -> row.day().isBefore(period.end()))
        .filter(
            row ->
                row.moment(open.ended())
                    .map(end -> !end.toLocalDate().isBefore(period.end()))
                    .orElse(true))
        .toList();
  }

  private Optional<BigDecimal> open(Aggregation.OpenAtEnd open) {
    List<Row> rows = stillOpen(open);
    Optional<RowValue> value = open.value();
    return value.isEmpty()
        ? Optional.of(BigDecimal.valueOf(rows.size()))
        : rows.stream()
            .flatMap(row -> RowNumbers.of(value.get(), row).stream())
            .reduce(BigDecimal::add);
  }
}
