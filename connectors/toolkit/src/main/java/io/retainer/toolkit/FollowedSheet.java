package io.retainer.toolkit;

import java.io.IOException;
import java.util.List;

/**
 * A sheet with one more row at its end, such as the totals that a platform states beside its rows.
 */
public record FollowedSheet(Sheet sheet, Row last) implements Sheet {

  @Override
  public String name() {
    return sheet.name();
  }

  @Override
  public boolean isWorkbook() {
    return sheet.isWorkbook();
  }

  @Override
  public char delimiter() {
    return sheet.delimiter();
  }

  @Override
  public List<Row> head() throws IOException {
    return sheet.head();
  }

  @Override
  public Rows rows() throws IOException {
    Rows rows = sheet.rows();
    return new Rows() {
      private boolean isOver;

      @Override
      public Row next() throws IOException {
        Row row = isOver ? null : rows.next();
        if (row == null && !isOver) {
          isOver = true;
          return last;
        }
        return row;
      }

      @Override
      public void close() throws IOException {
        rows.close();
      }
    };
  }
}
