package io.retainer.kpi.rows;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** What one row is worth. */
final class RowNumbers {

  private RowNumbers() {}

  /** Empty when a part is missing. */
  static Optional<BigDecimal> of(RowValue value, Row row) {
    if (value instanceof RowValue.ColumnValue column) {
      return row.number(column.column());
    } else if (value instanceof RowValue.Constant constant) {
      return Optional.of(constant.value());
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      boolean isKeptBack = NamedColumns.of(ifMissing.value()).stream().anyMatch(row::isSuppressed);
      return isKeptBack
          ? Optional.empty()
          : of(ifMissing.value(), row).or(() -> of(ifMissing.otherwise(), row));
    } else if (value instanceof RowValue.Suppressed suppressed) {
      return row.isSuppressed(suppressed.column()) ? Optional.of(BigDecimal.ONE) : Optional.empty();
    } else if (value instanceof RowValue.Lacking lacking) {
      return isLacking(lacking.value(), row) ? Optional.of(BigDecimal.ONE) : Optional.empty();
    } else if (value instanceof RowValue.Elapsed elapsed) {
      return elapsed(elapsed, row);
    } else if (value instanceof RowValue.Weekday) {
      return Optional.of(BigDecimal.valueOf(row.day().getDayOfWeek().getValue()));
    } else if (value instanceof RowValue.OfMoment moment) {
      return row.moment(moment.column()).map(at -> part(moment.part(), at));
    }
    RowValue.Arithmetic arithmetic = (RowValue.Arithmetic) value;
    Optional<BigDecimal> left = of(arithmetic.left(), row);
    Optional<BigDecimal> right = of(arithmetic.right(), row);
    return left.isPresent() && right.isPresent()
        ? Optional.ofNullable(combine(arithmetic.operator(), left.get(), right.get()))
        : Optional.empty();
  }

  private static boolean isLacking(RowValue value, Row row) {
    return of(value, row).isEmpty() && NamedColumns.of(value).stream().noneMatch(row::isSuppressed);
  }

  /** Null for a division by zero: the row has no such value. */
  private static BigDecimal combine(Operator operator, BigDecimal left, BigDecimal right) {
    return switch (operator) {
      case PLUS -> left.add(right);
      case MINUS -> left.subtract(right);
      case TIMES -> left.multiply(right);
      case DIVIDED_BY -> right.signum() == 0 ? null : left.divide(right, DECIMAL128);
    };
  }

  private static Optional<BigDecimal> elapsed(RowValue.Elapsed elapsed, Row row) {
    Optional<LocalDateTime> from = row.moment(elapsed.from());
    Optional<LocalDateTime> to = row.moment(elapsed.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (elapsed.in()) {
          case DAYS ->
              BigDecimal.valueOf(
                  ChronoUnit.DAYS.between(from.get().toLocalDate(), to.get().toLocalDate()));
          case HOURS -> parts(from.get(), to.get(), 3600);
          case MINUTES -> parts(from.get(), to.get(), 60);
        });
  }

  private static BigDecimal part(RowValue.Part part, LocalDateTime at) {
    return BigDecimal.valueOf(
        switch (part) {
          case WEEKDAY -> at.getDayOfWeek().getValue();
          case HOUR -> at.getHour();
        });
  }

  private static BigDecimal parts(LocalDateTime from, LocalDateTime to, long seconds) {
    return BigDecimal.valueOf(ChronoUnit.SECONDS.between(from, to))
        .divide(BigDecimal.valueOf(seconds), DECIMAL128);
  }
}
