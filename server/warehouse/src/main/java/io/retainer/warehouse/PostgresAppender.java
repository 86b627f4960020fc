package io.retainer.warehouse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Rows by PostgreSQL's COPY. A connection can do nothing else while it copies, so that rows are
 * gathered here and sent a part at a time.
 */
final class PostgresAppender implements RowAppender {

  /** Characters; an archive gathers for many tables at the same time. */
  private static final int LARGEST_PART = 1 << 18;

  private final CopyManager copying;
  private final String statement;
  private final StringBuilder part = new StringBuilder();
  private boolean isFirst;

  PostgresAppender(Connection connection, String table) throws SQLException {
    this.copying = connection.unwrap(PGConnection.class).getCopyAPI();
    this.statement = "copy " + FactTable.quoted(table) + " from stdin";
  }

  @Override
  public RowAppender beginRow() {
    isFirst = true;
    return this;
  }

  @Override
  public RowAppender append(Object value) {
    if (!isFirst) {
      part.append('\t');
    }
    isFirst = false;
    if (value == null) {
      part.append("\\N");
    } else if (value instanceof String text) {
      escaped(text);
    } else if (value instanceof BigDecimal number) {
      part.append(number.setScale(6, RoundingMode.HALF_EVEN).toPlainString());
    } else {
      // Numbers, truth, days and moments are written the same by both sides, without what is
      // escaped.
      part.append(value);
    }
    return this;
  }

  private void escaped(String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      switch (each) {
        case '\\' -> part.append("\\\\");
        case '\t' -> part.append("\\t");
        case '\n' -> part.append("\\n");
        case '\r' -> part.append("\\r");
        default -> part.append(each);
      }
    }
  }

  @Override
  public void endRow() throws SQLException {
    part.append('\n');
    if (part.length() >= LARGEST_PART) {
      flush();
    }
  }

  @Override
  public void flush() throws SQLException {
    if (part.isEmpty()) {
      return;
    }
    byte[] bytes = part.toString().getBytes(StandardCharsets.UTF_8);
    part.setLength(0);
    try {
      copying.copyIn(statement, new ByteArrayInputStream(bytes), 1 << 16);
    } catch (IOException e) {
      throw new SQLException("The rows cannot be sent: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {}
}
