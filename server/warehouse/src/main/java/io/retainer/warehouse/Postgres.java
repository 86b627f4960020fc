package io.retainer.warehouse;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.SQLDialect;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The facts in a PostgreSQL, for a small team. Any number of processes read; one of all writes at a
 * time, which a lock in the database says. Nothing is asked of it before the first question.
 */
final class Postgres implements Database {

  private static final Logger LOG = LoggerFactory.getLogger(Postgres.class);

  private static final int READERS = 8;

  /** Of a ledger: each waits while the facts are asked somewhere else. */
  private static final int READERS_OF_LEDGER = 24;

  private static final int SECONDS_TO_CONNECT = 10;

  /** Longer than any question may take: a connection whose other end is gone is given up. */
  private static final int SECONDS_TO_ANSWER = 120;

  /** Of each step of a statement; what is larger goes to the database's disk. */
  private static final String MEMORY = "64MB";

  /**
   * Limits that the database sets to whoever works in it break off no import that waits for another
   * one, or for the connector that reads its file.
   */
  private static final String WITHOUT_LIMITS =
      """
      select set_config(name, '0', false) from pg_settings
      where name in ('statement_timeout', 'lock_timeout', 'transaction_timeout',
        'idle_session_timeout', 'idle_in_transaction_session_timeout')
      """;

  /** "Retainer" in ASCII; of a database, so that nobody else's lock is meant by it. */
  private static final long WRITER = 0x52657461696E6572L;

  /** A few rows of many: each import, account and client has its own. */
  private static final List<String> INDEXES =
      List.of(
          "batches_id on batches (id)",
          "batches_of_client on batches (client)",
          "series_id on series (id)",
          "series_of_client on series (client)",
          "presence_of_series on presence (series)",
          "tables_of_series on batch_tables (series)",
          "tables_of_batch on batch_tables (batch)",
          "issues_of_batch on batch_issues (batch)",
          "rejected_of_batch on rejected_rows (batch)",
          "passed_over_of_batch on passed_over (batch)",
          "assumptions_of_batch on assumptions (batch)",
          "totals_of_batch on source_totals (batch)",
          "reconciliations_of_batch on reconciliations (batch)",
          "restated_of_batch on restated_periods (batch)",
          "amounts_of_batch on restated_amounts (batch)");

  private final FactsInPostgres place;
  private final Optional<FactsLock> home;
  private HikariDataSource readers;
  private boolean isClosed;

  Postgres(FactsInPostgres place) {
    this(place, null);
  }

  /**
   * @param home let go when this is closed; null for none
   */
  Postgres(FactsInPostgres place, FactsLock home) {
    this.place = place;
    this.home = Optional.ofNullable(home);
  }

  @Override
  public SQLDialect dialect() {
    return SQLDialect.POSTGRES;
  }

  @Override
  public Connection reading() throws SQLException {
    return readers().getConnection();
  }

  @Override
  public Connection writing() throws SQLException {
    readers();
    return alone();
  }

  /** As long as it takes: an import waits for that of another process as for one of its own. */
  private Connection alone() throws SQLException {
    Connection connection = place.connect(0);
    try {
      Sql sql = new Sql(connection);
      sql.run(PostgresServer.WRITTEN_WHEN_IT_SAYS_SO);
      sql.run(WITHOUT_LIMITS);
      sql.run("set work_mem = '" + MEMORY + "'");
      // The lock of a machine that was switched off is free again after a minute and a half.
      sql.run("set tcp_keepalives_idle = 60");
      sql.run("set tcp_keepalives_interval = 10");
      sql.run("set tcp_keepalives_count = 3");
      sql.list(row -> true, "select pg_advisory_lock(?)", WRITER);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private synchronized HikariDataSource readers() throws SQLException {
    if (isClosed) {
      throw new WarehouseException("The warehouse " + place.url() + " is closed.");
    }
    if (readers == null) {
      try {
        if (!isComplete()) {
          makeTables();
        }
      } catch (SQLException e) {
        throw new PostgresCheck(place).refusal(e);
      }
      readers = pool();
    }
    return readers;
  }

  /** Looked at without the lock: a process can begin while another one imports. */
  private boolean isComplete() throws SQLException {
    try (Connection connection = place.connect(SECONDS_TO_ANSWER)) {
      return new PostgresCheck(place).of(connection) && schema(connection).missing().isEmpty();
    }
  }

  private Schema schema(Connection connection) {
    return place.isLedger()
        ? new Schema(connection, this, List.of(), IcebergTables.LEDGER)
        : new Schema(connection, this);
  }

  private void makeTables() throws SQLException {
    try (Connection connection = alone()) {
      // All or nothing, and with our mark: else nobody would know whose tables they are.
      connection.setAutoCommit(false);
      Sql sql = new Sql(connection);
      if (sql.number("select count(*) from pg_namespace where nspname = ?", place.schema()) == 0) {
        sql.run("create schema " + place.schema());
      }
      schema(connection).create();
      for (String each : INDEXES) {
        sql.run("create index if not exists " + each);
      }
      for (Dataset dataset : place.isLedger() ? List.<Dataset>of() : Datasets.all()) {
        String table = FactTable.name(dataset);
        sql.run(
            "create index if not exists %1$s_days on %1$s (series, period_start)".formatted(table));
      }
      sql.run(
          "comment on table batches is '%s%d'".formatted(PostgresCheck.MARK, PostgresCheck.FORMAT));
      connection.commit();
    }
  }

  private HikariDataSource pool() {
    var config = new HikariConfig();
    var source = place.source(SECONDS_TO_ANSWER);
    // Questions are few and large: room for their groups, and no compiler for each of them.
    String theirs = Optional.ofNullable(source.getOptions()).map(set -> set + " ").orElse("");
    source.setOptions(theirs + "-c work_mem=" + MEMORY + " -c jit=off");
    config.setDataSource(source);
    config.setPoolName("retainer-facts");
    config.setMaximumPoolSize(place.isLedger() ? READERS_OF_LEDGER : READERS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(SECONDS_TO_CONNECT * 1000L);
    config.setReadOnly(true);
    config.setAutoCommit(false);
    // All statements of a question see one moment: an import that ends meanwhile is not half seen.
    config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    return new HikariDataSource(config);
  }

  @Override
  public RowAppender appenderAside(Connection connection, String table) throws SQLException {
    return new PostgresAppender(connection, table);
  }

  @Override
  public RowAppender appenderInto(Connection connection, String table) throws SQLException {
    return new PostgresAppender(connection, table);
  }

  /** Text is ordered and compared by its bytes, as DuckDB does, whatever the database is set to. */
  @Override
  public String definition(String columns) {
    return columns.replaceAll("\\bvarchar\\b", "varchar collate \"C\"");
  }

  @Override
  public String rowNumber() {
    return "ctid";
  }

  /** The planner has not seen yet what was just filled; the database itself looks later. */
  @Override
  public void tidy(Connection connection, Collection<Dataset> datasets) {
    try {
      connection.setAutoCommit(true);
      Sql sql = new Sql(connection);
      for (Dataset dataset : datasets) {
        if (hasGrownByHalf(sql, FactTable.name(dataset))) {
          sql.run("analyze " + FactTable.name(dataset));
        }
      }
    } catch (SQLException e) {
      LOG.warn("The planner goes on with what it knows of the tables", e);
    }
  }

  private static boolean hasGrownByHalf(Sql sql, String table) throws SQLException {
    return sql.list(
            row -> row.getBoolean(1),
            """
            select pg_relation_size(oid) > relpages * 1.5 * current_setting('block_size')::int
            from pg_class where oid = to_regclass(?)
            """,
            table)
        .contains(true);
  }

  /** The planner looks at all of them. */
  @Override
  public void filled(Connection connection) throws SQLException {
    withEach(connection, "analyze");
  }

  /** Deleted rows stay where they were until something else is written there. */
  @Override
  public void wipe(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
    withEach(connection, "vacuum (full, analyze)");
  }

  private static void withEach(Connection connection, String what) throws SQLException {
    Sql sql = new Sql(connection);
    for (String table : FactsTable.names(connection)) {
      sql.run(what + " " + FactTable.quoted(table));
    }
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
    isClosed = true;
    if (readers != null) {
      readers.close();
    }
    home.ifPresent(FactsLock::close);
  }
}
