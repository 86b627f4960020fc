package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a delimited text, through Commons CSV. */
final class DelimitedRows implements Rows {

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Allowance allowance;
  private final long linesBefore;
  private final String name;
  private long lastLine;
  private int lastSize;

  /**
   * @param linesBefore lines already taken from the text, a {@code sep=} line
   */
  DelimitedRows(String name, Reader text, char delimiter, long linesBefore) throws IOException {
    this.name = name;
    this.linesBefore = linesBefore;
    this.allowance = new Allowance(text);
    this.parser =
        CSVParser.builder()
            .setReader(allowance)
            .setFormat(
                CSVFormat.Builder.create()
                    .setDelimiter(delimiter)
                    .setQuote('"')
                    .setIgnoreEmptyLines(false)
                    .setTrailingData(true)
                    .get())
            .get();
    this.records = parser.iterator();
  }

  @Override
  public Row next() throws IOException {
    allowance.renew();
    try {
      if (!records.hasNext()) {
        return null;
      }
      CSVRecord found = records.next();
      long line = linesBefore + lastLine + 1;
      lastLine = parser.getCurrentLineNumber();
      String[] cells = found.values();
      for (int i = 0; i < cells.length; i++) {
        cells[i] = bare(cells[i]);
      }
      if (cells.length > Limits.CELLS) {
        throw unreadable(
            line,
            cells.length + " cells in one line",
            "at most " + Limits.CELLS,
            "Check the delimiter of the file.",
            null);
      }
      refuseCutOff(line, cells);
      lastSize = cells.length;
      return new Row(line, cells);
    } catch (UncheckedIOException | IllegalStateException failure) {
      throw translated(failure);
    }
  }

  /**
   * What stands in {@code ="7603411239343082772"}: so platforms keep Excel from taking a text for a
   * number.
   */
  private static String bare(String cell) {
    return cell.startsWith("=\"") && cell.length() > 2 && cell.indexOf('"', 2) == cell.length() - 1
        ? cell.substring(2, cell.length() - 1)
        : cell;
  }

  /** A last line that is shorter than the one before and does not end was cut off with the file. */
  private void refuseCutOff(long line, String[] cells) throws UnreadableContent {
    boolean isShorter = cells.length < lastSize && !records.hasNext() && !allowance.endedWithLine();
    // Delimiters alone, as Excel pads a table with them, are the end of nothing.
    if (isShorter && !Arrays.stream(cells).allMatch(String::isBlank)) {
      throw unreadable(
          line,
          cells.length + " cells where the file ends, and " + lastSize + " in the line before",
          "a last line as long as the others",
          "The file was cut off: export or download it again.",
          null);
    }
  }

  private IOException translated(RuntimeException failure) {
    Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
    long line = linesBefore + lastLine + 1;
    if (cause instanceof UnreadableContent known) {
      return known;
    }
    if (cause instanceof CharacterCodingException) {
      return unreadable(
          line,
          "bytes that do not belong to the encoding of the text before",
          "one encoding throughout",
          "Export the file again as UTF-8.",
          cause);
    }
    if (cause instanceof TooLong || isBeyondTheBuffer(cause)) {
      return unreadable(
          line,
          "a record of more than " + Limits.RECORD + " characters",
          "the lines of a table, each of them much shorter",
          "A cell of this line holds far too much, or a quotation mark is opened here and never"
              + " closed: look at the line, or export the file again.",
          cause);
    }
    if (cause instanceof CSVException || failure instanceof IllegalStateException) {
      return unreadable(
          line,
          "a quotation mark that is never closed: the file ends inside a cell",
          "a closing quotation mark",
          "The file was cut off, or a lone quotation mark stands on this line: export it again.",
          cause);
    }
    return cause instanceof IOException io ? io : new IOException(name + ": " + cause, cause);
  }

  /** The library's own limit for one cell. */
  private static boolean isBeyondTheBuffer(Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (String.valueOf(each.getMessage()).contains("buffer")) {
        return true;
      }
    }
    return false;
  }

  private UnreadableContent unreadable(
      long line, String saw, String expected, String advice, Throwable cause) {
    return new UnreadableContent(new ReadIssue(line, "", saw, expected, advice), cause);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Stops a record that swallows the file before it swallows the memory. */
  private static final class Allowance extends FilterReader {
    private long left = Limits.RECORD;
    private int last = '\n';

    boolean endedWithLine() {
      return last == '\n' || last == '\r';
    }

    Allowance(Reader text) {
      super(text);
    }

    void renew() {
      left = Limits.RECORD;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      last = read < 0 ? last : read;
      spend(1);
      return read;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      last = read > 0 ? buffer[offset + read - 1] : last;
      spend(read);
      return read;
    }

    private void spend(int read) throws TooLong {
      left -= read;
      if (left < 0) {
        throw new TooLong();
      }
    }
  }
}
