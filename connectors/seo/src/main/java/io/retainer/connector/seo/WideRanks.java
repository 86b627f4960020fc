package io.retainer.connector.seo;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The headings of a table with a column for each check.
 *
 * @param checks the day of each check by the index of its column
 * @param open a heading that reads both as day/month and as month/day while nothing decides; empty
 *     when there is none
 */
record WideRanks(Columns columns, Map<Integer, LocalDate> checks, Optional<String> open) {

  private static final Headings HEADINGS =
      Headings.load(WideRanks.class, "se-ranking-headings.txt");

  /** Empty for a row that is no row of headings. */
  static Optional<WideRanks> headings(Row row) {
    if (row.cells().stream().limit(3).noneMatch(cell -> HEADINGS.matches("keyword", cell))) {
      return Optional.empty();
    }
    Columns columns = HEADINGS.match(row);
    if (!columns.has("dynamics") && !columns.has("search_volume")) {
      return Optional.empty();
    }
    List<Integer> days = new ArrayList<>();
    for (int i = 0; i < row.width(); i++) {
      if (isDay(row.cell(i))) {
        days.add(i);
      }
    }
    return days.isEmpty() ? Optional.empty() : Optional.of(of(columns, days));
  }

  private static boolean isDay(String heading) {
    return DateText.parse(heading, DateOrder.DAY_FIRST) != null
        || DateText.parse(heading, DateOrder.MONTH_FIRST) != null;
  }

  private static WideRanks of(Columns columns, List<Integer> days) {
    DateOrder order = DateText.order(days.stream().map(columns::heading).toList());
    Map<Integer, LocalDate> checks = new TreeMap<>();
    Optional<String> open = Optional.empty();
    for (int index : days) {
      Moment day = DateText.parse(columns.heading(index), order);
      if (day != null) {
        checks.put(index, day.date());
      } else {
        open = Optional.of(columns.heading(index));
      }
    }
    return new WideRanks(columns, checks, open);
  }
}
