package io.retainer.kpi.table;

import static java.math.MathContext.DECIMAL128;

import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A table and the number that stands for it.
 *
 * @param value empty when it cannot be computed
 * @param why it cannot, where that is more than a division by zero
 */
public record TableResult(
    KpiTable table,
    Optional<BigDecimal> value,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    Optional<Reason> why) {

  TableResult(
      KpiTable table,
      Optional<BigDecimal> value,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator) {
    this(table, value, numerator, denominator, Optional.empty());
  }

  static TableResult of(KpiTable table, BigDecimal value) {
    return new TableResult(table, Optional.of(value), Optional.empty(), Optional.empty());
  }

  static TableResult share(KpiTable table, BigDecimal part, BigDecimal whole) {
    return new TableResult(
        table, Optional.ofNullable(divided(part, whole)), Optional.of(part), Optional.of(whole));
  }

  /** Null when there is nothing to divide by. */
  static BigDecimal divided(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0 ? null : part.divide(whole, DECIMAL128);
  }
}
