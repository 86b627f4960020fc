package io.retainer.warehouse;

import java.sql.SQLException;

/**
 * Rows on their way into a table, in its columns' order. There once they are flushed; when it is
 * closed without that, nobody needs the last ones.
 */
interface RowAppender extends AutoCloseable {

  RowAppender beginRow() throws SQLException;

  /**
   * @param value of the column's type: a text, whole number, decimal of at most eighteen digits of
   *     which six are places, truth, day or moment; or null
   */
  RowAppender append(Object value) throws SQLException;

  void endRow() throws SQLException;

  /** The rows so far are there. */
  void flush() throws SQLException;

  @Override
  void close() throws SQLException;
}
