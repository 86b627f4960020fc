package io.retainer.warehouse;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a table somebody wants to see, and in which order.
 *
 * @param table of {@link DataTable}
 * @param days rows whose first day is one of them; empty for all
 * @param batch rows that came with this import; empty for all
 * @param where all of them have to hold
 * @param sort a column of the table, or {@link #DATE}; that first one when empty
 */
public record RowsAsk(
    ClientId client,
    Dataset dataset,
    String table,
    Optional<DateSpan> days,
    Optional<String> batch,
    List<Filter> where,
    Optional<String> sort,
    boolean descending) {

  /** What a row is sorted by that is no column of the dataset: its first day. */
  public static final String DATE = "date";

  public RowsAsk {
    where = List.copyOf(where);
  }

  /**
   * What a column of a row has to say.
   *
   * @param text with {@link Match#IS} an empty one stands for no value
   */
  public record Filter(String column, Match match, String text) {}

  /** How a text is compared. */
  public enum Match {
    /** By letter and case. */
    IS,
    /** Somewhere in it, without regard to case. */
    CONTAINS
  }
}
