package io.retainer.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.RowN;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The tables of one database, rebuilt in another one. */
final class FactCopy {

  /**
   * Some engines make a file of each statement, and take a text of no more than a million letters.
   */
  private static final int AT_ONCE = 1_000;

  private final Connection to;
  private final SQLDialect dialect;

  private FactCopy(Connection to, SQLDialect dialect) {
    this.to = to;
    this.dialect = dialect;
  }

  static void of(Connection from, Connection to, SQLDialect dialect) throws SQLException {
    var copy = new FactCopy(to, dialect);
    List<String> tables = new ArrayList<>();
    try (Statement statement = from.createStatement();
        ResultSet row =
            statement.executeQuery("select table_name from information_schema.tables")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    for (String table : tables) {
      copy.table(table, from);
    }
  }

  private void table(String table, Connection from) throws SQLException {
    try (Statement reading = from.createStatement();
        ResultSet row = reading.executeQuery("select * from " + table);
        Statement writing = to.createStatement()) {
      ResultSetMetaData columns = row.getMetaData();
      List<String> definitions = new ArrayList<>();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        definitions.add(
            FactTable.quoted(columns.getColumnName(i)) + " " + type(columns.getColumnTypeName(i)));
      }
      writing.execute("drop table if exists " + table);
      writing.execute("create table %s (%s)".formatted(table, String.join(", ", definitions)));
      List<RowN> rows = new ArrayList<>();
      while (row.next()) {
        List<Field<?>> values = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          values.add(value(row, i));
        }
        rows.add(row(values));
        if (rows.size() == AT_ONCE) {
          insert(table, columns, rows, writing);
        }
      }
      insert(table, columns, rows, writing);
    }
  }

  private String type(String type) {
    boolean isMoment = type.equals("TIMESTAMP");
    // Iceberg knows microseconds only.
    return isMoment && dialect == SQLDialect.TRINO ? "timestamp(6)" : type;
  }

  private static Field<?> value(ResultSet row, int column) throws SQLException {
    return inline(row.getObject(column));
  }

  private void insert(String table, ResultSetMetaData columns, List<RowN> rows, Statement writing)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<Field<?>> names = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      names.add(field(name(columns.getColumnName(i))));
    }
    String text =
        DSL.using(dialect).insertInto(DSL.table(name(table)), names).valuesOfRows(rows).getSQL();
    writing.execute(text);
    rows.clear();
  }
}
