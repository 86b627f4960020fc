package io.retainer.kpi.formula;

import static java.math.MathContext.DECIMAL64;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
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

  /** Whether rows have it in one column, or in several that are added. */
  static boolean isOfColumns(Aggregation aggregation) {
    return value(aggregation).filter(of -> byColumn(of).isEmpty()).isEmpty();
  }

  /** Whether it is divided by a thousand, or a thousand thousands, in every row. */
  static boolean isInThousands(Aggregation aggregation) {
    return value(aggregation).filter(RowFactor::isInThousands).isPresent();
  }

  private static boolean isInThousands(RowValue value) {
    return value instanceof RowValue.Arithmetic arithmetic
        && (isInThousands(arithmetic.left())
            || isInThousands(arithmetic.right())
            || arithmetic.operator() == Operator.DIVIDED_BY
                && arithmetic.right() instanceof RowValue.Constant by
                && ScaledAmounts.isThousands(by.value()));
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
    return byColumn(value).filter(of -> of.size() == 1).map(of -> of.values().iterator().next());
  }

  /** By what each column is multiplied; empty where they are not only added. */
  private static Optional<Map<String, BigDecimal>> byColumn(RowValue value) {
    if (value instanceof RowValue.ColumnValue column) {
      return Optional.of(Map.of(column.column(), BigDecimal.ONE));
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      return byColumn(ifMissing.value());
    }
    return value instanceof RowValue.Arithmetic arithmetic
        ? byColumn(arithmetic)
        : Optional.empty();
  }

  private static Optional<Map<String, BigDecimal>> byColumn(RowValue.Arithmetic arithmetic) {
    Operator operator = arithmetic.operator();
    if (arithmetic.right() instanceof RowValue.Constant number && number.value().signum() != 0) {
      return switch (operator) {
        case TIMES -> times(arithmetic.left(), number.value());
        case DIVIDED_BY ->
            times(arithmetic.left(), BigDecimal.ONE.divide(number.value(), DECIMAL64));
        case PLUS, MINUS -> Optional.empty();
      };
    } else if (arithmetic.left() instanceof RowValue.Constant number) {
      return operator == Operator.TIMES
          ? times(arithmetic.right(), number.value())
          : Optional.empty();
    }
    boolean isSum = operator == Operator.PLUS || operator == Operator.MINUS;
    return isSum
        ? byColumn(arithmetic.left())
            .flatMap(
                left -> byColumn(arithmetic.right()).map(right -> added(left, right, operator)))
        : Optional.empty();
  }

  private static Optional<Map<String, BigDecimal>> times(RowValue value, BigDecimal number) {
    return byColumn(value)
        .map(
            of -> {
              Map<String, BigDecimal> scaled = new HashMap<>();
              of.forEach((column, factor) -> scaled.put(column, factor.multiply(number)));
              return scaled;
            });
  }

  private static Map<String, BigDecimal> added(
      Map<String, BigDecimal> left, Map<String, BigDecimal> right, Operator operator) {
    Map<String, BigDecimal> sum = new HashMap<>(left);
    right.forEach(
        (column, factor) ->
            sum.merge(
                column, operator == Operator.PLUS ? factor : factor.negate(), BigDecimal::add));
    return sum;
  }
}
