package io.retainer.warehouse;

import io.retainer.spi.Dataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jooq.SQLDialect;

/**
 * A DuckDB file. One process holds it, which a lock file of our own says at once: loading the
 * engine costs half a second of CPU and waits for the first question.
 */
final class DuckDb implements Database {

  /** The server must stay under 1 GiB with everything else; what is larger goes to disk. */
  static final String MEMORY = "256MB";

  private final Path file;
  private final long smallestClustered;
  private final String memory;
  private final FactsLock lock;
  private DuckDBConnection engine;
  private boolean isClosed;

  DuckDb(Path file) {
    this(file, Clustering.SMALLEST);
  }

  /**
   * @param smallestClustered rows of a table that is worth to be put in order
   */
  DuckDb(Path file, long smallestClustered) {
    this(file, smallestClustered, MEMORY);
  }

  /**
   * @param memory that it may take
   */
  DuckDb(Path file, long smallestClustered, String memory) {
    this.file = file.toAbsolutePath();
    this.smallestClustered = smallestClustered;
    this.memory = memory;
    this.lock = new FactsLock(this.file);
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.DUCKDB;
  }

  @Override
  public Connection reading() throws SQLException {
    Connection connection = engine().duplicate();
    connection.setAutoCommit(false);
    return connection;
  }

  @Override
  public Connection writing() throws SQLException {
    return engine().duplicate();
  }

  /** Nothing: the whole file is written anew when nobody works with it. */
  @Override
  public void wipe(Connection connection) {}

  @Override
  public RowAppender appenderAside(Connection connection, String table) throws SQLException {
    return appender(connection, "temp", table);
  }

  @Override
  public RowAppender appenderInto(Connection connection, String table) throws SQLException {
    return appender(connection, null, table);
  }

  private static RowAppender appender(Connection connection, String catalogue, String table)
      throws SQLException {
    return new DuckDbAppender(
        connection.unwrap(DuckDBConnection.class).createAppender(catalogue, "main", table));
  }

  @Override
  public String definition(String columns) {
    return columns;
  }

  @Override
  public String rowNumber() {
    return "rowid";
  }

  @Override
  public void tidy(Connection connection, Collection<Dataset> datasets) {
    new Clustering(connection, smallestClustered).of(datasets);
  }

  /**
   * Copies the file. The engine's own lock on it goes when another stream of it is closed; ours, on
   * the file beside, stays.
   */
  @Override
  public long copyTo(Path copy) {
    try (Connection connection = writing();
        Statement statement = connection.createStatement()) {
      long rows = FactsTables.in(connection).rows();
      statement.execute("checkpoint");
      Files.copy(file, copy);
      long copied = rows(copy);
      if (copied != rows) {
        throw new WarehouseException(
            "The copy of the facts has %d rows instead of %d.".formatted(copied, rows));
      }
      return rows;
    } catch (SQLException | IOException e) {
      throw new WarehouseException("The facts cannot be copied: " + e.getMessage(), e);
    }
  }

  private static long rows(Path copy) throws SQLException {
    try (Connection connection = FactsFile.reading(copy)) {
      return FactsTables.in(connection).rows();
    }
  }

  private synchronized DuckDBConnection engine() throws SQLException {
    if (isClosed) {
      throw new WarehouseException("The warehouse " + file + " is closed.");
    }
    if (engine == null) {
      Properties settings = new Properties();
      settings.setProperty("memory_limit", memory);
      settings.setProperty("threads", "2");
      // Rows may be written by both threads; whoever needs an order asks for it.
      settings.setProperty("preserve_insertion_order", "false");
      DuckDBConnection opened =
          (DuckDBConnection) new DuckDBDriver().connect("jdbc:duckdb:" + file, settings);
      try (Statement statement = opened.createStatement()) {
        // No file, web address or extension can be reached from SQL, whatever a text contains.
        statement.execute("set enable_external_access = false");
        opened.setAutoCommit(false);
        new Schema(opened, this).create();
        // Older versions kept the text of rejected rows, with whatever names stood in it.
        statement.execute("update rejected_rows set text = '' where text <> ''");
        opened.commit();
        opened.setAutoCommit(true);
        statement.execute("set lock_configuration = true");
      } catch (SQLException | RuntimeException e) {
        opened.close();
        throw e;
      }
      engine = opened;
    }
    return engine;
  }

  @Override
  public synchronized void close() {
    isClosed = true;
    try {
      if (engine != null) {
        engine.close();
      }
      lock.close();
    } catch (SQLException e) {
      throw new WarehouseException("Cannot close " + file + ": " + e.getMessage(), e);
    }
  }
}
