package io.retainer.spi;

/** What the period of a fact row is. */
public enum Grain {
  /** A thing that happened on one day: an order, a campaign, a post. Rows have a key. */
  EVENT,
  DAY,
  WEEK,
  MONTH,
  /** Any span of days. The row answers for exactly this span and is never spread over its days. */
  PERIOD,
  /** A state seen on one day, such as a rank or a post's lifetime counters. */
  SNAPSHOT
}
