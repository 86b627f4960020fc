package io.retainer.connector.reputation;

import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of answers, its questions found by what they ask. Questions are sentences of the client's
 * own, so their words are looked for rather than whole headings.
 */
record SurveyColumns(Table table, List<Scale> scales) {

  private static final Headings OTHERS = Headings.load(SurveyColumns.class, "survey-headings.txt");
  private static final int DEEPEST = 5;
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");

  static Optional<SurveyColumns> of(Sheet sheet) throws IOException {
    List<Row> head = sheet.head();
    for (Row row : head.subList(0, Math.min(DEEPEST, head.size()))) {
      if (OTHERS.match(row).has("answered_at")) {
        Map<String, List<String>> headings = new HashMap<>();
        for (int i = 0; i < row.size(); i++) {
          String heading = row.cell(i);
          Optional<String> key = OTHERS.key(heading);
          if (key.isEmpty() && hasNumbers(head, row.line(), i)) {
            key = Scale.asked(heading).map(Scale::column);
          }
          key.ifPresent(found -> headings.putIfAbsent(found, List.of(heading)));
        }
        List<Scale> scales = Scale.among(headings.keySet());
        Optional<Table> table =
            scales.isEmpty()
                ? Optional.empty()
                : Table.find(sheet, Headings.of(headings), List.of("answered_at"));
        return table.map(found -> new SurveyColumns(found, scales));
      }
    }
    return Optional.empty();
  }

  /** A question answered in words, such as why, is none of a scale; one nobody answered may be. */
  private static boolean hasNumbers(List<Row> head, long line, int index) {
    List<String> answers =
        head.stream()
            .filter(row -> row.line() > line)
            .map(row -> row.cell(index).strip())
            .filter(cell -> !cell.isEmpty())
            .toList();
    long numbers = answers.stream().filter(NUMBER.asPredicate()).count();
    return answers.isEmpty() || numbers * 2 >= answers.size();
  }
}
