package io.retainer.connector.stream;

import io.retainer.mapping.Mapping;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.JsonValues;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Rows;
import io.retainer.toolkit.Sheet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of one stream and account as a sheet: a column for each of the mapping's.
 *
 * @param account whose records they are; empty for all
 */
record StreamSheet(JsonText text, Scanned stream, Mapping mapping, Optional<String> account)
    implements Sheet {

  private static final int HEAD_ROWS = 50;

  @Override
  public String name() {
    return stream.name();
  }

  @Override
  public boolean isWorkbook() {
    return true;
  }

  @Override
  public char delimiter() {
    return ',';
  }

  @Override
  public List<Row> head() throws IOException {
    var head = new ArrayList<Row>();
    try (var rows = rows()) {
      Row row;
      while (head.size() < HEAD_ROWS && (row = rows.next()) != null) {
        head.add(row);
      }
    }
    return head;
  }

  @Override
  public Rows rows() throws IOException {
    return new Records(text.values());
  }

  private Row headings() {
    return Row.typed(
        0, mapping.columns().values().stream().map(paths -> paths.get(0)).toArray(String[]::new));
  }

  private Row row(Message message) {
    return Row.typed(
        message.line(),
        mapping.columns().keySet().stream()
            .map(column -> Scanned.cell(mapping, column, message.record()))
            .toArray(String[]::new));
  }

  private boolean isMine(Message message) {
    return message.kind() == Message.Kind.RECORD
        && message.stream().equals(stream.name())
        && account.map(wanted -> wanted.equals(accountOf(message))).orElse(true)
        && stream.isInForce(message);
  }

  private String accountOf(Message message) {
    return Scanned.cell(mapping, mapping.streams().account().orElseThrow(), message.record());
  }

  private final class Records implements Rows {
    private final JsonValues values;
    private boolean begun;

    Records(JsonValues values) {
      this.values = values;
    }

    @Override
    public Row next() throws IOException {
      if (!begun) {
        begun = true;
        return headings();
      }
      JsonValue value;
      while ((value = MessageScan.nextSound(values)) != null) {
        Message message = Message.of(value);
        if (isMine(message)) {
          return row(message);
        }
      }
      return null;
    }

    @Override
    public void close() throws IOException {
      values.close();
    }
  }
}
