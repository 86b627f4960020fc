package io.retainer.kpi.rows;

import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * One row.
 *
 * @param values by column; a column without an entry, or with null, is missing
 */
record Row(LocalDate day, String source, String account, Map<String, Object> values) {

  Optional<Object> value(String column) {
    return Optional.ofNullable(values.get(column)).filter(value -> !(value instanceof Suppressed));
  }

  /** Whether there is a value that the source keeps back. */
  boolean isSuppressed(String column) {
    return values.get(column) instanceof Suppressed;
  }

  Optional<BigDecimal> number(String column) {
    return value(column)
        .map(value -> value instanceof BigDecimal n ? n : new BigDecimal(value.toString()));
  }

  Optional<LocalDateTime> moment(String column) {
    return value(column)
        .map(
            value -> value instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) value);
  }

  String text(String column) {
    return value(column).map(Object::toString).orElse("");
  }
}
