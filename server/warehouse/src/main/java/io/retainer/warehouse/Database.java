package io.retainer.warehouse;

import io.retainer.spi.Dataset;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.jooq.SQLDialect;

/**
 * Where the facts are kept, and what has to be said or done in its own way. All other statements
 * are understood by every database.
 */
interface Database extends AutoCloseable {

  /**
   * @param home let go when the database is closed; null for none
   */
  static Database of(FactsElsewhere place, FactsLock home) {
    if (place instanceof FactsInTrino inTrino) {
      return new Trino(inTrino, home);
    }
    return new Postgres((FactsInPostgres) place, home);
  }

  SQLDialect dialect();

  /** For questions, all of which see one moment. */
  Connection reading() throws SQLException;

  /**
   * For a change, each statement by itself until the caller begins a transaction. Temporary tables
   * go with it. While it is open, no other process changes anything.
   */
  Connection writing() throws SQLException;

  /**
   * Asks about facts.
   *
   * @param reading sees the moment that is asked about
   */
  default Engine engine(Connection reading) {
    return new Engine(reading, dialect());
  }

  /** What changes facts, to be committed with the ledger. */
  default FactChanges changes(Connection writing) throws SQLException {
    return new FactsBesideLedger(this, writing);
  }

  /** All tables, as a moment sees them. */
  default FactsTables tables(Connection reading) throws SQLException {
    return FactsTables.in(reading);
  }

  /** All tables were filled. What is done here makes questions quicker. */
  default void filled(Connection writing) throws SQLException {}

  /** The quick way into a temporary table. */
  RowAppender appenderAside(Connection connection, String table) throws SQLException;

  /** The quick way into a table of all. */
  RowAppender appenderInto(Connection connection, String table) throws SQLException;

  /** Columns and their types, as we define them, in words of this database. */
  String definition(String columns);

  /** What tells rows of a table apart; those that came later have a greater one. */
  String rowNumber();

  /** An import ended. What is done here makes questions quicker, or it is not done. */
  void tidy(Connection connection, Collection<Dataset> datasets);

  /**
   * Rows were deleted for good: nothing of them stays in what the tables lie in. Of all tables,
   * since what was undone or replaced, or half deleted before, may lie in any.
   */
  void wipe(Connection connection) throws SQLException;

  /**
   * Makes a DuckDB file of the facts as they are between two imports.
   *
   * @return the rows of all tables
   */
  long copyTo(Path file);

  @Override
  void close();
}
