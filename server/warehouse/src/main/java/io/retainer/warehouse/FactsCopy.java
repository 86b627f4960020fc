package io.retainer.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** All rows of all tables on their way from one database into another, which has none. */
final class FactsCopy {

  private final FactsTables from;
  private final FactChanges to;
  private final Map<String, RowSum> sent = new LinkedHashMap<>();

  /**
   * @param from sees one moment
   * @param to in a transaction, or nobody else works there
   */
  FactsCopy(FactsTables from, FactChanges to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Makes a DuckDB file of them, and reads it again.
   *
   * @return the rows of all tables
   */
  static long into(Path file, FactsTables from) throws SQLException {
    FactsCopy copy;
    try (DuckDb target = new DuckDb(file);
        Connection to = target.writing();
        FactChanges changes = target.changes(to)) {
      copy = new FactsCopy(from, changes);
      copy.send(table -> {});
    }
    try (Connection arrived = FactsFile.reading(file)) {
      return copy.check(FactsTables.in(arrived)).stream().mapToLong(CopiedTable::rows).sum();
    }
  }

  /** Sends all of them. */
  void send(Consumer<CopiedTable> progress) throws SQLException {
    if (to.tables().rows() > 0) {
      throw new WarehouseException("there are facts already; expected none");
    }
    for (String name : from.names()) {
      FactsTable source = from.named(name);
      make(source);
      FactsTable there = to.tables().named(name);
      RowSum sum = new RowSum();
      try (RowAppender appender = to.appender(name)) {
        source.each(
            there,
            to.takesRowsInOrder(),
            values -> {
              appender.beginRow();
              for (Object value : values) {
                appender.append(value);
              }
              appender.endRow();
              sum.add(values);
            });
        appender.flush();
      }
      sent.put(name, sum);
      progress.accept(new CopiedTable(name, sum.rows()));
    }
  }

  /** What the vocabulary does not have any more is still part of the facts. */
  private void make(FactsTable source) throws SQLException {
    FactsTables tables = to.tables();
    Set<String> present =
        tables.names().contains(source.name())
            ? tables.named(source.name()).columns().keySet()
            : Set.of();
    Map<String, String> missing = new LinkedHashMap<>();
    for (String column : source.columns().keySet()) {
      if (!present.contains(column)) {
        missing.put(column, source.type(column));
      }
    }
    if (!missing.isEmpty()) {
      to.define(source.name(), missing);
    }
  }

  /**
   * Reads everything again.
   *
   * @param arrived sees what was sent
   * @throws WarehouseException when a table has not the rows that were sent
   */
  List<CopiedTable> check(FactsTables arrived) throws SQLException {
    List<CopiedTable> tables = new ArrayList<>();
    for (Map.Entry<String, RowSum> table : sent.entrySet()) {
      FactsTable there = arrived.named(table.getKey());
      RowSum sum = new RowSum();
      there.each(there, false, sum::add);
      if (!sum.agreesWith(table.getValue())) {
        throw new WarehouseException(
            "of the table %s %d rows were sent, and the %d that arrived are not the same"
                .formatted(table.getKey(), table.getValue().rows(), sum.rows()));
      }
      tables.add(new CopiedTable(table.getKey(), sum.rows()));
    }
    return tables;
  }
}
