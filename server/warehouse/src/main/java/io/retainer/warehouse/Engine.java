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

/** One connection to a database, and the dialect its statements are written in. */
final class Engine {

  private static final int LONGEST_SECONDS = 30;

  static {
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
  }

  private final Connection connection;
  private final Configuration configuration;
  private final Consumer<String> watcher;

  Engine(Connection connection, SQLDialect dialect) {
    this(connection, dialect, statement -> {});
  }

  /**
   * @param watcher sees the text of each statement about facts
   */
  Engine(Connection connection, SQLDialect dialect, Consumer<String> watcher) {
    this.connection = connection;
    this.configuration = DSL.using(dialect).configuration();
    this.watcher = watcher;
  }

  Connection connection() {
    return connection;
  }

  /** Reads one row. */
  interface Reading {
    void read(ResultSet row) throws SQLException;
  }

  void each(Select<?> select, Reading reading) throws SQLException {
    select.attach(configuration);
    String text = select.getSQL();
    watcher.accept(text);
    try (PreparedStatement statement = connection.prepareStatement(text)) {
      statement.setQueryTimeout(LONGEST_SECONDS);
      List<Object> values = select.getBindValues();
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          reading.read(row);
        }
      }
    }
  }
}
