package io.retainer.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Lines in columns, as wide as their widest cell. Numbers stand to the right. */
final class Table {

  /** Signs that would move the cursor, or turn the text around that follows them. */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  Table(String... headings) {
    this.headings = List.of(headings);
  }

  Table row(Object... cells) {
    rows.add(Arrays.stream(cells).map(String::valueOf).map(Table::shown).toList());
    return this;
  }

  /** A text from elsewhere in one line that does nothing to the terminal. */
  static String shown(String cell) {
    return UNSAFE.matcher(cell).replaceAll("\uFFFD");
  }

  void print(PrintWriter out) {
    int[] widths = new int[headings.size()];
    boolean[] numeric = new boolean[widths.length];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      widths[i] = width(headings.get(i));
      rows.forEach(row -> widths[column] = Math.max(widths[column], width(row.get(column))));
      numeric[i] =
          !rows.isEmpty()
              && rows.stream().map(row -> row.get(column)).allMatch(Table::isNumber)
              && rows.stream().anyMatch(row -> !row.get(column).isEmpty());
    }
    print(out, headings, widths, numeric);
    rows.forEach(row -> print(out, row, widths, numeric));
  }

  private static void print(PrintWriter out, List<String> cells, int[] widths, boolean[] numeric) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - width(cells.get(i)));
      line.append(i == 0 ? "" : "  ");
      line.append(numeric[i] ? padding + cells.get(i) : cells.get(i) + padding);
    }
    out.println(line.toString().stripTrailing());
  }

  private static boolean isNumber(String cell) {
    return cell.isEmpty()
        || cell.equals("–")
        || cell.matches("[+\u2212-]?[0-9][0-9., \u00A0]*( ?[%a-zA-Z.]+)?");
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }
}
