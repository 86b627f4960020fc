package io.retainer.connector.yandex;

import io.retainer.spi.Additivity;
import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Columns;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a table becomes: which dataset, cut by what, with which values; or why it cannot be kept.
 *
 * @param groupings places of the columns before the measures
 * @param isWhole whether the rows add up to all visits
 */
record TablePlan(
    Dataset dataset,
    List<Integer> groupings,
    Set<String> cut,
    List<Value> values,
    boolean isWhole,
    Optional<String> impossible) {

  private static final List<String> LEVELS = List.of("entry_level", "page_level");
  private static final Set<String> MEASURES =
      Set.of(
          "visits",
          "users",
          "pageviews",
          "new_users",
          "new_share",
          "new_percent",
          "bounce_rate",
          "bounce_percent",
          "page_depth",
          "time_on_site",
          "goal_reaches",
          "goal_visits",
          "goal_rate",
          "transactions",
          "revenue",
          "ignored");

  /** Places of the columns that stand before the first measure. */
  static List<Integer> groupings(Columns columns) {
    int first =
        MEASURES.stream()
            .flatMap(key -> columns.indexes(key).stream())
            .min(Integer::compare)
            .orElse(columns.width());
    var places = new ArrayList<Integer>();
    for (int i = 0; i < first; i++) {
      places.add(i);
    }
    return places;
  }

  static TablePlan of(Columns columns, Survey survey) {
    List<Integer> places = groupings(columns);
    Optional<String> reason = reason(columns, places);
    if (reason.isPresent()) {
      return impossible(reason.get());
    }
    var all = Grouping.of(columns);
    boolean byPages = columns.has("page") || columns.has("entry_page");
    String level = byPages ? null : level(columns);
    boolean ofPages = byPages || level != null;
    Dataset dataset = ofPages ? Datasets.LANDING_PAGES : Datasets.WEB_TRAFFIC;
    var kept = all.stream().filter(each -> dataset.find(each.dimension()).isPresent()).toList();
    var cut = new LinkedHashSet<String>();
    var values = new ArrayList<Value>();
    int used = columns.has("date") ? 1 : 0;
    for (Grouping grouping : kept) {
      if (cut.add(grouping.dimension())) {
        values.add(grouping.value(columns));
        used++;
      }
    }
    if (level != null && cut.add("page")) {
      int index = deepest(columns, level);
      values.add(new Value("page", fields -> Names.plain(fields.row().cell(index)), false));
      used = places.size();
    }
    kept.stream()
        .flatMap(grouping -> grouping.channel().stream())
        .findFirst()
        .filter(channel -> cut.add("channel"))
        .ifPresent(channel -> values.add(new Value("channel", fields -> channel, false)));
    boolean ofVisits = columns.has("visits");
    boolean areApart = used + levels(columns, byPages) == places.size() && !survey.hasTimes();
    Measures.of(columns, dataset, survey, ofVisits).stream()
        .filter(measure -> areApart || !isDistinct(dataset, measure))
        .forEach(values::add);
    boolean whole =
        !ofPages && !columns.has("parting_some") && all.stream().allMatch(Grouping::isWhole);
    return new TablePlan(dataset, places, cut, values, whole, Optional.empty());
  }

  private static Optional<String> reason(Columns columns, List<Integer> places) {
    if (columns.has("other_visit")) {
      return Optional.of(
          "\""
              + columns.heading("other_visit")
              + "\" is the source of a visitor's first visit; choose the last significant one");
    }
    if (columns.has("overlapping")) {
      return Optional.of(
          "\"" + columns.heading("overlapping") + "\" counts one visit in several rows");
    }
    for (int index : places) {
      if (columns.unknown().contains(columns.heading(index))) {
        return Optional.of(
            "\""
                + columns.heading(index)
                + "\" is a grouping that is not kept: its rows may be"
                + " about some visits only");
      }
    }
    return Optional.empty();
  }

  private static TablePlan impossible(String reason) {
    return new TablePlan(
        Datasets.WEB_TRAFFIC, List.of(), Set.of(), List.of(), false, Optional.of(reason));
  }

  private static String level(Columns columns) {
    return LEVELS.stream().filter(columns::has).findFirst().orElse(null);
  }

  private static int deepest(Columns columns, String level) {
    List<Integer> levels = columns.indexes(level);
    return levels.get(levels.size() - 1);
  }

  /** Levels of an address say nothing that the address does not say. */
  private static int levels(Columns columns, boolean byPages) {
    return byPages ? LEVELS.stream().mapToInt(level -> columns.indexes(level).size()).sum() : 0;
  }

  private static boolean isDistinct(Dataset dataset, Value measure) {
    return dataset.column(measure.column()).additivity() == Additivity.DISTINCT;
  }

  List<String> names() {
    return values.stream().map(Value::column).toList();
  }

  boolean hasMeasures() {
    return values.size() > cut.size();
  }
}
