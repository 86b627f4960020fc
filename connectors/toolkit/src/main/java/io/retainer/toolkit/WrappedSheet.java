package io.retainer.toolkit;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A text whose lines are quoted cells with whole lines of another text in them: {@code "Post
 * ID,""Page name"",Views"}. Excel writes so when it has opened a file with another delimiter than
 * its own and saves it again. Lines without quotation marks stay as they were, and a line with
 * Excel's own delimiter is cut there into two cells.
 */
final class WrappedSheet implements Sheet {

  private static final int NARROWEST = 3;
  private static final double MOST_CUT = 0.1;

  private final Sheet outer;
  private final char delimiter;
  private final List<Row> head;

  private WrappedSheet(Sheet outer, char delimiter, List<Row> head) {
    this.outer = outer;
    this.delimiter = delimiter;
    this.head = head;
  }

  /** A delimited text as it is meant: unwrapped if the lines near its beginning are wrapped. */
  static Sheet open(String name, byte[] beginning, boolean whole, TextHints hints, Bytes bytes)
      throws IOException {
    DelimitedSheet sheet = DelimitedSheet.of(name, beginning, whole, hints, bytes);
    List<Row> rows = filled(sheet);
    if (isInOneCell(rows)) {
      return unwrapped(sheet);
    }
    if (rows.isEmpty() || rows.get(0).width() < NARROWEST || !areWrapped(rows, sheet)) {
      return sheet;
    }
    // The headings need no quotation marks, so they are cut already.
    char other = sheet.delimiter() == ';' ? ',' : ';';
    DelimitedSheet lines = DelimitedSheet.of(name, beginning, whole, hints.cutBy(other), bytes);
    Sheet unwrapped = isInOneCell(filled(lines)) ? unwrapped(lines) : lines;
    return unwrapped == lines ? sheet : unwrapped;
  }

  private static List<Row> filled(Sheet sheet) throws IOException {
    return sheet.head().stream().filter(row -> !row.isBlank()).toList();
  }

  /** Whether each line is a cell, but for a few in which Excel's own delimiter stood. */
  private static boolean isInOneCell(List<Row> rows) {
    long cut = rows.stream().filter(row -> row.width() > 1).count();
    return rows.size() > 1
        && rows.get(0).width() == 1
        && rows.get(1).width() == 1
        && cut <= rows.size() * MOST_CUT;
  }

  /** Excel would have put a line into one cell that has the delimiter within one of several. */
  private static boolean areWrapped(List<Row> rows, Sheet sheet) {
    int width = rows.get(0).size();
    long wrapped = rows.stream().filter(row -> isWrapped(row, sheet, width)).count();
    long others = rows.stream().filter(row -> row.width() > 1 && hasDelimiter(row, sheet)).count();
    return wrapped > 0 && wrapped >= others;
  }

  private static boolean hasDelimiter(Row row, Sheet sheet) {
    return row.cells().stream().anyMatch(cell -> cell.indexOf(sheet.delimiter()) >= 0);
  }

  private static boolean isWrapped(Row row, Sheet sheet, int width) {
    if (row.width() != 1 || row.cell(0).indexOf(sheet.delimiter()) < 0) {
      return false;
    }
    try (var rows =
        new DelimitedRows(
            sheet.name(), new StringReader(row.cell(0) + "\n"), sheet.delimiter(), 0)) {
      Row inner = rows.next();
      return inner != null && inner.size() == width;
    } catch (IOException unlike) {
      return false;
    }
  }

  private static Sheet unwrapped(Sheet outer) throws IOException {
    List<Row> lines = filled(outer);
    if (lines.stream().noneMatch(row -> row.cell(0).indexOf('"') >= 0)) {
      return outer;
    }
    char delimiter = Delimiter.of(lines.get(0).cell(0));
    List<Row> head = new ArrayList<>();
    try (var rows = rows(outer, delimiter, new Listed(outer.head()))) {
      Row row;
      while ((row = rows.next()) != null) {
        head.add(row);
      }
    } catch (UnreadableContent cutOff) {
      // What is looked at ends anywhere.
    }
    List<Row> inner = head.stream().filter(row -> !row.isBlank()).toList();
    boolean isTable =
        inner.size() > 1
            && inner.get(0).size() >= NARROWEST
            && inner.get(1).size() == inner.get(0).size();
    return isTable ? new WrappedSheet(outer, delimiter, List.copyOf(head)) : outer;
  }

  private static Rows rows(Sheet outer, char delimiter, Rows lines) throws IOException {
    long before = outer.head().isEmpty() ? 0 : outer.head().get(0).line() - 1;
    return new DelimitedRows(
        outer.name(), new Unwrapping(lines, outer.delimiter()), delimiter, before);
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
    return rows(outer, delimiter, outer.rows());
  }

  private static final class Listed implements Rows {
    private final Iterator<Row> rows;

    Listed(List<Row> rows) {
      this.rows = rows.iterator();
    }

    @Override
    public Row next() {
      return rows.hasNext() ? rows.next() : null;
    }

    @Override
    public void close() {}
  }

  /** The text that Excel has put into cells. */
  private static final class Unwrapping extends Reader {
    private final Rows lines;
    private final String delimiter;
    private String line = "";
    private int at;

    Unwrapping(Rows lines, char delimiter) {
      this.lines = lines;
      this.delimiter = String.valueOf(delimiter);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      if (at == line.length()) {
        Row row = lines.next();
        if (row == null) {
          return -1;
        }
        line = String.join(delimiter, row.cells().subList(0, row.width())) + "\n";
        at = 0;
      }
      int read = Math.min(length, line.length() - at);
      line.getChars(at, at + read, buffer, offset);
      at += read;
      return read;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
