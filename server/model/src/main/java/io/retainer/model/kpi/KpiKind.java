package io.retainer.model.kpi;

/**
 * What may be done with a KPI over time and segments. Follows from its formula, never from taste.
 */
public enum KpiKind {
  /** Adds up over time and segments. */
  FLOW,
  /** A level at the end of the period. */
  STOCK,
  /** A sum over a sum; recomputed for every total. */
  RATIO,
  /** A mean with weights; recomputed for every total. */
  WMEAN,
  /** Distinct things, valid for exactly the span and segment they were counted in. */
  DISTINCT,
  /** A statistic of a distribution, such as a median. */
  DISTRIBUTION,
  /** An ordered list. */
  RANK,
  /** A classification within one population on one day. */
  SCORE;

  /** Whether more days make it larger, as they do what adds up and what is counted. */
  public boolean growsByDay() {
    return this == FLOW || this == DISTINCT;
  }

  /** The word the command line and the API print. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
