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

  /** The four operators. */
  enum Operator {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY
  }
}
