package io.retainer.toolkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Values of a JSON text as the rows of a sheet, below a row of headings. */
final class JsonSheet implements Sheet {

  private final JsonText text;
  private final Row headings;
  private final Function<JsonValue, List<String>> cells;
  private final String[] path;

  JsonSheet(
      JsonText text,
      List<String> headings,
      Function<JsonValue, List<String>> cells,
      String... path) {
    this.text = text;
    this.headings = new Row(0, headings.toArray(String[]::new));
    this.cells = cells;
    this.path = path.clone();
  }

  private Row row(JsonValue value) {
    return Row.typed(value.line(), cells.apply(value).toArray(String[]::new));
  }

  @Override
  public String name() {
    return text.name();
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
    var rows = new ArrayList<Row>();
    rows.add(headings);
    text.headValues(path).forEach(value -> rows.add(row(value)));
    return rows;
  }

  @Override
  public Rows rows() throws IOException {
    JsonValues values = text.values(path);
    return new Rows() {
      private boolean begun;

      @Override
      public Row next() throws IOException {
        if (!begun) {
          begun = true;
          return headings;
        }
        JsonValue value = values.next();
        return value == null ? null : row(value);
      }

      @Override
      public void close() throws IOException {
        values.close();
      }
    };
  }
}
