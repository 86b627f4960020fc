package io.retainer.workspace.move;

import io.retainer.workspace.State;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Two rows in every table, with values that are easily lost; and all rows as texts. */
final class StateRows {

  private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123456Z");

  private StateRows() {}

  static void fill(State state) {
    try (Connection connection = state.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      for (String table : StateTables.inOrder(connection)) {
        for (int row = 1; row <= 2; row++) {
          insert(connection, table, row);
        }
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void insert(Connection connection, String table, int row) throws SQLException {
    SortedMap<String, Object> values = new TreeMap<>();
    String numbered = StateTables.numbered(connection, table).orElse("");
    SortedMap<String, String> parents = parents(connection, table);
    try (ResultSet columns =
        connection
            .getMetaData()
            .getColumns(null, connection.getSchema(), table.toUpperCase(Locale.ROOT), null)) {
      while (columns.next()) {
        String name = columns.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        if (!name.equals(numbered)) {
          values.put(name, value(columns, parents.get(name), row));
        }
      }
    }
    String sql =
        "insert into %s (%s) values (%s)"
            .formatted(
                table,
                String.join(", ", values.keySet()),
                String.join(", ", java.util.Collections.nCopies(values.size(), "?")));
    try (var statement = connection.prepareStatement(sql)) {
      int i = 0;
      for (Object value : values.values()) {
        statement.setObject(++i, value);
      }
      statement.executeUpdate();
    }
  }

  private static SortedMap<String, String> parents(Connection connection, String table)
      throws SQLException {
    SortedMap<String, String> parents = new TreeMap<>();
    try (ResultSet keys =
        connection
            .getMetaData()
            .getImportedKeys(null, connection.getSchema(), table.toUpperCase(Locale.ROOT))) {
      while (keys.next()) {
        parents.put(
            keys.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
            keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
      }
    }
    return parents;
  }

  /** The second row has nothing where nothing may be. */
  private static Object value(ResultSet column, String parent, int row) throws SQLException {
    int type = column.getInt("DATA_TYPE");
    int size = column.getInt("COLUMN_SIZE");
    if (row == 2
        && parent == null
        && column.getString("IS_NULLABLE").equals("YES")
        && !column.getString("COLUMN_NAME").equalsIgnoreCase("low")) {
      return null;
    }
    return switch (type) {
      case Types.BLOB, Types.VARBINARY -> new byte[] {0, -1, (byte) row, 127, -128};
      case Types.BOOLEAN -> row == 1;
      case Types.DATE -> java.time.LocalDate.of(2024, 2, 27 + row);
      case Types.TIMESTAMP_WITH_TIMEZONE ->
          OffsetDateTime.ofInstant(NOON.plusSeconds(row), java.time.ZoneOffset.ofHours(3));
      case Types.DECIMAL, Types.NUMERIC ->
          new BigDecimal(size < 30 ? "1234.56" : "12345678901234567890.0123456789");
      case Types.BIGINT -> parent == null ? Long.MAX_VALUE - row : (long) row;
      case Types.INTEGER, Types.SMALLINT -> row;
      default -> text(row, parent == null ? size : 64);
    };
  }

  private static String text(int row, int size) {
    String whole = row + "Ў'ö\\n\t😀";
    return size < 12 ? String.valueOf(row) : whole;
  }

  /** By table, each row as its values. */
  static SortedMap<String, SortedSet<String>> of(State state) {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>();
    try (Connection connection = state.dataSource().getConnection()) {
      for (String table : StateTables.inOrder(connection)) {
        try (ResultSet rows = connection.createStatement().executeQuery("select * from " + table)) {
          while (rows.next()) {
            all.computeIfAbsent(table, key -> new TreeSet<>()).add(line(rows));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static String line(ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      values.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), shown(row, i));
    }
    return values.toString();
  }

  private static String shown(ResultSet row, int i) throws SQLException {
    if (row.getObject(i) == null) {
      return "nothing";
    }
    String name = row.getMetaData().getColumnTypeName(i).toLowerCase(Locale.ROOT);
    if (name.startsWith("timestamp")) {
      return row.getObject(i, OffsetDateTime.class).toInstant().toString();
    }
    if (List.of("bytea", "binary large object", "binary varying").contains(name)) {
      return HexFormat.of().formatHex(row.getBytes(i));
    }
    // Only the blanks at the end of a char(n) differ: one database counts a letter where the other
    // counts two.
    return name.contains("bool")
        ? String.valueOf(row.getBoolean(i))
        : row.getString(i).stripTrailing();
  }

  /** The number that the next line of the audit log gets. */
  static long nextAuditEntry(State state) {
    return state
        .jdbi()
        .inTransaction(
            handle ->
                handle
                    .createUpdate(
                        """
                        insert into audit_entry (at, who, holder, address, method, route, path)
                        values (current_timestamp, 'w', 'h', 'a', 'm', 'r', 'p')
                        """)
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one());
  }
}
