package io.retainer.connector.ads;

import io.retainer.toolkit.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says which columns of a table find no place among the facts. */
final class LeftOut {

  private static final int MOST_NAMED = 12;

  /** Of a card that is compared with an earlier period. */
  private static final Set<String> NOT_KEPT = Set.of("text_state", "overlap_change");

  private LeftOut() {}

  static Optional<String> of(Columns columns, AdPlan plan) {
    List<String> headings = new ArrayList<>(columns.unknown());
    List<String> added = new ArrayList<>();
    for (String key : columns.keys()) {
      if (key.startsWith("rate_") || NOT_KEPT.contains(key)) {
        columns.indexes(key).forEach(index -> headings.add(columns.heading(index)));
      } else if (key.startsWith(AdKeys.SPLIT)) {
        added.add(columns.heading(key));
      }
    }
    if (columns.has("results") && !plan.columns().contains("results")) {
      headings.add(columns.heading("results"));
    }
    var text = new StringBuilder();
    if (!added.isEmpty()) {
      text.append("added up over ").append(named(added));
    }
    if (!headings.isEmpty()) {
      text.append(text.length() > 0 ? "; " : "").append("not kept: ").append(named(headings));
    }
    return text.length() > 0 ? Optional.of(text.toString()) : Optional.empty();
  }

  private static String named(List<String> headings) {
    int more = headings.size() - MOST_NAMED;
    return more <= 1
        ? String.join(", ", headings)
        : String.join(", ", headings.subList(0, MOST_NAMED)) + " and " + more + " more";
  }
}
