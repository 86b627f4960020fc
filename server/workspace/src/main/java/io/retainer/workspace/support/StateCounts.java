package io.retainer.workspace.support;

import io.retainer.workspace.HomeAge;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;

/** How many rows each table of the state has, and which versions it went through. */
final class StateCounts {

  private StateCounts() {}

  static String of(DataSource state) {
    var text = new StringBuilder();
    try (Connection connection = state.getConnection();
        Statement statement = connection.createStatement()) {
      text.append(connection.getMetaData().getDatabaseProductName())
          .append(' ')
          .append(connection.getMetaData().getDatabaseProductVersion())
          .append("; ")
          .append(HomeAge.of(state).sentence())
          .append("\n\n");
      for (String table : tables(connection)) {
        try (ResultSet count = statement.executeQuery("select count(*) from \"" + table + "\"")) {
          count.next();
          text.append("%12d  %s%n".formatted(count.getLong(1), table.toLowerCase(Locale.ROOT)));
        }
      }
    } catch (SQLException e) {
      text.append("cannot be read: ").append(e.getMessage());
    }
    return text.toString();
  }

  private static TreeSet<String> tables(Connection connection) throws SQLException {
    var names = new TreeSet<String>();
    try (ResultSet tables =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (tables.next()) {
        names.add(tables.getString("TABLE_NAME"));
      }
    }
    return names;
  }
}
