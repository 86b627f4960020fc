package io.retainer.workspace.move;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Our tables in a database, by the names that both kinds of databases give them. */
final class StateTables {

  /** Which migrations were carried out; each database has its own. */
  private static final String HISTORY = "flyway_schema_history";

  private StateTables() {}

  /** Each behind those that its rows refer to. */
  static List<String> inOrder(Connection connection) throws SQLException {
    Map<String, Set<String>> open = new TreeMap<>();
    for (String table : all(connection)) {
      open.put(table.toLowerCase(Locale.ROOT), parents(connection, table));
    }
    Set<String> ordered = new LinkedHashSet<>();
    while (!open.isEmpty()) {
      List<String> free =
          open.entrySet().stream()
              .filter(each -> ordered.containsAll(each.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("Tables refer to each other in a circle: " + open.keySet());
      }
      ordered.addAll(free);
      free.forEach(open::remove);
    }
    return List.copyOf(ordered);
  }

  private static List<String> all(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows =
        connection
            .createStatement()
            .executeQuery(
                """
                select table_name from information_schema.tables
                where table_schema = current_schema and table_type = 'BASE TABLE'
                """)) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    names.removeIf(HISTORY::equalsIgnoreCase);
    return names;
  }

  private static Set<String> parents(Connection connection, String table) throws SQLException {
    Set<String> names = new TreeSet<>();
    try (ResultSet keys =
        connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
      while (keys.next()) {
        names.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    names.remove(table.toLowerCase(Locale.ROOT));
    return names;
  }

  /** The column that the database numbers by itself. */
  static Optional<String> numbered(Connection connection, String table) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select lower(column_name) from information_schema.columns
            where table_schema = current_schema and lower(table_name) = ? and is_identity = 'YES'
            """)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  static long rows(Connection connection, String table) throws SQLException {
    try (ResultSet rows =
        connection.createStatement().executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
