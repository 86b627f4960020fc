package io.retainer.model.kpi;

import java.math.BigDecimal;

/**
 * How a value changed against an earlier one.
 *
 * @param amount PERCENT and POINTS as fractions (0.05 is 5 % or 5 points), PLACES and ABSOLUTE in
 *     the KPI's unit; zero for NEW
 */
public record Delta(Style style, BigDecimal amount, Judgement judgement) {

  /** How the change is expressed. */
  public enum Style {
    /** Relative change of an amount or count. */
    PERCENT,
    /** Difference of two rates, in percentage points. */
    POINTS,
    /** Places won: previous position less current one, so that more is better. */
    PLACES,
    /** A plain difference, where a relative one means nothing. */
    ABSOLUTE,
    /** There was nothing before. */
    NEW
  }

  /** Whether the change is good news. */
  public enum Judgement {
    GOOD,
    BAD,
    NEUTRAL,
    /** The base is too small to judge. */
    TOO_SMALL
  }
}
