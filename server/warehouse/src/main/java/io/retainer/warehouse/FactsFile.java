package io.retainer.warehouse;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBDriver;

/** A file of facts that nobody works with, looked at without a change to it. */
public final class FactsFile {

  private FactsFile() {}

  /**
   * How many imports it knows.
   *
   * @throws WarehouseException when it cannot be read, with the engine's reason
   */
  public static long imports(Path file) {
    var settings = new Properties();
    settings.setProperty("duckdb.read_only", "true");
    try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
        Statement statement = connection.createStatement();
        ResultSet count = statement.executeQuery("select count(*) from batches")) {
      count.next();
      return count.getLong(1);
    } catch (SQLException e) {
      throw new WarehouseException(
          "The facts in " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
