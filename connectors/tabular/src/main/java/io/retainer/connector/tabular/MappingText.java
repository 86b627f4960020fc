package io.retainer.connector.tabular;

import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.TableChoices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a mapping as a person would: short names are those of the dataset's columns. */
final class MappingText {

  private static final List<String> TOTALS = BuiltIn.lines("total-words.txt");

  /** As results of imports tell it, in each language. */
  private static final String OF_TOTALS = "a row of totals";

  private final StringBuilder text = new StringBuilder();

  private MappingText() {}

  /**
   * @param columns column of the dataset by heading, in the order of the file
   * @param leftOut headings nothing is read from
   */
  static String of(
      String title,
      Optional<String> sheet,
      Dataset dataset,
      Map<String, String> columns,
      List<String> leftOut,
      TableChoices choices) {
    var mapping = new MappingText();
    if (!leftOut.isEmpty()) {
      mapping.line(
          "# Left out: " + String.join(", ", leftOut.stream().map(MappingText::plain).toList()));
    }
    mapping.line("title: " + quoted(title));
    mapping.line("dataset: " + dataset.name());
    if (columns.containsValue(TableChoices.DAY)) {
      mapping.line("day: " + TableChoices.DAY);
    }
    mapping.line("");
    mapping.line("columns:");
    columns.forEach((heading, column) -> mapping.line("  " + column + ": " + quoted(heading)));
    mapping.read(sheet, choices);
    mapping.totals(dataset, columns);
    mapping.values(dataset, columns);
    return mapping.text.toString();
  }

  private void read(Optional<String> sheet, TableChoices choices) {
    List<String> hints = new ArrayList<>();
    sheet.ifPresent(name -> hints.add("  sheet: " + quoted(name)));
    choices
        .monthFirst()
        .ifPresent(it -> hints.add("  dates: " + (it ? "month first" : "day first")));
    choices
        .decimalComma()
        .ifPresent(it -> hints.add("  numbers: " + (it ? "decimal comma" : "decimal point")));
    if (!hints.isEmpty()) {
      line("");
      line("read:");
      hints.forEach(this::line);
    }
  }

  /** A row of totals would count everything twice. */
  private void totals(Dataset dataset, Map<String, String> columns) {
    Optional<String> first =
        columns.values().stream()
            .filter(name -> !name.endsWith("_key"))
            .filter(
                name ->
                    dataset
                        .find(name)
                        .map(Column::type)
                        .filter(ColumnType.TEXT::equals)
                        .isPresent())
            .findFirst();
    if (first.isPresent()) {
      String words =
          TOTALS.stream().map(word -> "'" + word + "'").collect(Collectors.joining(", "));
      line("");
      line("lines:");
      line("  - when: " + first.get() + " is one of " + words);
      line("    leave out: " + OF_TOTALS);
    }
  }

  private void values(Dataset dataset, Map<String, String> columns) {
    line("");
    line("values:");
    columns.values().stream()
        .filter(column -> dataset.find(column).isPresent())
        .forEach(
            column ->
                line(
                    "  "
                        + column
                        + ": "
                        + (column.endsWith("_key") ? "hash(" + column + ")" : column)));
    if (dataset.name().equals("orders") && !columns.containsValue("status")) {
      line("");
      line("constants:");
      line("  status: placed");
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** In double quotes YAML takes every text, however hostile, for itself. */
  private static String quoted(String value) {
    var quoted = new StringBuilder("\"");
    value
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < ' '
                  || c == 0x7F
                  || c == 0x85
                  || c == 0x2028
                  || c == 0x2029
                  || c == 0xFEFF) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }

  /** On one line, as a comment must be. */
  private static String plain(String value) {
    return value.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u0085\\uFEFF]", " ").strip();
  }
}
