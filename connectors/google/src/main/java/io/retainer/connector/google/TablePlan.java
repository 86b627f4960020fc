package io.retainer.connector.google;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.spi.Grain;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a table of an export becomes: which dataset, cut by what, with which values; or why it
 * cannot be kept.
 *
 * @param dateIndex the column of the date, or -1
 * @param dimensions columns that must be empty in a line of totals
 */
record TablePlan(
    Dataset dataset,
    Grain grain,
    DateKind dateKind,
    int dateIndex,
    List<Integer> dimensions,
    Set<String> cut,
    List<Value> values,
    Optional<String> impossible) {

  /** How a table says what day a row is about. */
  enum DateKind {
    NONE,
    DATE,
    NTH_DAY,
    YEAR_MONTH
  }

  private static final Map<String, DateKind> DATES =
      Map.of("date", DateKind.DATE, "nth_day", DateKind.NTH_DAY, "year_month", DateKind.YEAR_MONTH);

  private static final Map<String, String> PASSED_OVER =
      Map.of(
          "first_user", "is about a user's first visit, not about sessions",
          "hour", "is by hour; export it by date",
          "span", "is by week, month or another span; export it by date",
          "country_code", "repeats the table by country, with codes");

  /** Breakdowns with so many values that GA4 leaves rows out. */
  private static final Set<String> LONG_TAILED = Set.of("page", "city", "campaign");

  static TablePlan of(Columns columns, Row first) {
    for (var passed : PASSED_OVER.entrySet()) {
      if (columns.has(passed.getKey())) {
        return impossible("\"" + columns.heading(passed.getKey()) + "\" " + passed.getValue());
      }
    }
    return new TablePlanner(columns, first).plan();
  }

  static TablePlan impossible(String reason) {
    return new TablePlan(
        Datasets.WEB_TRAFFIC,
        Grain.PERIOD,
        DateKind.NONE,
        -1,
        List.of(),
        Set.of(),
        List.of(),
        Optional.of(reason));
  }

  List<String> names() {
    return values.stream().map(Value::column).toList();
  }

  boolean isComplete() {
    return cut.stream().noneMatch(LONG_TAILED::contains);
  }

  /** Finds the date, the breakdown and the measures among the headings. */
  private record TablePlanner(Columns columns, Row first) {

    TablePlan plan() {
      DateKind kind = DateKind.NONE;
      int dateIndex = -1;
      for (var date : DATES.entrySet()) {
        if (columns.has(date.getKey())) {
          kind = date.getValue();
          dateIndex = columns.index(date.getKey());
        }
      }
      boolean nameless = kind == DateKind.NONE && isUnknown(0);
      if (nameless && first.cell(0).equals("0000")) {
        kind = DateKind.NTH_DAY;
        dateIndex = 0;
      }
      var dimensions = new ArrayList<Integer>();
      var cut = new LinkedHashSet<String>();
      var values = new ArrayList<Value>();
      for (Breakdown breakdown : Breakdown.ALL) {
        if (columns.has(breakdown.key())) {
          dimensions.add(columns.index(breakdown.key()));
          for (Value value : breakdown.values(columns)) {
            if (cut.add(value.column())) {
              values.add(value);
            }
          }
        }
      }
      if (dateIndex >= 0) {
        dimensions.add(dateIndex);
      }
      Optional<String> stranger = unknownDimension(dateIndex);
      if (stranger.isPresent()) {
        return impossible("\"" + stranger.get() + "\" is a breakdown that is not kept");
      }
      Dataset dataset = dataset(cut);
      for (String dimension : cut) {
        if (dataset.find(dimension).isEmpty()) {
          return impossible("a breakdown by " + String.join(" and ", cut) + " at once is not kept");
        }
      }
      var measures = Measures.of(columns, dataset, columns.has("landing_page"));
      if (measures.isEmpty()) {
        return impossible(
            "no measure that is kept among " + String.join(", ", columns.row().cells()));
      }
      values.addAll(measures);
      Grain grain =
          switch (kind) {
            case NONE -> Grain.PERIOD;
            case DATE, NTH_DAY -> Grain.DAY;
            case YEAR_MONTH -> Grain.MONTH;
          };
      return new TablePlan(
          dataset, grain, kind, dateIndex, dimensions, cut, values, Optional.empty());
    }

    private static Dataset dataset(Set<String> cut) {
      if (cut.contains("event_name")) {
        return Datasets.WEB_EVENTS;
      }
      return cut.contains("page") || cut.contains("host")
          ? Datasets.LANDING_PAGES
          : Datasets.WEB_TRAFFIC;
    }

    private boolean isUnknown(int index) {
      return columns.unknown().contains(columns.heading(index));
    }

    /** A heading nobody knows over words, not figures, cuts the rows finer than we can tell. */
    private Optional<String> unknownDimension(int dateIndex) {
      for (int i = 0; i < columns.width(); i++) {
        if (i != dateIndex && isUnknown(i) && !first.cell(i).matches("[-+0-9.,eE%\\s]*")) {
          return Optional.of(columns.heading(i));
        }
      }
      return columns.width() > 0 && dateIndex != 0 && isUnknown(0)
          ? Optional.of(columns.heading(0))
          : Optional.empty();
    }
  }
}
