package io.retainer.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
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
    try (Connection connection = reading(file)) {
      return new Sql(connection).number("select count(*) from batches");
    } catch (SQLException e) {
      throw new WarehouseException(
          "The facts in " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /** The file as it is. A result is read as it comes: it may be more than the memory holds. */
  static Connection reading(Path file) throws SQLException {
    var settings = new Properties();
    settings.setProperty("duckdb.read_only", "true");
    settings.setProperty("jdbc_stream_results", "true");
    settings.setProperty("memory_limit", DuckDb.MEMORY);
    return new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
  }

  /**
   * Writes a file anew that nobody works with, so that nothing of deleted rows stays in it.
   *
   * @throws WarehouseException when that does not work; then the file is as it was
   */
  public static void rewrite(Path file) {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    try {
      Files.deleteIfExists(fresh);
      try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
          Statement statement = connection.createStatement()) {
        statement.execute("attach '" + escaped(file) + "' as before");
        statement.execute("attach '" + escaped(fresh) + "' as after");
        statement.execute("copy from database before to after");
        statement.execute("detach after");
        statement.execute("detach before");
      }
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException | IOException e) {
      throw new WarehouseException(
          "The facts in " + file + " cannot be written anew: " + e.getMessage(), e);
    }
  }

  private static String escaped(Path file) {
    return file.toAbsolutePath().toString().replace("'", "''");
  }
}
