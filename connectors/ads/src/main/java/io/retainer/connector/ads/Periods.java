package io.retainer.connector.ads;

import io.retainer.spi.DateSpan;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Row;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the days a report is about in the lines above its table. */
final class Periods {

  private static final String DATE =
      "\\d{4}[-./]\\d{1,2}[-./]\\d{1,2}|\\d{1,2}[-./]\\d{1,2}[-./]\\d{4}";

  /** Two dates with something short between: {@code с 01.10.2026 по 31.10.2026}. */
  private static final Pattern BETWEEN =
      Pattern.compile("(" + DATE + ")(?:\\s*[-–—,]\\s*|\\s+\\p{L}{1,5}\\s+)(" + DATE + ")");

  private Periods() {}

  /** The first line that names a period. */
  static Optional<DateSpan> above(List<Row> preamble) {
    return preamble.stream().flatMap(row -> in(line(row)).stream()).findFirst();
  }

  /** A date with commas may have been parted into cells by a spreadsheet. */
  static String line(Row row) {
    return String.join(",", row.cells()).replaceAll(",+\\s*$", "").strip();
  }

  static Optional<DateSpan> in(String text) {
    if (text.isEmpty() || text.length() > 300) {
      return Optional.empty();
    }
    return span(text)
        .or(() -> span(after(text, ':')))
        .or(() -> span(inBrackets(text)))
        .or(() -> between(text));
  }

  private static Optional<DateSpan> span(String text) {
    return Dates.span(text.strip());
  }

  private static Optional<DateSpan> between(String text) {
    Matcher found = BETWEEN.matcher(text);
    return found.find() ? Dates.span(found.group(1) + " – " + found.group(2)) : Optional.empty();
  }

  private static String after(String text, char sign) {
    return text.substring(text.indexOf(sign) + 1);
  }

  private static String inBrackets(String text) {
    int open = text.lastIndexOf('(');
    int close = text.lastIndexOf(')');
    return open >= 0 && close > open ? text.substring(open + 1, close) : "";
  }
}
