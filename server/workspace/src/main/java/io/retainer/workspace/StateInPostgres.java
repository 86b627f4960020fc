package io.retainer.workspace;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.retainer.warehouse.PostgresServer;
import io.retainer.workspace.configuration.Configuration;
import io.retainer.workspace.configuration.Form;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The state in a PostgreSQL.
 *
 * @param url {@code jdbc:postgresql://host/database}, without a password
 */
public record StateInPostgres(String url, Optional<String> user, Optional<String> password)
    implements StateDatabase {

  private static final int CONNECTIONS = 16;
  private static final int SECONDS_TO_CONNECT = 10;

  /** Longer than any statement of ours: a connection whose other end is gone is given up. */
  private static final int SECONDS_TO_ANSWER = 120;

  /** What {@code retainer.database.url} says, if it says anything. */
  public static Optional<StateInPostgres> configured(Configuration configuration) {
    return configuration.value("retainer.database.url").map(url -> at(url, configuration));
  }

  /** At an address, with the user and the password that are set. */
  public static StateInPostgres at(String url, Configuration configuration) {
    return new StateInPostgres(
        url,
        configuration.value("retainer.database.user"),
        configuration.resolved("retainer.database.password"));
  }

  /** Empty when it is an address that can be tried, else what was expected. */
  public static Optional<String> problemOf(String url) {
    return Form.of("database").problemOf(url);
  }

  @Override
  public String title() {
    return url;
  }

  @Override
  public DataSource connect() {
    PGSimpleDataSource source = source();
    check(source);
    var config = new HikariConfig();
    config.setDataSource(source);
    config.setPoolName("retainer-state");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(SECONDS_TO_CONNECT * 1000L);
    config.setConnectionInitSql(PostgresServer.WRITTEN_WHEN_IT_SAYS_SO);
    return new HikariDataSource(config);
  }

  @Override
  public DataSource readOnly() {
    PGSimpleDataSource source = source();
    source.setReadOnly(true);
    return source;
  }

  @Override
  public void disconnect(DataSource pool) {
    ((HikariDataSource) pool).close();
  }

  @Override
  public Flyway migrations(DataSource source) {
    return PostgresMigrations.of(source);
  }

  @Override
  public StateVersion version() {
    PGSimpleDataSource source = source();
    check(source);
    try {
      return StateVersion.of(migrations(source));
    } catch (FlywayException e) {
      throw new StateException(
          "The state database " + title() + " cannot be read: " + e.getMessage(), e);
    }
  }

  private PostgresServer server() {
    return new PostgresServer("The state database", "retainer.database", url, user, password);
  }

  private PGSimpleDataSource source() {
    PGSimpleDataSource source;
    try {
      source = server().source(SECONDS_TO_ANSWER);
    } catch (IllegalArgumentException e) {
      throw new StateException(e.getMessage(), e);
    }
    source.setApplicationName("retainer");
    return source;
  }

  private void check(DataSource source) {
    try (Connection connection = source.getConnection()) {
      new PostgresCheck(server()).of(connection);
    } catch (SQLException e) {
      throw new PostgresCheck(server()).refusal(e);
    }
  }
}
