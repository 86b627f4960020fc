package io.retainer.warehouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.duckdb.DuckDBAppender;

/** The engine's own way around SQL. */
record DuckDbAppender(DuckDBAppender appender) implements RowAppender {

  @Override
  public RowAppender beginRow() throws SQLException {
    appender.beginRow();
    return this;
  }

  @Override
  public RowAppender append(Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Long number) {
      appender.append(number.longValue());
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof BigDecimal number) {
      appender.appendDecimal(
          number.setScale(6, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
    } else if (value instanceof Boolean is) {
      appender.append(is.booleanValue());
    } else if (value instanceof LocalDate day) {
      appender.appendEpochDays((int) day.toEpochDay());
    } else {
      appender.append((LocalDateTime) value);
    }
    return this;
  }

  @Override
  public void endRow() throws SQLException {
    appender.endRow();
  }

  @Override
  public void flush() throws SQLException {
    appender.flush();
  }

  @Override
  public void close() throws SQLException {
    appender.close();
  }
}
