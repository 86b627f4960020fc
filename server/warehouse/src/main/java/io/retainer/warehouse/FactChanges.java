package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.DateSpan;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an import, its undoing or a move does to the tables of facts, wherever they lie. Others see
 * it once the ledger is committed after {@link #settle}: all of it or nothing. Used on one thread,
 * with a connection to the ledger.
 */
interface FactChanges extends AutoCloseable {

  /**
   * Rows to be selected from in the ledger's database.
   *
   * @param from what stands after {@code from}, with a condition
   * @param values bound in it
   */
  record Earlier(String from, List<Object> values) {}

  /** The rows in force that give way to those that arrive. */
  Earlier givingWay(Arriving rows) throws SQLException;

  /** Those in force give way, and those that arrive are in force. */
  void replace(Arriving rows) throws SQLException;

  /**
   * The rows in force whose key one of the gathered rows has too, or more.
   *
   * @return a table to be selected from in the ledger's database
   */
  String namesakes(IntakeTable table, ClientId client) throws SQLException;

  /**
   * The rows in force of the client, at least those that begin within the days, with their keys and
   * these columns.
   *
   * @return a table to be selected from in the ledger's database
   */
  String within(IntakeTable table, DateSpan days, ClientId client, List<String> columns)
      throws SQLException;

  /** Notes anew which periods a series has rows for. */
  void notePresence(Touched series) throws SQLException;

  /** Rows of an import in a series. */
  long rows(Touched series, long batch) throws SQLException;

  /** Those of them that are in force. */
  long rowsInForce(Touched series, long batch) throws SQLException;

  /** Rows in force of a series, by import. */
  Map<Long, Long> inForce(Touched series) throws SQLException;

  /**
   * The rows of an import go, and what they had replaced is in force, unless something later is.
   */
  void takeBack(Touched series, long batch) throws SQLException;

  /**
   * Deletes the rows of a client that lie apart from the ledger.
   *
   * @return how many, by table
   */
  Map<String, Long> forget(String client) throws SQLException;

  /** All tables, as they are with what was changed. */
  FactsTables tables() throws SQLException;

  /**
   * Adds columns to a table, or makes it.
   *
   * @param columns their types by their names, as we define them
   */
  void define(String table, Map<String, String> columns) throws SQLException;

  /** Whether many rows have to come by client and day. */
  boolean takesRowsInOrder();

  /** The quick way into a table of all. */
  RowAppender appender(String table) throws SQLException;

  /** Nothing more is changed: the ledger is told what it has to know before it is committed. */
  void settle() throws SQLException;

  /** The changes are seen by others. What is done here makes questions quicker. */
  void tidy(Set<Touched> touched);

  /** After rows were deleted for good: nothing of them stays in what the tables lie in. */
  void wipe() throws SQLException;

  /** What was not settled and committed has not happened. */
  @Override
  void close() throws SQLException;
}
