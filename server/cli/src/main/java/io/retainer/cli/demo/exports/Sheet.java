package io.retainer.cli.demo.exports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Predicate;

/** Delimited text under construction. Platforms differ in what they put into quotes. */
final class Sheet {

  static final String BOM = "\uFEFF";

  /** When a cell is quoted. */
  enum Quotes {
    /** Only where the text would be misread. */
    NEEDED(Sheet::isMisread),
    /** Also around blanks. */
    BLANKS(text -> text.indexOf(' ') >= 0 || isMisread(text)),
    ALWAYS(text -> true);

    private final Predicate<String> around;

    Quotes(Predicate<String> around) {
      this.around = around;
    }
  }

  private final StringBuilder text = new StringBuilder();
  private final Quotes quotes;
  private final String newline;

  Sheet(Quotes quotes, String newline) {
    this.quotes = quotes;
    this.newline = newline;
  }

  /** A line that is no row. */
  Sheet line(String line) {
    text.append(line).append(newline);
    return this;
  }

  Sheet row(Object... cells) {
    return row(List.of(cells));
  }

  Sheet row(List<?> cells) {
    var line = new StringJoiner(",");
    cells.forEach(cell -> line.add(quoted(cell.toString())));
    return line(line.toString());
  }

  private String quoted(String cell) {
    return quotes.around.test(cell) ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }

  private static boolean isMisread(String cell) {
    return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
  }

  byte[] bytes() {
    return bytes(StandardCharsets.UTF_8);
  }

  byte[] bytes(Charset charset) {
    return text.toString().getBytes(charset);
  }

  /** Without the newline after the last line, as some platforms write it. */
  byte[] bytesWithoutLastNewline() {
    return text.substring(0, text.length() - newline.length()).getBytes(StandardCharsets.UTF_8);
  }
}
