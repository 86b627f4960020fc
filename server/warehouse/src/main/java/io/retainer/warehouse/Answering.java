package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;

/** Answers one query on one connection: chooses the series, asks, and says what it rests on. */
final class Answering {

  private static final int LONGEST_SECONDS = 30;

  private final Connection connection;
  private final FactQuery query;
  private final Need need;
  private final Map<Place, Map<String, BigDecimal>> cells = new TreeMap<>();
  private final Map<Integer, Set<String>> refused = new HashMap<>();

  /** Where a number stands in the answer. */
  private record Place(int period, LocalDate bucket, List<String> group)
      implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = Integer.compare(period, other.period);
      order = order != 0 ? order : bucket.compareTo(other.bucket);
      for (int i = 0; order == 0 && i < group.size(); i++) {
        order = group.get(i).compareTo(other.group.get(i));
      }
      return order;
    }
  }

  Answering(Connection connection, FactQuery query) {
    this.connection = connection;
    this.query = query;
    this.need = Need.of(query);
  }

  FactAnswer answer() throws SQLException {
    List<Series> series = Catalogue.series(connection, query.client(), query.dataset().name());
    Map<Long, Series.Batch> batches = Catalogue.batches(connection, query.client());
    List<PeriodCoverage> periods =
        new ArrayList<>(
            query.periods().stream()
                .map(period -> PeriodCoverage.of(series, need, period, batches))
                .toList());
    if (periods.stream().anyMatch(period -> !period.chosen().isEmpty())) {
      ask(periods);
    }
    List<FactAnswer.Cell> answered = new ArrayList<>();
    cells.forEach(
        (place, values) ->
            answered.add(
                new FactAnswer.Cell(
                    place.period, query.bucket().map(any -> place.bucket), place.group, values)));
    List<Coverage> coverage = periods.stream().map(PeriodCoverage::coverage).toList();
    return new FactAnswer(answered, coverage);
  }

  private void ask(List<PeriodCoverage> periods) throws SQLException {
    FactRows rows = new FactRows(query, need, periods);
    FactStatement statement = new FactStatement(query, rows);
    List<Measure> plain = query.measures().stream().filter(each -> !isHistory(each)).toList();
    if (!plain.isEmpty()) {
      run(statement.measures(plain), plain);
    }
    for (Measure measure : query.measures()) {
      if (isHistory(measure)) {
        boolean earlier =
            measure.aggregation() instanceof Aggregation.ExistingKeys
                || measure.aggregation() instanceof Aggregation.RetainedKeys;
        run(
            earlier
                ? statement.earlierKeys(measure)
                : new LookBackStatement(query, rows).of(measure.aggregation()),
            List.of(measure));
      }
    }
    if (periods.stream().anyMatch(period -> period.coverage().currencies().size() > 1)) {
      Map<Integer, Set<String>> currencies = currencies(statement);
      for (int i = 0; i < periods.size(); i++) {
        periods.set(i, periods.get(i).inCurrencies(currencies.getOrDefault(i, Set.of())));
      }
    }
    refused.forEach(
        (period, columns) -> periods.set(period, periods.get(period).refusing(columns)));
  }

  private static boolean isHistory(Measure measure) {
    return measure.aggregation().looksBack();
  }

  private void run(Select<?> select, List<Measure> measures) throws SQLException {
    try (PreparedStatement statement = prepare(select);
        ResultSet row = statement.executeQuery()) {
      Set<String> columns = labels(row);
      while (row.next()) {
        Place place = place(row);
        Map<String, BigDecimal> values = cells.computeIfAbsent(place, any -> new HashMap<>());
        for (int i = 0; i < measures.size(); i++) {
          String name = measures.get(i).name();
          value(row, i, columns).ifPresent(value -> values.put(name, value));
          if (columns.contains(Names.refused(i)) && row.getInt(Names.refused(i)) > 0) {
            refused.computeIfAbsent(place.period, any -> new HashSet<>()).addAll(need.distinct());
          }
        }
        if (cells.size() > FactStatement.MOST_CELLS) {
          throw new WarehouseException(
              "More than %,d groups by %s; group by fewer dimensions or narrow the rows"
                  .formatted(FactStatement.MOST_CELLS, query.by()));
        }
      }
    }
  }

  private static Optional<BigDecimal> value(ResultSet row, int index, Set<String> columns)
      throws SQLException {
    BigDecimal value = number(row.getObject(Names.measure(index)));
    if (value == null || !columns.contains(Names.divisor(index))) {
      return Optional.ofNullable(value);
    }
    BigDecimal divisor = number(row.getObject(Names.divisor(index)));
    return divisor == null || divisor.signum() == 0
        ? Optional.empty()
        : Optional.of(value.divide(divisor, MathContext.DECIMAL128));
  }

  private Place place(ResultSet row) throws SQLException {
    List<String> group = new ArrayList<>();
    for (int i = 0; i < query.by().size(); i++) {
      group.add(row.getString(i + 3));
    }
    return new Place(row.getInt(1), row.getObject(2, LocalDate.class), group);
  }

  private Map<Integer, Set<String>> currencies(FactStatement statement) throws SQLException {
    Map<Integer, Set<String>> found = new HashMap<>();
    try (PreparedStatement prepared = prepare(statement.currencies());
        ResultSet row = prepared.executeQuery()) {
      while (row.next()) {
        found.computeIfAbsent(row.getInt(1), any -> new HashSet<>()).add(row.getString(2));
      }
    }
    return found;
  }

  private PreparedStatement prepare(Select<?> select) throws SQLException {
    select.attach(Rendering.CONFIGURATION);
    PreparedStatement statement = connection.prepareStatement(select.getSQL());
    statement.setQueryTimeout(LONGEST_SECONDS);
    List<Object> values = select.getBindValues();
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }

  private static Set<String> labels(ResultSet row) throws SQLException {
    Set<String> labels = new HashSet<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      labels.add(row.getMetaData().getColumnLabel(i));
    }
    return labels;
  }

  private static BigDecimal number(Object value) {
    if (value == null || value instanceof BigDecimal) {
      return (BigDecimal) value;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (value instanceof Long || value instanceof Integer) {
      return BigDecimal.valueOf(((Number) value).longValue());
    }
    throw new IllegalStateException(
        "The engine answered with " + value.getClass() + ", which may not be exact");
  }

  /** The dialect seam: what would be another engine's SQL starts here. */
  private static final class Rendering {

    static final org.jooq.Configuration CONFIGURATION;

    static {
      System.setProperty("org.jooq.no-logo", "true");
      System.setProperty("org.jooq.no-tips", "true");
      CONFIGURATION = DSL.using(SQLDialect.DUCKDB).configuration();
    }
  }
}
