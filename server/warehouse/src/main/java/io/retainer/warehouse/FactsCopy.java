package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All rows of all tables on their way from one database into another, which has none. */
final class FactsCopy {

  private final Connection from;
  private final Database target;
  private final Connection to;
  private final Map<String, RowSum> sent = new LinkedHashMap<>();

  /**
   * @param from sees one moment
   * @param to of the target; in a transaction, or nobody else works there
   */
  FactsCopy(Connection from, Database target, Connection to) {
    this.from = from;
    this.target = target;
    this.to = to;
  }

  static long rows(Connection connection) throws SQLException {
    long rows = 0;
    for (String table : FactsTable.names(connection)) {
      rows += FactsTable.rows(connection, table);
    }
    return rows;
  }

  /** Sends all of them. */
  void send(Consumer<CopiedTable> progress) throws SQLException {
    if (rows(to) > 0) {
      throw new WarehouseException("there are facts already; expected none");
    }
    for (String name : FactsTable.names(from)) {
      FactsTable source = FactsTable.of(from, name);
      make(source);
      FactsTable there = FactsTable.of(to, name);
      RowSum sum = new RowSum();
      try (RowAppender appender = target.appenderInto(to, name)) {
        source.each(
            from,
            there,
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
    Sql sql = new Sql(to);
    String name = FactTable.quoted(source.name());
    boolean isThere = FactsTable.names(to).contains(source.name());
    Map<String, Integer> present = isThere ? FactsTable.of(to, source.name()).columns() : Map.of();
    List<String> missing = new ArrayList<>();
    for (String column : source.columns().keySet()) {
      if (!present.containsKey(column)) {
        missing.add(FactTable.quoted(column) + " " + target.definition(source.type(column)));
      }
    }
    if (!isThere) {
      sql.run("create table %s (%s)".formatted(name, String.join(", ", missing)));
      return;
    }
    for (String column : missing) {
      sql.run("alter table %s add column %s".formatted(name, column));
    }
  }

  /**
   * Reads everything again.
   *
   * @param arrived sees what was sent
   * @throws WarehouseException when a table has not the rows that were sent
   */
  List<CopiedTable> check(Connection arrived) throws SQLException {
    List<CopiedTable> tables = new ArrayList<>();
    for (Map.Entry<String, RowSum> table : sent.entrySet()) {
      FactsTable there = FactsTable.of(arrived, table.getKey());
      RowSum sum = new RowSum();
      there.each(arrived, there, sum::add);
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
