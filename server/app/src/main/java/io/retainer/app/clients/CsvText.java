package io.retainer.app.clients;

import java.util.ArrayList;
import java.util.List;

/** A small table as text: CSV with commas or semicolons, or tabs as spreadsheets copy. */
final class CsvText {

  private CsvText() {}

  /**
   * @param number of the line where the row begins, from 1
   */
  record Line(int number, List<String> cells) {}

  /** Rows that have something in them. The first one tells what separates cells. */
  static List<Line> lines(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    plain = plain.replace("\r\n", "\n").replace('\r', '\n');
    String first = plain.strip().lines().findFirst().orElse("");
    char separator = first.contains("\t") ? '\t' : first.contains(";") ? ';' : ',';
    List<Line> lines = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    int number = 1;
    int begun = 1;
    boolean isQuoted = false;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : '\n';
      if (isQuoted && c == '"' && i + 1 < plain.length() && plain.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"' && (isQuoted || cell.isEmpty())) {
        isQuoted = !isQuoted;
      } else if (!isQuoted && c == separator) {
        cells.add(unguarded(cell));
      } else if (c == '\n' && (!isQuoted || i == plain.length())) {
        cells.add(unguarded(cell));
        if (!(cells.size() == 1 && cells.get(0).isBlank())) {
          lines.add(new Line(begun, List.copyOf(cells)));
        }
        cells.clear();
        begun = number + 1;
      } else {
        cell.append(c);
      }
      number += c == '\n' ? 1 : 0;
    }
    return lines;
  }

  /** Takes the cell, without what {@link #cell} puts before it, and empties it. */
  private static String unguarded(StringBuilder cell) {
    String text = cell.toString();
    cell.setLength(0);
    return text.length() > 1 && text.charAt(0) == '\'' && isFormula(text.substring(1))
        ? text.substring(1)
        : text;
  }

  /** Quoted where it has to be; what a spreadsheet would take for a formula stays a text. */
  static String cell(String text) {
    String guarded = isFormula(text) ? "'" + text : text;
    boolean isPlain = guarded.chars().noneMatch(c -> ",;\"\n\r\t".indexOf(c) >= 0);
    return isPlain ? guarded : "\"" + guarded.replace("\"", "\"\"") + "\"";
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
  }
}
