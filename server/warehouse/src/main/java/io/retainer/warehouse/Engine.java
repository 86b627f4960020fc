package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Configuration;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * A connection to the ledger and one to the facts, which may be the same, and the dialect that
 * statements about facts are written in.
 */
final class Engine {

  private static final int LONGEST_SECONDS = 30;
  private static final int MANY_AT_ONCE = 2_000;

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final Connection ledger;
  private final Connection facts;
  private final Configuration configuration;
  private final Consumer<Select<?>> watcher;
  private final int longestSeconds;

  Engine(Connection connection, SQLDialect dialect) {
    this(connection, dialect, statement -> {});
  }

  /**
   * @param watcher sees each statement about facts
   */
  Engine(Connection connection, SQLDialect dialect, Consumer<Select<?>> watcher) {
    this(connection, dialect, watcher, LONGEST_SECONDS);
  }

  /**
   * @param longestSeconds a statement that takes longer is stopped
   */
  Engine(
      Connection connection, SQLDialect dialect, Consumer<Select<?>> watcher, int longestSeconds) {
    this(connection, connection, DSL.using(dialect).configuration(), watcher, longestSeconds);
  }

  /**
   * Of facts that lie apart from their ledger.
   *
   * @param tables as the ledger sees them
   */
  Engine(Connection ledger, Connection facts, IcebergTables tables, int longestSeconds) {
    this(
        ledger,
        facts,
        tables.in(DSL.using(SQLDialect.TRINO).configuration()),
        statement -> {},
        longestSeconds);
  }

  private Engine(
      Connection ledger,
      Connection facts,
      Configuration configuration,
      Consumer<Select<?>> watcher,
      int longestSeconds) {
    this.longestSeconds = longestSeconds;
    this.ledger = ledger;
    this.facts = facts;
    this.configuration = configuration;
    this.watcher = watcher;
  }

  /** To the ledger. */
  Connection connection() {
    return ledger;
  }

  /** Reads one row. */
  interface Reading {
    void read(ResultSet row) throws SQLException;
  }

  void each(Select<?> select, Reading reading) throws SQLException {
    each(select, reading, 0);
  }

  /** Rows that may be more than the memory holds. */
  void many(Select<?> select, Reading reading) throws SQLException {
    each(select, reading, MANY_AT_ONCE);
  }

  private void each(Select<?> select, Reading reading, int atOnce) throws SQLException {
    select.attach(configuration);
    String text = select.getSQL();
    watcher.accept(select);
    long start = System.nanoTime();
    try (PreparedStatement statement = facts.prepareStatement(text)) {
      statement.setQueryTimeout(longestSeconds);
      statement.setFetchSize(atOnce);
      List<Object> values = select.getBindValues();
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reading.read(row);
        }
      }
    } catch (SQLException e) {
      if (System.nanoTime() - start < longestSeconds * 1_000_000_000L) {
        throw e;
      }
      throw new WarehouseException(
          "A question took longer than %d seconds and was stopped. Ask about fewer days, or group by fewer dimensions."
              .formatted(longestSeconds),
          e);
    }
  }
}
