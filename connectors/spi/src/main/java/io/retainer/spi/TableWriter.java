package io.retainer.spi;

/** Takes the rows of one table, in the order of the file. */
public interface TableWriter {

  /**
   * Takes a row.
   *
   * @param line the physical line of the file where the row begins, from 1; for a workbook the row
   *     number
   * @param period the days the row is about
   * @param values one for each column of the header, in its order: {@link String}, {@link Long},
   *     {@link java.math.BigDecimal}, {@link Boolean}, {@link java.time.LocalDate} or {@link
   *     java.time.LocalDateTime} as the column's type says, or null where the source has no value;
   *     {@link Suppressed} in a column of numbers where it has one and keeps it back. The array may
   *     be reused after the call.
   */
  void row(long line, DateSpan period, Object[] values);

  /** Leaves a row out because of the problem, and keeps its text for the user to correct. */
  void rejected(ReadIssue issue, String text);
}
