package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * By what a column is multiplied inside an aggregation: {@code sumOnLastDay(2 * search_volume)}.
 */
final class RowFactor {

  private RowFactor() {}

  /** One where the value is more than a column and a number. */
  static BigDecimal of(Aggregation aggregation) {
    return value(aggregation).flatMap(RowFactor::of).orElse(BigDecimal.ONE);
  }

  private static Optional<RowValue> value(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum sum) {
      return Optional.of(sum.value());
    } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
      return Optional.of(sum.value());
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      return Optional.of(statistic.value());
    }
    return aggregation instanceof Aggregation.Percentile percentile
        ? Optional.of(percentile.value())
        : Optional.empty();
  }

  private static Optional<BigDecimal> of(RowValue value) {
    if (value instanceof RowValue.ColumnValue) {
      return Optional.of(BigDecimal.ONE);
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      return of(ifMissing.value());
    }
    return value instanceof RowValue.Arithmetic arithmetic ? of(arithmetic) : Optional.empty();
  }

  private static Optional<BigDecimal> of(RowValue.Arithmetic arithmetic) {
    if (arithmetic.right() instanceof RowValue.Constant constant) {
      return of(arithmetic.left()).flatMap(left -> with(arithmetic.operator(), left, constant));
    }
    return arithmetic.left() instanceof RowValue.Constant constant
            && arithmetic.operator() == RowValue.Operator.TIMES
        ? of(arithmetic.right()).map(constant.value()::multiply)
        : Optional.empty();
  }

  private static Optional<BigDecimal> with(
      RowValue.Operator operator, BigDecimal factor, RowValue.Constant constant) {
    if (operator == RowValue.Operator.TIMES) {
      return Optional.of(factor.multiply(constant.value()));
    }
    return operator == RowValue.Operator.DIVIDED_BY && constant.value().signum() != 0
        ? Optional.of(factor.divide(constant.value(), MathContext.DECIMAL64))
        : Optional.empty();
  }
}
