package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Column;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.warehouse.RowsFound.Foot;
import io.retainer.warehouse.RowsFound.Row;
import io.retainer.warehouse.RowsFound.Value;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads rows for somebody to look at, in a few statements however many rows there are. */
final class Exploring {

  private final Engine engine;

  Exploring(Engine engine) {
    this.engine = engine;
  }

  static List<DataTable> tables(Connection connection, ClientId client, Dataset dataset)
      throws SQLException {
    return Catalogue.series(connection, client, dataset.name()).stream()
        .flatMap(series -> DataTable.of(dataset, series).stream())
        .toList();
  }

  /** Of the column, at most so many values are told. */
  Optional<RowsFound> find(
      RowsAsk ask, long skip, int most, Optional<Column> valuesOf, int mostValues)
      throws SQLException {
    Optional<Series> series = series(ask);
    Optional<DataTable> table = series.flatMap(each -> DataTable.of(ask.dataset(), each));
    if (table.isEmpty()) {
      return Optional.empty();
    }
    var select = new RowsSelect(ask, table.get());
    List<Row> rows = new ArrayList<>();
    Map<Long, Came> imports = imports(series.get());
    engine.each(select.rows(skip, most), row -> rows.add(row(row, table.get(), imports)));
    List<Value> values = new ArrayList<>();
    if (valuesOf.isPresent()) {
      engine.each(
          select.values(valuesOf.get(), mostValues),
          row -> values.add(new Value(row.getString(1), row.getLong(2))));
    }
    var totals = totals(select, table.get(), isOverlapping(series.get(), ask));
    return Optional.of(new RowsFound(table.get(), totals.count, rows, totals.foot, values));
  }

  /** Hands over the first rows, one after the other. */
  boolean each(RowsAsk ask, long most, Consumer<Row> sink) throws SQLException {
    Optional<Series> series = series(ask);
    Optional<DataTable> table = series.flatMap(each -> DataTable.of(ask.dataset(), each));
    if (table.isPresent()) {
      Map<Long, Came> imports = imports(series.get());
      engine.many(
          new RowsSelect(ask, table.get()).rows(0, most),
          row -> sink.accept(row(row, table.get(), imports)));
    }
    return table.isPresent();
  }

  private Optional<Series> series(RowsAsk ask) throws SQLException {
    return Catalogue.series(engine.connection(), ask.client(), ask.dataset().name()).stream()
        .filter(each -> Long.toString(each.id()).equals(ask.table()))
        .findFirst();
  }

  /** How rows came: the file of their import, and when and by whom it was brought. */
  private record Came(long batch, String file, Instant at, String by) {}

  /** Those of rows in force. The facts may lie apart from the book of imports. */
  private Map<Long, Came> imports(Series series) throws SQLException {
    Map<Long, Came> found = new HashMap<>();
    new Sql(engine.connection())
        .list(
            row ->
                new Came(
                    row.getLong(1),
                    row.getString(2),
                    Catalogue.instant(row, 3),
                    Optional.ofNullable(row.getString(4)).orElse("")),
            """
            select id, file_name, imported_at, imported_by from batches
            where id in (select batch from presence where series = ?)
            """,
            series.id())
        .forEach(each -> found.put(each.batch, each));
    return found;
  }

  private static Row row(ResultSet row, DataTable table, Map<Long, Came> imports)
      throws SQLException {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      cells.add(Imported.cell(row, RowsSelect.OWN + i + 1, table.columns().get(i)));
    }
    String keptBack = row.getString(6);
    Came came = imports.get(row.getLong(1));
    return new Row(
        Long.toString(came.batch),
        row.getLong(2),
        came.file,
        came.at,
        came.by,
        new DateSpan(row.getObject(3, LocalDate.class), row.getObject(4, LocalDate.class)),
        Optional.ofNullable(row.getString(5)),
        keptBack == null ? Set.of() : names(keptBack),
        cells);
  }

  private static Set<String> names(String betweenCommas) {
    Set<String> names = new HashSet<>(List.of(betweenCommas.split(",")));
    names.remove("");
    return names;
  }

  private record Totals(long count, List<Foot> foot) {}

  private Totals totals(RowsSelect select, DataTable table, boolean isOverlapping)
      throws SQLException {
    List<Column> added = Additions.added(table.columns());
    List<Column> steps = Additions.steps(table.dataset(), table.columns());
    List<Totals> found = new ArrayList<>();
    engine.each(
        select.totals(added, steps),
        row -> {
          boolean isMoneyOfOne = row.getLong(2) <= 1;
          Optional<String> currency =
              Optional.ofNullable(row.getString(3)).filter(text -> !text.isEmpty());
          Map<String, BigDecimal> sums = new HashMap<>();
          Map<String, Long> known = new HashMap<>();
          int at = 4;
          for (Column column : added) {
            sums.put(column.name(), Answering.number(row.getObject(at++)));
            known.put(column.name(), row.getLong(at++));
          }
          Set<String> several = new HashSet<>();
          for (Column column : steps) {
            if (row.getLong(at++) > 1) {
              several.add(column.name());
            }
          }
          var additions = new Additions(table.dataset(), isMoneyOfOne, isOverlapping, several);
          List<Foot> foot = new ArrayList<>();
          for (Column column : table.columns()) {
            var why = additions.against(column);
            foot.add(
                new Foot(
                    column,
                    why.isPresent()
                        ? Optional.empty()
                        : Optional.ofNullable(sums.get(column.name())),
                    known.getOrDefault(column.name(), 0L),
                    currency,
                    why));
          }
          found.add(new Totals(row.getLong(1), foot));
        });
    return found.get(0);
  }

  /** Known without a statement: which periods have rows is kept beside them. */
  private static boolean isOverlapping(Series series, RowsAsk ask) {
    if (series.isEvents()) {
      return false;
    }
    LocalDate end = null;
    DateSpan before = null;
    for (Series.Presence each : series.presence()) {
      boolean isAsked =
          ask.days().map(days -> days.contains(each.span().start())).orElse(true)
              && ask.batch().map(Long.toString(each.batch())::equals).orElse(true);
      if (isAsked && !each.span().equals(before)) {
        if (end != null && each.span().start().isBefore(end)) {
          return true;
        }
        end = each.span().end();
        before = each.span();
      }
    }
    return false;
  }
}
