package io.retainer.warehouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rows for a table of Trino. They go as one text for many: a statement that lists values would be
 * read for minutes, and one for each row would leave a file for each.
 */
final class TrinoAppender implements RowAppender {

  /** Characters; Trino takes a million. */
  private static final int LARGEST = 900_000;

  /** Clients and months of a statement: a file for each is open, and Trino opens a hundred. */
  private static final int MOST_PARTS = 60;

  /** What takes a statement. */
  interface Sending {
    void send(String statement) throws SQLException;
  }

  private final Sending sending;
  private final String statement;
  private final int client;
  private final int day;
  private final StringBuilder rows = new StringBuilder();
  private final List<Object> row = new ArrayList<>();
  private final Set<String> parts = new HashSet<>();

  /**
   * @param columns of the table with their types as we define them, in the order of the values
   */
  TrinoAppender(Sending sending, String table, Map<String, String> columns) {
    this.sending = sending;
    List<String> names = new ArrayList<>(columns.keySet());
    this.client = names.indexOf("client");
    this.day = names.indexOf("period_start");
    List<String> values = new ArrayList<>();
    for (String name : names) {
      values.add(
          "cast(r[%d] as %s)".formatted(values.size() + 1, IcebergTables.type(columns.get(name))));
    }
    this.statement =
        "insert into %s (%s) select %s from unnest(cast(json_parse('%%s') as array(array(varchar)))) as t(r)"
            .formatted(
                FactTable.quoted(table),
                names.stream().map(FactTable::quoted).collect(Collectors.joining(", ")),
                String.join(", ", values));
  }

  @Override
  public RowAppender beginRow() {
    row.clear();
    return this;
  }

  @Override
  public RowAppender append(Object value) {
    row.add(value);
    return this;
  }

  @Override
  public void endRow() throws SQLException {
    String part =
        (client < 0 ? "" : row.get(client))
            + " "
            + (day >= 0 && row.get(day) instanceof LocalDate date
                ? date.getYear() * 12 + date.getMonthValue()
                : "");
    if (!parts.contains(part) && parts.size() == MOST_PARTS) {
      flush();
    }
    parts.add(part);
    rows.append(rows.isEmpty() ? '[' : ',');
    for (int i = 0; i < row.size(); i++) {
      rows.append(i == 0 ? '[' : ',');
      Object value = row.get(i);
      if (value == null) {
        rows.append("null");
      } else {
        quoted(text(value), rows);
      }
    }
    rows.append(']');
    if (rows.length() >= LARGEST) {
      flush();
    }
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
    }
    return value instanceof java.time.LocalDateTime moment
        ? moment.toLocalDate() + " " + moment.toLocalTime()
        : value.toString();
  }

  /** As a text of JSON within a text of SQL. */
  static void quoted(String text, StringBuilder into) {
    into.append('"');
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '\'') {
        into.append("''");
      } else if (each == '"' || each == '\\') {
        into.append('\\').append(each);
      } else if (each < ' ') {
        into.append("\\u%04x".formatted((int) each));
      } else {
        into.append(each);
      }
    }
    into.append('"');
  }

  @Override
  public void flush() throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    String text = statement.replace("%s", rows.append(']'));
    rows.setLength(0);
    parts.clear();
    sending.send(text);
  }

  @Override
  public void close() {}
}
