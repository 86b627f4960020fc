package io.retainer.toolkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A sheet of a workbook, whatever its format. */
record TypedSheet(String name, List<Row> head, Opening opening) implements Sheet {

  static final int HEAD_ROWS = 200;

  /** Opens the rows, anew each time. */
  interface Opening {
    Rows rows() throws IOException;
  }

  static List<Row> head(Rows rows) throws IOException {
    var head = new ArrayList<Row>();
    Row row;
    while (head.size() < HEAD_ROWS && (row = rows.next()) != null) {
      head.add(row);
    }
    return List.copyOf(head);
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
  public Rows rows() throws IOException {
    return opening.rows();
  }
}
