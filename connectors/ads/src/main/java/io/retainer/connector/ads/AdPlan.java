package io.retainer.connector.ads;

import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Missing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a table becomes: with which values, cut by what; or why it cannot be kept. */
final class AdPlan {

  private static final int PLACES_OF_MICROS = 6;

  private final Columns columns;
  private final AdScan scan;
  private final AdContext context;
  private final List<AdValue> values = new ArrayList<>();
  private final Set<String> cut = new LinkedHashSet<>();

  private AdPlan(Columns columns, AdScan scan, AdContext context) {
    this.columns = columns;
    this.scan = scan;
    this.context = context;
  }

  static AdPlan of(Columns columns, AdScan scan, AdContext context) {
    var plan = new AdPlan(columns, scan, context);
    plan.dimensions();
    plan.measures();
    plan.notes();
    return plan;
  }

  /** Why the rows may not be added, if they may not. */
  static Optional<String> impossible(Columns columns) {
    return columns.keys().stream()
        .filter(key -> key.startsWith(AdKeys.OVERLAP))
        .filter(key -> !key.equals("overlap_change") || isOfChanges(columns))
        .findFirst()
        .map(key -> "\"" + heading(key, columns) + "\": " + AdKeys.whyNot(key));
  }

  /**
   * Any card may be compared with an earlier period; of campaigns without a state some only are.
   */
  private static boolean isOfChanges(Columns columns) {
    return columns.has("campaign") && !columns.has("text_state");
  }

  /** The gender that a card is about stands in a column of its own. */
  private static String heading(String overlap, Columns columns) {
    boolean isByGender = overlap.equals("overlap_known") && columns.has("by_age");
    return columns.heading(isByGender ? "by_age" : overlap);
  }

  List<AdValue> values() {
    return values;
  }

  List<String> columns() {
    return values.stream().map(AdValue::column).toList();
  }

  Set<String> cut() {
    return cut;
  }

  /** Lists of what people searched or were shown for leave out what was rare. */
  boolean isPart() {
    return columns.has("search_term") || cut.contains("keyword");
  }

  private void dimensions() {
    AdKeys.DIMENSIONS.forEach(
        (column, keys) -> {
          List<String> telling = keys.stream().filter(this::tells).toList();
          if (!telling.isEmpty()) {
            List<String> of = column.equals("ad") ? telling : telling.subList(0, 1);
            values.add(new AdValue(column, fields -> text(of, fields), false));
            cut.add(column);
          }
        });
    if (columns.has("search_term") && !cut.contains("network")) {
      // Keeps what was searched apart from the keywords that were bid on.
      values.add(new AdValue("network", fields -> "Search", false));
    }
  }

  /** A column that is there and empty parts nothing. */
  private boolean tells(String key) {
    return columns.has(key) && scan.isFilled(key);
  }

  private void measures() {
    if (!columns.has(AdKeys.CONVERSIONS_ONLY)) {
      AdKeys.COUNTS.stream()
          .filter(columns::has)
          .filter(key -> !(key.equals("impressions") && columns.has(AdKeys.IMPRESSIONS_REPEATED)))
          .forEach(key -> measure(key, row -> row.count(key), true));
      if (columns.has("cost")) {
        measure("cost", row -> amount("cost", row), true);
      }
      if (columns.has(AdKeys.REACH) && !isSplit()) {
        measure(AdKeys.REACH, row -> row.count(AdKeys.REACH), false);
      }
      if (columns.has("results") && AdKeys.first(AdKeys.RESULT_TYPES, columns).isPresent()) {
        measure("results", row -> row.decimal("results"), false);
      }
    }
    if (!context.goals().isEmpty()) {
      measure("conversions", this::ofGoals, true);
    } else {
      AdKeys.first(AdKeys.CONVERSIONS, columns)
          .ifPresent(key -> measure("conversions", row -> row.decimal(key), true));
    }
    AdKeys.first(AdKeys.VALUES, columns)
        .ifPresent(key -> measure("conversion_value", row -> amount(key, row), true));
  }

  /** Null when no goal has a figure. */
  private BigDecimal ofGoals(Fields row) {
    BigDecimal sum = null;
    for (int goal : context.goals()) {
      BigDecimal reached = row.decimal(goal);
      if (reached != null) {
        sum = sum == null ? reached : sum.add(reached);
      }
    }
    return sum;
  }

  private BigDecimal amount(String key, Fields row) {
    BigDecimal amount = row.decimal(key);
    return amount == null || !isInMicros(key)
        ? amount
        : amount.movePointLeft(PLACES_OF_MICROS).stripTrailingZeros();
  }

  /** {@code cost_micros}: what an interface calls so is, whatever stands beside it. */
  private boolean isInMicros(String key) {
    return context.micros() || columns.heading(key).toLowerCase(Locale.ROOT).contains("micro");
  }

  /** People are counted anew in each part of a breakdown. */
  private boolean isSplit() {
    return columns.keys().stream().anyMatch(key -> key.startsWith(AdKeys.SPLIT));
  }

  private void notes() {
    AdKeys.first(AdKeys.ATTRIBUTIONS, columns)
        .ifPresent(key -> add("attribution", fields -> text(key, fields), false));
    if (columns().contains("results")) {
      AdKeys.first(AdKeys.RESULT_TYPES, columns)
          .ifPresent(key -> add("result_type", fields -> text(key, fields), false));
    }
    context.vatIncluded().ifPresent(is -> add("vat_included", fields -> is, false));
    if (scan.currencies().size() > 1) {
      add("currency", AdPlan::currency, false);
    }
  }

  private static Object currency(Fields fields) {
    String text = fields.text("currency");
    return text == null ? null : AmountCurrency.of(text).orElse(null);
  }

  /** Of ads of several kinds in one list, each has its name in the column of its kind. */
  private static String text(List<String> keys, Fields fields) {
    return keys.stream()
        .map(key -> text(key, fields))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String text(String key, Fields fields) {
    String text = key.endsWith("_id") ? fields.id(key) : fields.text(key);
    return text == null || Missing.is(text) ? null : text;
  }

  private void measure(String column, Function<Fields, ?> cells, boolean sums) {
    add(column, fields -> fields.measured(cells), sums);
  }

  private void add(String column, Function<Fields, Object> from, boolean sums) {
    values.add(new AdValue(column, from, sums));
  }

  boolean hasMeasures() {
    return columns().stream()
        .anyMatch(column -> AdKeys.COUNTS.contains(column) || AdKeys.DECIMALS.contains(column));
  }
}
