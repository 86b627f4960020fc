package io.retainer.spi;

/** What may be done with the values of a column over rows. */
public enum Additivity {
  /** Describes a row: channel, query, status. Rows are grouped and filtered by it. */
  DIMENSION,
  /** Identifies a thing: an order, a customer. Counted distinctly, never shown in a list. */
  KEY,
  /** May be summed over time and segments: clicks, cost, orders. */
  ADDITIVE,
  /**
   * A level at an instant: followers. The last one counts; summed over accounts, never over days.
   */
  LEVEL,
  /**
   * Distinct people, as the source counted them for exactly this row: reach, users. Never summed.
   */
  DISTINCT,
  /** An average that needs its weight: position by impressions. */
  WEIGHTED,
  /** An answer on a scale: stars, points from 0 to 10. Averaged over the answers, never summed. */
  MARK
}
