package io.retainer.compute.protocol;

/**
 * What the values of a KPI over several periods may be put together by. A rate of a quarter is not
 * the mean of its months' rates, and who came in two months is one person.
 */
public enum Sums {
  /** Amounts and counts: the sum over periods is the longer period's own. */
  TOTAL_AND_MEAN,
  /** Levels and people: a mean says something, a sum does not. */
  MEAN,
  /** Rates, means, ranks and scores: neither does. */
  NEITHER
}
