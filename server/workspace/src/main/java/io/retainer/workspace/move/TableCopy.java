package io.retainer.workspace.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rows of one table, put into a table of the same columns, each value as what it is. */
final class TableCopy {

  private static final int AT_ONCE = 500;

  private TableCopy() {}

  /**
   * @return how many
   */
  static long of(String table, Connection from, Connection to) throws SQLException {
    Optional<String> numbered = StateTables.numbered(to, table);
    long count = 0;
    try (Statement question = from.createStatement()) {
      question.setFetchSize(AT_ONCE);
      try (ResultSet rows = question.executeQuery("select * from " + table);
          PreparedStatement insert =
              to.prepareStatement(insert(table, rows.getMetaData(), numbered.isPresent()))) {
        while (rows.next()) {
          fill(insert, rows);
          insert.addBatch();
          if (++count % AT_ONCE == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
    }
    if (numbered.isPresent() && count > 0) {
      goOn(to, table, numbered.get());
    }
    return count;
  }

  private static String insert(String table, ResultSetMetaData columns, boolean isNumbered)
      throws SQLException {
    List<String> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
    }
    return "insert into %s (%s) %s values (%s)"
        .formatted(
            table,
            String.join(", ", names),
            isNumbered ? "overriding system value" : "",
            String.join(", ", Collections.nCopies(names.size(), "?")));
  }

  private static void fill(PreparedStatement insert, ResultSet row) throws SQLException {
    ResultSetMetaData columns = row.getMetaData();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      switch (columns.getColumnType(i)) {
        case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
            insert.setBytes(i, row.getBytes(i));
        case Types.CLOB, Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR ->
            insert.setString(i, row.getString(i));
        // Every time of ours has a zone; PostgreSQL's driver calls it the same without.
        case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
            insert.setObject(i, row.getObject(i, OffsetDateTime.class));
        case Types.DATE -> insert.setObject(i, row.getObject(i, LocalDate.class));
        default -> insert.setObject(i, row.getObject(i));
      }
    }
  }

  /** The next number comes after the last one that was copied. */
  private static void goOn(Connection to, String table, String column) throws SQLException {
    try (Statement statement = to.createStatement();
        ResultSet last = statement.executeQuery("select max(" + column + ") + 1 from " + table)) {
      last.next();
      long next = last.getLong(1);
      to.createStatement()
          .execute("alter table %s alter column %s restart with %d".formatted(table, column, next));
    }
  }
}
