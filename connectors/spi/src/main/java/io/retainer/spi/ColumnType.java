package io.retainer.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The Java type that carries a column's values. */
public enum ColumnType {
  TEXT(String.class),
  /** An exact count. */
  INTEGER(Long.class),
  /** An exact decimal with up to six places: amounts, ranks, fractions of events. */
  DECIMAL(BigDecimal.class),
  BOOLEAN(Boolean.class),
  DATE(LocalDate.class),
  /** A moment on the clock of the client's zone. */
  TIMESTAMP(LocalDateTime.class);

  private final Class<?> carrier;

  ColumnType(Class<?> carrier) {
    this.carrier = carrier;
  }

  public Class<?> carrier() {
    return carrier;
  }
}
