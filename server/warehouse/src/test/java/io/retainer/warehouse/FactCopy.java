package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of one database, rebuilt in another one. */
final class FactCopy {

  private FactCopy() {}

  static void of(Connection from, Connection to) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = from.createStatement();
        ResultSet row =
            statement.executeQuery("select table_name from information_schema.tables")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    for (String table : tables) {
      table(table, from, to);
    }
  }

  private static void table(String table, Connection from, Connection to) throws SQLException {
    try (Statement reading = from.createStatement();
        ResultSet row = reading.executeQuery("select * from " + table);
        Statement writing = to.createStatement()) {
      ResultSetMetaData columns = row.getMetaData();
      List<String> definitions = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        definitions.add(
            FactTable.quoted(columns.getColumnName(i)) + " " + columns.getColumnTypeName(i));
      }
      writing.execute("drop table if exists " + table);
      writing.execute("create table %s (%s)".formatted(table, String.join(", ", definitions)));
      String marks = definitions.stream().map(each -> "?").collect(Collectors.joining(", "));
      try (PreparedStatement insert =
          to.prepareStatement("insert into %s values (%s)".formatted(table, marks))) {
        while (row.next()) {
          for (int i = 1; i <= columns.getColumnCount(); i++) {
            insert.setObject(i, row.getObject(i));
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
  }
}
