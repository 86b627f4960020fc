package io.retainer.connector.google;

import io.retainer.spi.Dataset;
import io.retainer.spi.Datasets;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a table of Universal Analytics becomes, or why it cannot be kept.
 *
 * @param dateKey of the column with the day of a row, when it has one
 * @param dimensions columns that are empty in a line of totals
 */
record UniversalPlan(
    Dataset dataset,
    Optional<String> dateKey,
    List<Integer> dimensions,
    Set<String> cut,
    List<Value> values,
    Optional<String> impossible) {

  private static final List<String> DATES = List.of("day_index", "hour_index", "date");
  private static final Set<String> MEASURES =
      Set.of(
          "sessions",
          "users",
          "new_users",
          "bounce_rate",
          "average_duration",
          "pageviews",
          "unique_pageviews",
          "entrances",
          "exits",
          "goal_completions",
          "transactions",
          "revenue",
          "ignored",
          "telling");

  /** Breakdowns whose rows stop at as many as the page showed. */
  private static final Set<String> LONG_TAILED = Set.of("page", "city", "campaign", "source_name");

  static UniversalPlan of(Columns columns) {
    if (columns.has("other_index")) {
      return impossible(columns, "other_index", "is by week or month, and repeats the table");
    }
    List<Integer> dimensions = dimensions(columns);
    for (int index : dimensions) {
      if (columns.unknown().contains(columns.heading(index))) {
        return impossible("\"" + columns.heading(index) + "\" is a breakdown that is not kept");
      }
    }
    Optional<String> dateKey = DATES.stream().filter(columns::has).findFirst();
    if (dateKey.isPresent() && columns.has("date_range")) {
      return impossible(columns, "date_range", "puts the days of two periods side by side");
    }
    var cut = new LinkedHashSet<String>();
    var values = new ArrayList<Value>();
    for (Breakdown breakdown : Breakdown.ALL) {
      if (columns.has(breakdown.key())) {
        breakdown.values(columns).stream()
            .filter(value -> cut.add(value.column()))
            .forEach(values::add);
      }
    }
    if (columns.has("user_type") && cut.add("visitor_type")) {
      values.add(new Value("visitor_type", UniversalPlan::visitorType, false));
    }
    Dataset dataset =
        cut.contains("page") || cut.contains("host")
            ? Datasets.LANDING_PAGES
            : Datasets.WEB_TRAFFIC;
    if (!cut.stream().allMatch(column -> dataset.find(column).isPresent())) {
      return impossible("a breakdown by " + String.join(" and ", cut) + " at once is not kept");
    }
    int before = values.size();
    measures(columns, dataset, dateKey.equals(Optional.of("hour_index")), values);
    return values.size() == before
        ? impossible("no measure that is kept among " + String.join(", ", columns.row().cells()))
        : new UniversalPlan(dataset, dateKey, dimensions, cut, values, Optional.empty());
  }

  private static UniversalPlan impossible(Columns columns, String key, String why) {
    return impossible("\"" + columns.heading(key) + "\" " + why);
  }

  private static UniversalPlan impossible(String reason) {
    return new UniversalPlan(
        Datasets.WEB_TRAFFIC,
        Optional.empty(),
        List.of(),
        Set.of(),
        List.of(),
        Optional.of(reason));
  }

  private static List<Integer> dimensions(Columns columns) {
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

  /** {@code New Visitor}, {@code Returning Visitor}. */
  private static Object visitorType(Fields fields) {
    String text = fields.text("user_type");
    return text == null || !text.startsWith("New") && !text.startsWith("Returning")
        ? text
        : text.startsWith("New") ? "new" : "returning";
  }

  private static void measures(
      Columns columns, Dataset dataset, boolean hourly, List<Value> values) {
    boolean ofPages = dataset == Datasets.LANDING_PAGES;
    boolean landing = columns.has("landing_page");
    count(columns, dataset, values, "sessions", true, "sessions");
    if (ofPages && !landing) {
      count(columns, dataset, values, "sessions", false, "unique_pageviews");
    }
    if (!hourly) {
      count(columns, dataset, values, "users", false, "users");
    }
    count(columns, dataset, values, "new_users", true, "new_users");
    count(columns, dataset, values, "pageviews", true, "pageviews");
    count(columns, dataset, values, "entrances", true, landing ? "sessions" : "entrances");
    count(columns, dataset, values, "exits", true, "exits");
    if (columns.has("sessions") && columns.has("bounce_rate")) {
      add(dataset, values, "single_hit_sessions", false, UniversalPlan::bounces);
    }
    if (columns.has("sessions") && columns.has("average_duration")) {
      add(dataset, values, "session_seconds", false, UniversalPlan::seconds);
    }
    if (columns.indexes("goal_completions").size() == 1) {
      add(dataset, values, "conversions", true, fields -> fields.decimal("goal_completions"));
    }
    count(columns, dataset, values, "transactions", true, "transactions");
    if (columns.has("revenue")) {
      add(dataset, values, "revenue", true, fields -> fields.decimal("revenue"));
    }
  }

  private static void count(
      Columns columns,
      Dataset dataset,
      List<Value> values,
      String column,
      boolean sums,
      String key) {
    boolean isThere = values.stream().anyMatch(value -> value.column().equals(column));
    if (columns.has(key) && !isThere) {
      add(dataset, values, column, sums, fields -> fields.count(key));
    }
  }

  private static void add(
      Dataset dataset,
      List<Value> values,
      String column,
      boolean sums,
      Function<Fields, Object> from) {
    if (dataset.find(column).isPresent()) {
      values.add(new Value(column, from, sums));
    }
  }

  /** The count a rate was calculated from is whole, so the nearest whole number is that count. */
  private static Object bounces(Fields fields) {
    Long sessions = fields.count("sessions");
    BigDecimal rate = fields.fraction("bounce_rate");
    if (sessions == null || rate == null) {
      return null;
    }
    if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      fields.refuse("bounce_rate", "a rate from 0% to 100%", "Correct the cell.");
      return null;
    }
    return rate.multiply(BigDecimal.valueOf(sessions))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private static Object seconds(Fields fields) {
    Long sessions = fields.count("sessions");
    BigDecimal average = fields.seconds("average_duration");
    return sessions == null || average == null
        ? null
        : average
            .multiply(BigDecimal.valueOf(sessions))
            .setScale(6, RoundingMode.HALF_UP)
            .stripTrailingZeros();
  }

  List<String> names() {
    return values.stream().map(Value::column).toList();
  }

  boolean isComplete() {
    return cut.stream().noneMatch(LONG_TAILED::contains);
  }
}
