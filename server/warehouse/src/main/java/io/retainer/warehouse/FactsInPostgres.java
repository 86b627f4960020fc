package io.retainer.warehouse;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL that keeps the facts, in a schema of their own; or their ledger alone, when the rows
 * are somewhere else.
 *
 * @param url {@code jdbc:postgresql://host/database}, without a password
 * @param schema that the tables are in
 */
public record FactsInPostgres(
    String url, Optional<String> user, Optional<String> password, String schema)
    implements FactsElsewhere {

  private static final String FACTS = "retainer_facts";

  /** Not the same: whoever takes the one for the other would find imports without their rows. */
  private static final String LEDGER = "retainer_ledger";

  public FactsInPostgres(String url, Optional<String> user, Optional<String> password) {
    this(url, user, password, FACTS);
  }

  /** Where the ledger of facts is that lie somewhere else. */
  public static FactsInPostgres ledger(
      String url, Optional<String> user, Optional<String> password) {
    return new FactsInPostgres(url, user, password, LEDGER);
  }

  @Override
  public String kind() {
    return "PostgreSQL";
  }

  boolean isLedger() {
    return schema.equals(LEDGER);
  }

  @Override
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
    return isLedger()
        ? new PostgresServer(
            "The database of the state, which is to keep the book of imports,",
            "retainer.database",
            url,
            user,
            password)
        : new PostgresServer("The database of the facts", "retainer.facts", url, user, password);
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
    source.setCurrentSchema(schema);
    return source;
  }
}
