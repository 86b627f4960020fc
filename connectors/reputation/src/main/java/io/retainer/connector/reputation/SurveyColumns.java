package io.retainer.connector.reputation;

import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A table of answers, its questions found by what they ask. Questions are sentences of the client's
 * own, so their words are looked for rather than whole headings.
 *
 * @param otherScales such questions that name another scale than ours
 */
record SurveyColumns(Table table, List<Scale> scales, List<String> otherScales) {

  private static final Headings OTHERS = Headings.load(SurveyColumns.class, "survey-headings.txt");
  private static final int DEEPEST = 5;
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{1,2}(?!\\d)");

  static Optional<SurveyColumns> of(Sheet sheet) throws IOException {
    List<Row> head = sheet.head();
    for (Row row : head.subList(0, Math.min(DEEPEST, head.size()))) {
      if (OTHERS.match(row).has("answered_at")) {
        Map<String, List<String>> headings = new HashMap<>();
        List<String> otherScales = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
          String heading = row.cell(i);
          Optional<String> key = OTHERS.key(heading);
          if (key.isEmpty() && hasNumbers(head, row.line(), i)) {
            Optional<Scale> asked = Scale.asked(heading);
            if (asked.isPresent() && isOfAnotherScale(heading, asked.get())) {
              otherScales.add(heading.strip());
              asked = Optional.empty();
            }
            key = asked.map(Scale::column);
          }
          key.ifPresent(found -> headings.putIfAbsent(found, List.of(heading)));
        }
        List<Scale> scales = Scale.among(headings.keySet());
        Optional<Table> table =
            scales.isEmpty() && otherScales.isEmpty()
                ? Optional.empty()
                : Table.find(sheet, Headings.of(headings), List.of("answered_at"));
        return table.map(found -> new SurveyColumns(found, scales, otherScales));
      }
    }
    return Optional.empty();
  }

  private static boolean isOfAnotherScale(String heading, Scale scale) {
    return Scale.endIn(heading).filter(end -> !scale.endsAt(end)).isPresent();
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
