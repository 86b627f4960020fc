package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Statements with bound values, for the bookkeeping; names in them are constants. */
final class Sql {

  private final Connection connection;

  Sql(Connection connection) {
    this.connection = connection;
  }

  /** What is read from one row. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  void run(String text, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(text, values)) {
      statement.execute();
    }
  }

  /**
   * Inserts one row. Without an order the engine gives each statement room of its own for each
   * column, and a transaction of a thousand rows then takes all its memory.
   *
   * @param into the table, with its columns when not all of them are given
   */
  void insert(String into, Object... values) throws SQLException {
    run("insert into " + into + " select " + places(values.length) + " order by 1", values);
  }

  /** So many question marks, for values that are bound. */
  static String places(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  long number(String text, Object... values) throws SQLException {
    return list(row -> row.getLong(1), text, values).get(0);
  }

  <T> List<T> list(Row<T> reading, String text, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(text, values);
        ResultSet row = statement.executeQuery()) {
      List<T> found = new ArrayList<>();
      while (row.next()) {
        found.add(reading.read(row));
      }
      return found;
    }
  }

  /** What is read from the rows, by what tells them apart and in their order. */
  <K, T> Map<K, List<T>> lists(Row<K> by, Row<T> reading, String text, Object... values)
      throws SQLException {
    Map<K, List<T>> found = new HashMap<>();
    list(
        row -> found.computeIfAbsent(by.read(row), key -> new ArrayList<>()).add(reading.read(row)),
        text,
        values);
    return found;
  }

  private PreparedStatement prepare(String text, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
