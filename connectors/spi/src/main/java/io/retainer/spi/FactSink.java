package io.retainer.spi;

/**
 * Takes what a connector reads from one file. Used on one thread. Nothing handed over is visible to
 * anybody until the whole file is read and accepted.
 */
public interface FactSink {

  /** Begins a table of the file. The writer of the table before it is finished by this call. */
  TableWriter table(TableHeader header);

  /** Reports a problem of the file that belongs to no row: the file is then not accepted whole. */
  void issue(ReadIssue issue);

  /** Hands over a total that the source itself states, so that the import can be reconciled. */
  void total(SourceTotal total);

  /**
   * Names a line that is no data on purpose (preamble, total, group heading), so that every line of
   * the file is accounted for. The result of the import says each reason with the number of its
   * lines: give the same words for the same reason.
   */
  void passedOver(long line, String reason);

  /**
   * Says what the file leaves open and was taken for granted, such as a currency or the days: a
   * whole sentence that names what to do if it is not so. It stands in the result of the import.
   */
  default void assumed(String what) {}

  /**
   * Says of the current table, whose rows have a key, that the source never changes this column of
   * a row, such as the moment an order was placed. Rows that are there already under the same keys
   * with other moments, whatever the zone, are then other things: the file is not accepted, and the
   * user is asked to name the account. A few among many are taken for corrected.
   */
  default void unchanging(String column) {}
}
