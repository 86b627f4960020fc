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

  /**
   * For whoever writes, the state too: a database that says "written" before it is on the disk may
   * forget it when it falls, and a mail would go twice, or an import that was accepted be gone.
   * Whatever waits longer stays as it is.
   */
  public static final String WRITTEN_WHEN_IT_SAYS_SO =
      "select set_config('synchronous_commit', 'on', false)"
          + " where current_setting('synchronous_commit') = 'off'";

  static final String SCHEMA = "retainer_facts";

  private static final int SECONDS_TO_CONNECT = 10;

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

  Connection connect(int secondsToAnswer) throws SQLException {
    return source(secondsToAnswer).getConnection();
  }

  /**
   * @param secondsToAnswer after which the other end counts as gone; 0 for never
   */
  PGSimpleDataSource source(int secondsToAnswer) {
    var source = new PGSimpleDataSource();
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setTcpKeepAlive(true);
    try {
      source.setUrl(url);
    } catch (IllegalArgumentException e) {
      throw new WarehouseException(
          "retainer.facts.url is \"%s\"; expected an address like jdbc:postgresql://db.example/retainer"
              .formatted(url),
          e);
    }
    source.setApplicationName("retainer-facts");
    source.setSocketTimeout(secondsToAnswer);
    // Nothing of anybody else's is meant by a name of ours.
    source.setCurrentSchema(SCHEMA);
    user.ifPresent(source::setUser);
    password.ifPresent(source::setPassword);
    return source;
  }
}
