package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/** Rows of the tables of a web page, a blank one between two tables. */
final class HtmlRows implements Rows {

  private static final int TAIL = 4_096;

  private final Tail text;
  private final StreamParser page;
  private final List<Integer> hanging = new ArrayList<>();
  private MergedCells merged = new MergedCells();
  private Element table;
  private Row waiting;
  private long line;
  private int widest;
  private boolean isOver;

  HtmlRows(Reader text) throws IOException {
    this.text = new Tail(text);
    try {
      this.page = new StreamParser(Parser.htmlParser()).parse(this.text, "");
    } catch (UncheckedIOException failure) {
      throw translated(failure.getCause());
    }
  }

  @Override
  public Row next() throws IOException {
    if (waiting != null) {
      Row found = waiting;
      waiting = null;
      return found;
    }
    if (isOver) {
      return null;
    }
    try {
      Element row = nextRow();
      isOver = row == null;
      return row == null ? end() : row(row);
    } catch (UncheckedIOException failure) {
      isOver = true;
      throw translated(failure.getCause());
    } catch (CharacterCodingException failure) {
      isOver = true;
      throw translated(failure);
    }
  }

  private IOException translated(IOException failure) {
    return failure instanceof CharacterCodingException
        ? new UnreadableContent(
            new ReadIssue(
                line + 1,
                "",
                "bytes that do not belong to the encoding of the page before",
                "one encoding throughout",
                "Export it as CSV or XLSX."))
        : failure;
  }

  /** A row around other tables only arranges them. */
  private Element nextRow() throws IOException {
    Element row;
    do {
      row = page.selectNext("tr");
    } while (row != null && row.selectFirst("table") != null);
    return row;
  }

  private Row row(Element element) {
    Element around = element.closest("table");
    boolean another = table != null && around != table;
    if (another) {
      hanging.clear();
      merged = new MergedCells();
      widest = 0;
    }
    table = around;
    long at = another ? line + 2 : line + 1;
    Row found = merged.filled(new Row(at, cells(element, at)));
    line = at;
    forget(element);
    text.rowEnds();
    if (another) {
      waiting = found;
      return new Row(at - 1, new String[] {""});
    }
    return found;
  }

  /** What is read is let go, and all that stood before it, so that a page may be long. */
  private static void forget(Element row) {
    for (Node node = row; node != null && !node.nodeName().equals("body"); node = node.parent()) {
      while (node.previousSibling() != null) {
        node.previousSibling().remove();
      }
    }
    row.remove();
  }

  private String[] cells(Element row, long at) {
    var cells = new ArrayList<String>();
    for (Element cell : row.children()) {
      if (cell.normalName().equals("td") || cell.normalName().equals("th")) {
        passHanging(cells);
        int rows = span(cell, "rowspan");
        merged.reach(cells.size(), at, at + rows - 1);
        for (int i = 0; i < span(cell, "colspan") && cells.size() < Limits.PAGE_SPAN; i++) {
          hang(cells.size(), rows - 1);
          cells.add(i == 0 ? cell.text() : "");
        }
      }
    }
    passHanging(cells);
    widest = Math.max(widest, cells.size());
    while (cells.size() < Math.max(widest, 1)) {
      cells.add("");
    }
    return cells.toArray(String[]::new);
  }

  /** Places that a cell of a row above reaches down to. */
  private void passHanging(List<String> cells) {
    while (cells.size() < hanging.size() && hanging.get(cells.size()) > 0) {
      hanging.set(cells.size(), hanging.get(cells.size()) - 1);
      cells.add("");
    }
  }

  private void hang(int column, int rows) {
    while (hanging.size() <= column) {
      hanging.add(0);
    }
    hanging.set(column, rows);
  }

  private static int span(Element cell, String attribute) {
    String text = cell.attr(attribute).strip();
    return text.matches("[1-9]\\d{0,4}") ? Math.min(Limits.PAGE_SPAN, Integer.parseInt(text)) : 1;
  }

  /** A browser shows what it has; a table that does not end was cut off. */
  private Row end() throws UnreadableContent {
    if (!text.ends("</table") && !text.ends("</html")) {
      throw new UnreadableContent(
          new ReadIssue(
              line,
              "",
              "a table that breaks off in the middle",
              "the end of the table",
              "The file was cut off: export or download it again."));
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    page.close();
    text.close();
  }

  /** Remembers the end of the text. */
  private static final class Tail extends FilterReader {
    private final StringBuilder last = new StringBuilder();
    private long sinceRow;

    Tail(Reader text) {
      super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      sinceRow += Math.max(0, read);
      if (sinceRow > Limits.PAGE_GAP) {
        throw UnreadableContent.of(
            "a web page with more than " + Limits.PAGE_GAP + " characters and no row of a table",
            "a table",
            "Export it as CSV or XLSX.");
      }
      if (read > 0) {
        int kept = Math.min(read, TAIL);
        last.append(buffer, offset + read - kept, kept);
        last.delete(0, Math.max(0, last.length() - TAIL));
      }
      return read;
    }

    void rowEnds() {
      sinceRow = 0;
    }

    boolean ends(String tag) {
      return last.toString().toLowerCase(Locale.ROOT).contains(tag);
    }
  }
}
