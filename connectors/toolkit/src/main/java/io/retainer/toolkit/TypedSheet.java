package io.retainer.toolkit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** A sheet of a workbook, whatever its format. */
record TypedSheet(String name, List<Row> head, Opening opening) implements Sheet {

  static final int HEAD_ROWS = 200;

  /** Opens the rows, anew each time. */
  interface Opening {
    Rows rows() throws IOException;
  }

  /** A workbook of the sheets that are shown. */
  static FileContent workbook(List<FirstLook.Head> heads, IntFunction<Opening> openings)
      throws IOException {
    if (heads.isEmpty()) {
      throw UnreadableContent.of(
          "a workbook whose sheets are all hidden",
          "a sheet that can be seen, with the export",
          "Show the sheet in Excel, save the workbook and upload it again.");
    }
    List<Sheet> sheets = new ArrayList<>();
    for (FirstLook.Head head : heads) {
      sheets.add(new TypedSheet(head.name(), head.rows(), openings.apply(head.index())));
    }
    return new FileContent(FileContent.Kind.WORKBOOK, sheets, List.of());
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
