package io.retainer.model.fact;

import java.math.BigDecimal;

/** A number computed from one row. It is missing when any part is missing. */
public sealed interface RowValue {

  /** A numeric column, or an inner measure of a {@link PerKey}. */
  record ColumnValue(String column) implements RowValue {}

  /** A number. */
  record Constant(BigDecimal value) implements RowValue {}

  /** Two values combined. A division by zero is missing. */
  record Arithmetic(Operator operator, RowValue left, RowValue right) implements RowValue {}

  /** A value, and another one for rows where it is missing. */
  record IfMissing(RowValue value, RowValue otherwise) implements RowValue {}

  /**
   * Time between two columns with dates or moments. Days are those of the calendar: from one
   * evening to the next morning is one. Hours and minutes are exact.
   */
  record Elapsed(Measured in, String from, String to) implements RowValue {}

  /** What the calendar or the clock said at a moment. */
  record OfMoment(Part part, String column) implements RowValue {}

  /**
   * The weekday of the day that a row is counted on, Monday is 1. Only rows that are of a single
   * day have one, see {@link SingleDays}.
   */
  record Weekday() implements RowValue {}

  /**
   * One for a row whose value in the column the source keeps back as below its threshold; missing
   * for any other. Its sum, asked beside a number, tells whether the number is all there is.
   */
  record Suppressed(String column) implements RowValue {}

  /**
   * One for a row that lacks the value although nothing of it is kept back; missing for any other.
   * Its sum, asked beside a sum, tells how many rows that one leaves out.
   */
  record Lacking(RowValue value) implements RowValue {}

  /** What time is measured in. */
  enum Measured {
    DAYS,
    HOURS,
    MINUTES
  }

  /** Monday is weekday 1 and Sunday 7; hours are 0 to 23. */
  enum Part {
    WEEKDAY,
    HOUR
  }

  /** The four operators. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY
  }
}
