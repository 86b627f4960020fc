package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One table of facts as it lies in a database, whoever made it.
 *
 * @param from what stands after {@code from} in a statement of that database
 * @param columns with their types, in their order
 */
record FactsTable(Connection connection, String name, String from, Map<String, Integer> columns) {

  private static final int AT_ONCE = 2_000;

  /** What is done with a row; the values are others' after that. */
  interface Row {
    void take(Object[] values) throws SQLException;
  }

  static List<String> names(Connection connection) throws SQLException {
    return new Sql(connection)
        .list(
            row -> row.getString(1),
            """
            select table_name from information_schema.tables
            where table_type = 'BASE TABLE' and table_schema = current_schema()
            order by table_name
            """);
  }

  static FactsTable of(Connection connection, String name, String from) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet none = statement.executeQuery("select * from " + from + " where false")) {
      ResultSetMetaData data = none.getMetaData();
      Map<String, Integer> columns = new LinkedHashMap<>();
      for (int i = 1; i <= data.getColumnCount(); i++) {
        columns.put(data.getColumnName(i), data.getColumnType(i));
      }
      return new FactsTable(connection, name, from, columns);
    }
  }

  /** The type of a column as we define it. */
  String type(String column) {
    return switch (columns.get(column)) {
      case Types.BIGINT -> "bigint";
      case Types.INTEGER -> "integer";
      case Types.BOOLEAN, Types.BIT -> "boolean";
      case Types.DATE -> "date";
      case Types.TIMESTAMP -> "timestamp";
      case Types.DECIMAL, Types.NUMERIC -> "decimal(18,6)";
      default -> "varchar";
    };
  }

  /**
   * All rows, with the columns of another table in its order; what is not here is null.
   *
   * @param isInOrder by client and day
   */
  void each(FactsTable asIn, boolean isInOrder, Row row) throws SQLException {
    String selected =
        asIn.columns.keySet().stream()
            .map(column -> columns.containsKey(column) ? FactTable.quoted(column) : "null")
            .collect(Collectors.joining(", "));
    List<String> types = asIn.columns.keySet().stream().map(asIn::type).toList();
    Object[] values = new Object[types.size()];
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet rows =
          statement.executeQuery(
              "select " + selected + " from " + from + (isInOrder ? order() : ""))) {
        while (rows.next()) {
          for (int i = 0; i < values.length; i++) {
            values[i] = value(rows, i + 1, types.get(i));
          }
          row.take(values);
        }
      }
    }
  }

  private String order() {
    return columns.containsKey("client") && columns.containsKey("period_start")
        ? " order by client, period_start"
        : "";
  }

  static Object value(ResultSet row, int index, String type) throws SQLException {
    Object value =
        switch (type) {
          case "bigint" -> row.getLong(index);
          case "integer" -> row.getInt(index);
          case "boolean" -> row.getBoolean(index);
          case "date" -> row.getObject(index, LocalDate.class);
          case "timestamp" -> row.getObject(index, LocalDateTime.class);
          case "decimal(18,6)" -> row.getBigDecimal(index);
          default -> row.getString(index);
        };
    return row.wasNull() ? null : value;
  }
}
