package io.retainer.kpi.rows;

import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAsk;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tables of rows.
 *
 * @param rows those that count, of all times
 */
record RowTables(List<Row> rows, DateSpan period) {

  List<List<BigDecimal>> table(TableAsk ask) {
    Map<String, List<Row>> byKey =
        used(ask).stream().collect(Collectors.groupingBy(row -> row.text(ask.key())));
    if (ask instanceof TableAsk.Cohorts cohorts) {
      return cohorts(byKey, cohorts);
    } else if (ask instanceof TableAsk.Scores scores) {
      return scores(byKey, scores);
    }
    return purchases(byKey, ((TableAsk.Purchases) ask).value());
  }

  /** The rows that a table is made of. */
  List<Row> used(TableAsk ask) {
    LocalDate from =
        ask instanceof TableAsk.Scores scores
            ? period.end().minusDays(scores.days())
            : LocalDate.MIN;
    return rows.stream()
        .filter(row -> row.day().isBefore(period.end()) && !row.day().isBefore(from))
        .filter(row -> row.value(ask.key()).isPresent())
        .toList();
  }

  private static LocalDate first(List<Row> rows) {
    return rows.stream().map(Row::day).min(Comparator.naturalOrder()).orElseThrow();
  }

  private static LocalDate last(List<Row> rows) {
    return rows.stream().map(Row::day).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static int month(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue();
  }

  private List<List<BigDecimal>> cohorts(Map<String, List<Row>> byKey, TableAsk.Cohorts ask) {
    Map<List<BigDecimal>, BigDecimal> counted = new TreeMap<>(ORDER);
    byKey
        .values()
        .forEach(
            ofKey -> {
              int cohort = month(first(ofKey));
              if (cohort > month(period.lastDay()) - ask.months()) {
                Set<Integer> months = new HashSet<>();
                ofKey.forEach(row -> months.add(month(row.day()) - cohort));
                months.forEach(
                    month ->
                        counted.merge(numbers(cohort, month), BigDecimal.ONE, BigDecimal::add));
              }
            });
    return lines(counted);
  }

  private List<List<BigDecimal>> scores(Map<String, List<Row>> byKey, TableAsk.Scores ask) {
    List<List<BigDecimal>> measured = new ArrayList<>();
    byKey
        .values()
        .forEach(
            ofKey ->
                measured.add(
                    List.of(
                        BigDecimal.valueOf(last(ofKey).toEpochDay()),
                        BigDecimal.valueOf(ofKey.size()),
                        sum(ofKey, ask.value()))));
    Map<List<BigDecimal>, List<BigDecimal>> counted = new TreeMap<>(ORDER);
    for (List<BigDecimal> key : measured) {
      List<BigDecimal> code = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        code.add(BigDecimal.valueOf(score(measured, i, key.get(i), ask.ties())));
      }
      counted.merge(
          code,
          List.of(BigDecimal.ONE, key.get(2)),
          (a, b) -> List.of(a.get(0).add(b.get(0)), a.get(1).add(b.get(1))));
    }
    List<List<BigDecimal>> lines = new ArrayList<>();
    counted.forEach(
        (code, sums) -> {
          List<BigDecimal> line = new ArrayList<>(code);
          line.addAll(sums);
          lines.add(line);
        });
    return lines;
  }

  private static long score(
      List<List<BigDecimal>> all, int index, BigDecimal value, TableAsk.Ties ties) {
    long less = all.stream().filter(key -> key.get(index).compareTo(value) < 0).count();
    long equal = all.stream().filter(key -> key.get(index).compareTo(value) == 0).count();
    long n = all.size();
    return switch (ties) {
      case COUNT_BELOW -> 1 + 5 * less / n;
      case MIDRANK -> 1 + 5 * (2 * less + equal) / (2 * n);
      case CUMULATIVE -> (5 * (less + equal) + n - 1) / n;
    };
  }

  private List<List<BigDecimal>> purchases(Map<String, List<Row>> byKey, RowValue value) {
    Map<List<BigDecimal>, BigDecimal> counted = new TreeMap<>(ORDER);
    byKey
        .values()
        .forEach(
            ofKey -> {
              LocalDate first = first(ofKey);
              long days = ofKey.stream().map(Row::day).distinct().count();
              List<List<Row>> valued =
                  ofKey.stream()
                      .filter(row -> row.day().isAfter(first))
                      .collect(Collectors.groupingBy(Row::day))
                      .values()
                      .stream()
                      .filter(day -> day.stream().allMatch(r -> !RowNumbers.of(value, r).isEmpty()))
                      .toList();
              List<BigDecimal> line =
                  new ArrayList<>(
                      numbers(
                          days - 1,
                          ChronoUnit.DAYS.between(first, last(ofKey)),
                          ChronoUnit.DAYS.between(first, period.lastDay())));
              line.add(sum(valued.stream().flatMap(List::stream).toList(), value));
              line.add(BigDecimal.valueOf(valued.size()));
              counted.merge(line, BigDecimal.ONE, BigDecimal::add);
            });
    return lines(counted);
  }

  private static BigDecimal sum(List<Row> rows, RowValue value) {
    return rows.stream()
        .flatMap(row -> RowNumbers.of(value, row).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<BigDecimal> numbers(long... numbers) {
    List<BigDecimal> list = new ArrayList<>();
    for (long number : numbers) {
      list.add(BigDecimal.valueOf(number));
    }
    return list;
  }

  private static final Comparator<List<BigDecimal>> ORDER =
      (a, b) -> {
        int order = 0;
        for (int i = 0; order == 0 && i < a.size(); i++) {
          order = a.get(i).compareTo(b.get(i));
        }
        return order;
      };

  private static List<List<BigDecimal>> lines(Map<List<BigDecimal>, BigDecimal> counted) {
    List<List<BigDecimal>> lines = new ArrayList<>();
    counted.forEach(
        (key, number) -> {
          List<BigDecimal> line = new ArrayList<>(key);
          line.add(number);
          lines.add(line);
        });
    return lines;
  }
}
