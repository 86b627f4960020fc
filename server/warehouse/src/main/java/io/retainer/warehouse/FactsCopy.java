package io.retainer.warehouse;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A copy of the facts, opened to see that it has all rows. Nobody writes meanwhile. */
record FactsCopy(Warehouse warehouse, Database database) {

  /** The rows of all tables of the copy. */
  long to(Path file) {
    long rows = warehouse.rowsOfAllTables();
    try {
      database.copyTo(file);
    } catch (SQLException | IOException e) {
      throw new WarehouseException("The facts cannot be copied: " + e.getMessage(), e);
    }
    try (Warehouse copy = Warehouse.open(file)) {
      long copied = copy.rowsOfAllTables();
      if (copied != rows) {
        throw new WarehouseException(
            "The copy of the facts has %d rows instead of %d.".formatted(copied, rows));
      }
    }
    return rows;
  }

  static long rows(Connection connection) throws SQLException {
    Sql sql = new Sql(connection);
    long rows = 0;
    for (String table : tables(connection)) {
      rows += sql.number("select count(*) from " + table);
    }
    return rows;
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet names =
            statement.executeQuery(
                "select table_schema, table_name from information_schema.tables"
                    + " where table_type = 'BASE TABLE'")) {
      while (names.next()) {
        tables.add("\"%s\".\"%s\"".formatted(names.getString(1), names.getString(2)));
      }
    }
    return tables;
  }
}
