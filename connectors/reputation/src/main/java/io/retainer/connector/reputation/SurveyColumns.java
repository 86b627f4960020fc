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

/**
 * A table of answers, its questions found by what they ask. Questions are sentences of the client's
 * own, so their words are looked for rather than whole headings.
 */
record SurveyColumns(Table table, List<Scale> scales) {

  private static final Headings OTHERS = Headings.load(SurveyColumns.class, "survey-headings.txt");
  private static final int DEEPEST = 5;

  static Optional<SurveyColumns> of(Sheet sheet) throws IOException {
    List<Row> head = sheet.head();
    for (Row row : head.subList(0, Math.min(DEEPEST, head.size()))) {
      if (OTHERS.match(row).has("answered_at")) {
        Map<String, List<String>> headings = new HashMap<>();
        for (String heading : row.cells()) {
          OTHERS
              .key(heading)
              .or(() -> Scale.asked(heading).map(Scale::column))
              .ifPresent(key -> headings.putIfAbsent(key, List.of(heading)));
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
}
