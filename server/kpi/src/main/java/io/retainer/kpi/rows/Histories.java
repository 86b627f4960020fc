package io.retainer.kpi.rows;

import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows on the day that the query counts them on, with what they know of their key's other rows. */
final class Histories {

  private Histories() {}

  static List<Row> told(FactQuery query, List<Row> all) {
    return told(query.dataset(), query.dated(), query.history(), all);
  }

  static List<Row> told(
      Dataset dataset, Optional<String> column, Optional<History> history, List<Row> all) {
    List<Row> dated =
        column.isEmpty()
            ? all
            : all.stream().flatMap(row -> dated(row, column.get()).stream()).toList();
    return history.map(of -> told(of, dataset, dated)).orElse(dated);
  }

  private static Optional<Row> dated(Row row, String column) {
    return row.moment(column)
        .map(at -> new Row(at.toLocalDate(), row.source(), row.account(), row.values()));
  }

  private static List<Row> told(History history, Dataset dataset, List<Row> rows) {
    Map<Boolean, List<Row>> known =
        rows.stream()
            .filter(row -> RowConditions.holds(history.where(), row))
            .collect(Collectors.partitioningBy(row -> row.value(history.key()).isPresent()));
    List<Row> all = new ArrayList<>();
    known.get(false).forEach(row -> all.add(with(row, Map.of())));
    known.get(true).stream()
        .collect(Collectors.groupingBy(row -> row.text(history.key())))
        .values()
        .forEach(
            ofKey -> all.addAll(ofKey(history, ofKey.stream().sorted(order(dataset)).toList())));
    return all;
  }

  static Comparator<Row> order(Dataset dataset) {
    Comparator<Row> order = Comparator.comparing(Row::day);
    for (Column column : dataset.columns()) {
      if (column.type() == ColumnType.TIMESTAMP) {
        order =
            order.thenComparing(
                row -> row.moment(column.name()).orElse(null),
                Comparator.nullsLast(Comparator.<LocalDateTime>naturalOrder()));
        break;
      }
    }
    for (String key : dataset.key()) {
      order =
          order.thenComparing(
              row -> row.value(key).map(Object::toString).orElse(null),
              Comparator.nullsLast(Comparator.<String>naturalOrder()));
    }
    return order;
  }

  private static List<Row> ofKey(History history, List<Row> rows) {
    List<Row> told = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> values = new HashMap<>();
      for (History.Told column : history.columns()) {
        values.put(column.name(), value(column, rows, i));
      }
      values.put(RowCurrencies.OF_FIRST, rows.get(0).text("currency"));
      told.add(with(rows.get(i), values));
    }
    return told;
  }

  private static Object value(History.Told told, List<Row> rows, int index) {
    Row first = rows.get(0);
    LocalDate day = rows.get(index).day();
    return switch (told.tells()) {
      case NTH -> java.math.BigDecimal.valueOf(index + 1L);
      case FIRST -> first.value(told.column().orElseThrow()).orElse(null);
      case DAYS_SINCE_FIRST -> days(first.day(), day);
      case DAYS_SINCE_PREVIOUS -> index == 0 ? null : days(rows.get(index - 1).day(), day);
    };
  }

  private static Object days(LocalDate from, LocalDate to) {
    return java.math.BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
  }

  private static Row with(Row row, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(row.values());
    all.putAll(values);
    return new Row(row.day(), row.source(), row.account(), all);
  }
}
