package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that keeps the facts, in a schema of their own.
 *
 * @param url {@code jdbc:postgresql://host/database}, without a password
 */
public record FactsInPostgres(String url, Optional<String> user, Optional<String> password) {

  static final String SCHEMA = "retainer_facts";

  /**
   * How many imports it knows, looked at without a change; empty when the first start makes the
   * tables.
   *
   * @throws WarehouseException when it cannot keep facts, with the reason and what to do
   */
  public Optional<Long> imports() {
    try (Connection connection = connect(60)) {
      return new PostgresCheck(this).of(connection)
          ? Optional.of(new Sql(connection).number("select count(*) from batches"))
          : Optional.empty();
    } catch (SQLException e) {
      throw new PostgresCheck(this).refusal(e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return url;
  }

  PostgresServer server() {
    return new PostgresServer("The database of the facts", "retainer.facts", url, user, password);
  }

  Connection connect(int secondsToAnswer) throws SQLException {
    return source(secondsToAnswer).getConnection();
  }

  /**
   * @param secondsToAnswer after which the other end counts as gone; 0 for never
   */
  PGSimpleDataSource source(int secondsToAnswer) {
    PGSimpleDataSource source;
    try {
      source = server().source(secondsToAnswer);
    } catch (IllegalArgumentException e) {
      throw new WarehouseException(e.getMessage(), e);
    }
    source.setApplicationName("retainer-facts");
    // Nothing of anybody else's is meant by a name of ours.
    source.setCurrentSchema(SCHEMA);
    return source;
  }
}
