package io.retainer.toolkit;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A text whose every line is one quoted cell with a whole line of another text in it: {@code "Post
 * ID,""Page name"",Views"}. Excel writes so when it has opened a file with another delimiter than
 * its own and saves it again.
 */
final class WrappedSheet implements Sheet {

  private static final int NARROWEST = 3;

  private final Sheet outer;
  private final char delimiter;
  private final List<Row> head;

  private WrappedSheet(Sheet outer, char delimiter, List<Row> head) {
    this.outer = outer;
    this.delimiter = delimiter;
    this.head = head;
  }

  /** The sheet as it is meant: unwrapped if every line near its beginning is wrapped. */
  static Sheet unwrapped(Sheet sheet) throws IOException {
    List<Row> rows = sheet.head().stream().filter(row -> !row.isBlank()).toList();
    boolean mayBe = rows.size() > 1 && rows.stream().allMatch(row -> row.width() == 1);
    if (!mayBe || rows.get(0).cell(0).indexOf('"') < 0) {
      return sheet;
    }
    String first = rows.get(0).cell(0);
    char delimiter = Delimiter.of(first);
    int width = inner(sheet.name(), rows.get(0), delimiter).size();
    int next = inner(sheet.name(), rows.get(1), delimiter).size();
    if (width < NARROWEST || next != width) {
      return sheet;
    }
    List<Row> head = new ArrayList<>();
    for (Row row : sheet.head()) {
      head.add(inner(sheet.name(), row, delimiter));
    }
    return new WrappedSheet(sheet, delimiter, List.copyOf(head));
  }

  private static Row inner(String name, Row outer, char delimiter) throws IOException {
    if (outer.width() != 1) {
      return outer;
    }
    String line = outer.cell(0) + "\n";
    try (var rows = new DelimitedRows(name, new StringReader(line), delimiter, outer.line() - 1)) {
      Row row = rows.next();
      return row == null ? outer : row;
    }
  }

  @Override
  public String name() {
    return outer.name();
  }

  @Override
  public boolean isWorkbook() {
    return false;
  }

  @Override
  public char delimiter() {
    return delimiter;
  }

  @Override
  public List<Row> head() {
    return head;
  }

  @Override
  public Rows rows() throws IOException {
    Rows rows = outer.rows();
    return new Rows() {
      @Override
      public Row next() throws IOException {
        Row row = rows.next();
        return row == null ? null : inner(outer.name(), row, delimiter);
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }
}
