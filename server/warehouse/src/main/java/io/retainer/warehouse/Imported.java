package io.retainer.warehouse;

import io.retainer.model.fact.ImportedRows;
import io.retainer.model.fact.RowSource;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.Select;

/** Rows in force behind figures, found in the warehouse when they are asked for. */
final class Imported {

  private final RowSource.Ask ask;
  private final Warehouse.Answers answers;

  Imported(RowSource.Ask ask, Warehouse.Answers answers) {
    this.ask = ask;
    this.answers = answers;
  }

  private record Alike(Set<String> cut, Grain grain, boolean keyed) {}

  List<ImportedRows> rows(Connection connection) throws SQLException {
    Map<Alike, List<Series>> alike = new LinkedHashMap<>();
    for (Series one : series(connection)) {
      alike
          .computeIfAbsent(new Alike(one.cut(), one.grain(), one.keyed()), any -> new ArrayList<>())
          .add(one);
    }
    List<ImportedRows> found = new ArrayList<>();
    for (Map.Entry<Alike, List<Series>> group : alike.entrySet()) {
      ImportedSelect select = select(group.getValue());
      long count = count(connection, select.count());
      if (count > 0) {
        found.add(new Rows(group.getKey().cut(), select.columns(), count, select::rows));
      }
    }
    return found;
  }

  Optional<ImportedRows> daily(Connection connection) throws SQLException {
    List<Series> series =
        series(connection).stream()
            .filter(one -> one.isEvents() || one.grain() == Grain.DAY)
            .toList();
    if (series.isEmpty()) {
      return Optional.empty();
    }
    ImportedSelect select = select(series);
    long count = count(connection, select.dailyCount());
    return count == 0
        ? Optional.empty()
        : Optional.of(new Rows(Set.of(), select.dailyColumns(), count, most -> select.daily()));
  }

  private long count(Connection connection, Select<?> counting) throws SQLException {
    long[] count = new long[1];
    answers.engine(connection).each(counting, row -> count[0] = row.getLong(1));
    return count[0];
  }

  private List<Series> series(Connection connection) throws SQLException {
    return Catalogue.series(connection, ask.client(), ask.dataset().name()).stream()
        .filter(one -> ask.layouts().contains(Long.toString(one.id())))
        .toList();
  }

  private ImportedSelect select(Collection<Series> series) {
    return new ImportedSelect(ask.client(), ask.dataset(), List.copyOf(series), ask.period());
  }

  private interface Statement {
    Select<?> first(long most);
  }

  private final class Rows implements ImportedRows {

    private final Set<String> cut;
    private final List<Column> columns;
    private final long count;
    private final Statement statement;

    Rows(Set<String> cut, List<Column> columns, long count, Statement statement) {
      this.cut = cut;
      this.columns = columns;
      this.count = count;
      this.statement = statement;
    }

    @Override
    public Dataset dataset() {
      return ask.dataset();
    }

    @Override
    public Set<String> cut() {
      return cut;
    }

    @Override
    public List<Column> columns() {
      return columns;
    }

    @Override
    public long count() {
      return count;
    }

    @Override
    public void first(long most, Consumer<Object[]> sink) {
      Object[] cells = new Object[columns.size()];
      answers.read(
          "list rows of " + ask.dataset().name(),
          connection -> {
            answers
                .engine(connection)
                .many(
                    statement.first(most),
                    row -> {
                      for (int i = 0; i < cells.length; i++) {
                        cells[i] = cell(row, i + 1, columns.get(i));
                      }
                      sink.accept(cells);
                    });
            return true;
          });
    }
  }

  /** A value as a row has it. */
  static Object cell(ResultSet row, int index, Column column) throws SQLException {
    return switch (column.type()) {
      case TEXT -> row.getString(index);
      case INTEGER -> whole(row.getObject(index));
      case DECIMAL -> Answering.number(row.getObject(index));
      case BOOLEAN -> row.getObject(index);
      case DATE -> row.getObject(index, LocalDate.class);
      case TIMESTAMP -> row.getObject(index, LocalDateTime.class);
    };
  }

  /** A sum of whole numbers is a decimal to the engine. */
  private static Object whole(Object value) {
    BigDecimal number = Answering.number(value);
    return number == null ? null : number.longValueExact();
  }
}
