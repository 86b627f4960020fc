package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All tables of facts and those of the ledger, each where it lies.
 *
 * @param connections by the name of the table
 * @param sources by the name of the table, what stands after {@code from}
 */
record FactsTables(Map<String, Connection> connections, Map<String, String> sources) {

  /** All in one database. */
  static FactsTables in(Connection connection) throws SQLException {
    Map<String, Connection> connections = new TreeMap<>();
    Map<String, String> sources = new TreeMap<>();
    for (String name : FactsTable.names(connection)) {
      connections.put(name, connection);
      sources.put(name, FactTable.quoted(name));
    }
    return new FactsTables(connections, sources);
  }

  List<String> names() {
    return sources.keySet().stream().sorted().toList();
  }

  FactsTable named(String name) throws SQLException {
    return FactsTable.of(connections.get(name), name, sources.get(name));
  }

  long rows(String name) throws SQLException {
    return new Sql(connections.get(name)).number("select count(*) from " + sources.get(name));
  }

  /** Of all tables. */
  long rows() throws SQLException {
    long rows = 0;
    for (String name : names()) {
      rows += rows(name);
    }
    return rows;
  }
}
