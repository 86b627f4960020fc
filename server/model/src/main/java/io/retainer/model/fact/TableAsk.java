package io.retainer.model.fact;

/**
 * What is asked of rows of all times up to the end of a period, and answered by a table of one row
 * for each kind of key. Rows without the key are left out.
 */
public sealed interface TableAsk {

  /** The column that tells whose rows they are, such as {@code customer_key}. */
  String key();

  /**
   * Keys by the month of their first row and the months since: {@code cohort, months, keys}. Keys
   * whose first row is older than the given number of months, that of the period's end included,
   * are left out.
   */
  record Cohorts(String key, int months) implements TableAsk {}

  /**
   * Keys by three scores from 1 to 5 (how lately, how often, how much): {@code recency, frequency,
   * amount, keys, value}. Counted are rows of so many days before the period's end.
   */
  record Scores(String key, RowValue value, int days, Ties ties) implements TableAsk {}

  /**
   * Keys by their purchases: {@code repeats, last, age, spent, valued, keys}. All rows of a day are
   * one purchase; {@code repeats} are those after the first one, {@code valued} those of them whose
   * rows all have a value, {@code spent} the value of these, {@code last} the days from the first
   * to the last, {@code age} those from the first to the period's last day.
   */
  record Purchases(String key, RowValue value) implements TableAsk {}

  /** How equal values share a score, of n keys of which some have less and some have as much. */
  enum Ties {
    /** By those below: {@code 1 + floor(5 * less / n)}. */
    COUNT_BELOW,
    /** By those below and half of the equal ones: {@code 1 + floor(5 * (less + equal / 2) / n)}. */
    MIDRANK,
    /** By those below and the equal ones: {@code ceil(5 * (less + equal) / n)}. */
    CUMULATIVE
  }
}
