package io.retainer.toolkit;

import io.retainer.spi.ReadIssue;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;

/** A delimited text: CSV, TSV, with or without a {@code sep=} line. */
final class DelimitedSheet implements Sheet {

  private static final String SEPARATORS = ",;\t|";

  private final String name;
  private final TextBytes bytes;
  private final char delimiter;
  private final int linesBefore;
  private final List<Row> head;

  private DelimitedSheet(
      String name, TextBytes bytes, char delimiter, int linesBefore, List<Row> head) {
    this.name = name;
    this.bytes = bytes;
    this.delimiter = delimiter;
    this.linesBefore = linesBefore;
    this.head = head;
  }

  static DelimitedSheet of(
      String name, byte[] beginning, boolean whole, TextHints hints, Bytes bytes)
      throws IOException {
    var content = new TextBytes(bytes, hints);
    String text = content.decodeLeniently(beginning);
    int linesBefore = 0;
    char delimiter;
    if (separatorLine(text) > 0) {
      linesBefore = 1;
      delimiter = text.charAt("sep=".length());
      text = text.substring(separatorLine(text));
    } else {
      delimiter = hints.delimiter().isPresent() ? hints.delimiter().get() : Delimiter.of(text);
    }
    return new DelimitedSheet(
        name, content, delimiter, linesBefore, headRows(name, text, delimiter, linesBefore, whole));
  }

  /** Length of a first line like {@code sep=;}, which Excel understands; 0 when there is none. */
  private static int separatorLine(String text) {
    if (!text.regionMatches(true, 0, "sep=", 0, 4)
        || text.length() < 6
        || SEPARATORS.indexOf(text.charAt(4)) < 0) {
      return 0;
    }
    int end = 5;
    while (end < text.length() && text.charAt(end) != '\n' && end < 12) {
      end++;
    }
    return end < text.length() && text.charAt(end) == '\n' ? end + 1 : 0;
  }

  private static List<Row> headRows(
      String name, String text, char delimiter, int linesBefore, boolean whole) throws IOException {
    var found = new ArrayList<Row>();
    try (var rows = new DelimitedRows(name, new StringReader(text), delimiter, linesBefore)) {
      Row row;
      while ((row = rows.next()) != null) {
        found.add(row);
      }
    } catch (UnreadableContent cutOff) {
      if (found.isEmpty()) {
        throw cutOff;
      }
      return found;
    }
    if (!whole && !found.isEmpty()) {
      found.remove(found.size() - 1);
    }
    if (found.isEmpty() && !text.isBlank()) {
      throw new UnreadableContent(
          new ReadIssue(
              linesBefore + 1,
              "",
              "a first line of more than " + text.length() + " characters",
              "a line of headings, of at most " + Limits.CELLS + " columns",
              "Check that it is an export and where its lines end."));
    }
    if (whole && found.stream().allMatch(Row::isBlank)) {
      throw UnreadableContent.of(
          "a file of blank lines", "an export with rows", "Export the file again.");
    }
    return found;
  }

  @Override
  public String name() {
    return name;
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

  /** Whether a number could have a comma in it: where commas part cells, only within quotes. */
  boolean mayHaveCommasInNumbers() throws IOException {
    return delimiter != ',' || bytes.mayHaveCommasInNumbers();
  }

  @Override
  public Rows rows() throws IOException {
    Reader text = bytes.open();
    try {
      for (int i = 0; i < linesBefore; i++) {
        int read;
        do {
          read = text.read();
        } while (read >= 0 && read != '\n');
      }
      return new DelimitedRows(name, text, delimiter, linesBefore);
    } catch (CharacterCodingException damaged) {
      text.close();
      throw UnreadableContent.of(
          "a first line with bytes that do not belong to the encoding of the text",
          "text in one encoding throughout",
          "The download may have been damaged: export the file again.");
    } catch (IOException | RuntimeException failure) {
      text.close();
      throw failure;
    }
  }
}
