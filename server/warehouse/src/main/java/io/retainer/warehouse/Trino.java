package io.retainer.warehouse;

import io.retainer.spi.Dataset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.SQLDialect;

/**
 * The facts in Iceberg by a Trino, their ledger in a PostgreSQL. Any number of processes read; one
 * of all writes at a time, which a lock in the ledger says. Readers see the snapshots that their
 * transaction of the ledger names, so that an import is there, in all its tables, once the ledger
 * is committed.
 */
final class Trino implements Database {

  /** Many may ask a cluster, and a statement waits its turn there. */
  private static final int LONGEST_SECONDS = 120;

  private final FactsInTrino place;
  private final Postgres ledger;
  private final int longestSeconds;
  private Connection asking;

  Trino(FactsInTrino place, FactsLock home) {
    this(place, home, LONGEST_SECONDS);
  }

  /**
   * @param home let go when this is closed; null for none
   * @param longestSeconds a question that takes longer is stopped
   */
  Trino(FactsInTrino place, FactsLock home, int longestSeconds) {
    this.place = place;
    this.ledger = new Postgres(place.ledger(), home);
    this.longestSeconds = longestSeconds;
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.TRINO;
  }

  @Override
  public Connection reading() throws SQLException {
    return ledger.reading();
  }

  @Override
  public Connection writing() throws SQLException {
    Connection connection = ledger.writing();
    try {
      new Sql(connection)
          .run(
              """
              insert into iceberg_owner select cast(gen_random_uuid() as varchar)
              where not exists (select 1 from iceberg_owner)
              """);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public Engine engine(Connection reading) {
    try {
      return new Engine(reading, asking(), IcebergTables.of(reading), longestSeconds);
    } catch (SQLException e) {
      throw new WarehouseException("The ledger of the facts cannot be read: " + e.getMessage(), e);
    }
  }

  /** One for all: it is an address and settings, and each statement goes by itself. */
  private synchronized Connection asking() throws SQLException {
    if (asking == null) {
      Connection connection = place.connect();
      try {
        place.check(connection);
      } catch (SQLException e) {
        throw place.refusal(e);
      }
      asking = connection;
    }
    return asking;
  }

  @Override
  public FactChanges changes(Connection writing) throws SQLException {
    asking();
    return new FactsInIceberg(place, ledger, writing);
  }

  @Override
  public FactsTables tables(Connection reading) throws SQLException {
    FactsTables tables = ofLedger(reading);
    for (Map.Entry<String, IcebergTables.Snapshot> each :
        IcebergTables.of(reading).snapshots().entrySet()) {
      tables.connections().put(each.getKey(), asking());
      tables.sources().put(each.getKey(), IcebergTables.at(each.getKey(), each.getValue()));
    }
    return tables;
  }

  /** Those that any ledger has. */
  static FactsTables ofLedger(Connection connection) throws SQLException {
    FactsTables all = FactsTables.in(connection);
    Map<String, String> sources = new TreeMap<>(all.sources());
    sources.keySet().removeIf(IcebergTables::isOwn);
    return new FactsTables(all.connections(), sources);
  }

  @Override
  public RowAppender appenderAside(Connection connection, String table) throws SQLException {
    return ledger.appenderAside(connection, table);
  }

  @Override
  public RowAppender appenderInto(Connection connection, String table) throws SQLException {
    return ledger.appenderInto(connection, table);
  }

  @Override
  public String definition(String columns) {
    return ledger.definition(columns);
  }

  @Override
  public String rowNumber() {
    return ledger.rowNumber();
  }

  @Override
  public void tidy(Connection connection, Collection<Dataset> datasets) {}

  @Override
  public void wipe(Connection connection) throws SQLException {
    ledger.wipe(connection);
  }

  @Override
  public void filled(Connection writing) throws SQLException {
    ledger.filled(writing);
  }

  @Override
  public long copyTo(Path file) {
    try (Connection from = reading()) {
      return FactsCopy.into(file, tables(from));
    } catch (SQLException | WarehouseException e) {
      throw new WarehouseException("The facts cannot be copied: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    ledger.close();
    try {
      if (asking != null) {
        asking.close();
      }
    } catch (SQLException e) {
      throw new WarehouseException("Cannot close " + place.url() + ": " + e.getMessage(), e);
    }
  }
}
