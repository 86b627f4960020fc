package io.retainer.rendering.xlsx;

import io.retainer.model.fact.ImportedRows;
import io.retainer.rendering.RowsChangedException;
import io.retainer.rendering.xlsx.Book.Look;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.ss.util.CellReference;

/**
 * A sheet with a header and as many rows as there are, which are written when the file is, one
 * after the other.
 */
final class LongSheet {

  /** Excel's last row. */
  static final int LAST_ROW = 1_048_576;

  /** What hands over rows. */
  interface Rows {
    void each(Sink sink);
  }

  /** Takes a row; the cells are used again for the next one. */
  interface Sink {
    void row(Object[] cells);
  }

  private final String part;
  private final long count;
  private final int[] styles;
  private final int quoted;
  private final Rows rows;

  /**
   * @param formats a number format for each column
   * @param count how many rows there will be
   */
  LongSheet(Page page, List<String> formats, long count, Rows rows) {
    this.part = page.sheet().getPackagePart().getPartName().getName().substring(1);
    this.count = count;
    this.rows = rows;
    this.quoted = page.book().style(Look.QUOTED, "@").getIndex();
    this.styles =
        formats.stream()
            .mapToInt(format -> page.book().style(look(format), format).getIndex())
            .toArray();
  }

  /** A day at the right end of its cell would touch the text beside it. */
  private static Look look(String format) {
    return format.equals(Page.DATE) || format.equals(Page.MOMENT) ? Look.LEFT : Look.PLAIN;
  }

  /** The entry of the file in which the sheet is. */
  String part() {
    return part;
  }

  /**
   * Writes the rows that follow the header.
   *
   * @throws RowsChangedException when there are not as many as announced: an import came between
   */
  void write(OutputStream out) throws IOException {
    RowWriter writer = new RowWriter(out, 2);
    byte[][] columns = new byte[styles.length][];
    for (int i = 0; i < columns.length; i++) {
      String name = CellReference.convertNumToColString(i);
      columns[i] = name.getBytes(StandardCharsets.US_ASCII);
    }
    long[] written = new long[1];
    try {
      rows.each(
          cells -> {
            try {
              writer.beginRow();
              for (int i = 0; i < cells.length; i++) {
                writer.cell(columns[i], styles[i], quoted, cells[i]);
              }
              writer.endRow();
              written[0]++;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    writer.flush();
    if (written[0] != count) {
      throw new RowsChangedException(count, written[0]);
    }
  }

  /** Some of the rows: those after the first so many, at most so many. */
  static Rows part(ImportedRows rows, long skipped, long most) {
    return sink -> {
      long[] seen = new long[1];
      rows.first(
          skipped + most,
          cells -> {
            if (seen[0]++ >= skipped) {
              sink.row(cells);
            }
          });
    };
  }
}
