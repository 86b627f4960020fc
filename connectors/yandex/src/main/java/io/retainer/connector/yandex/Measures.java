package io.retainer.connector.yandex;

import io.retainer.spi.Dataset;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The measures of Metrica as canonical columns. Rates are not kept: the counts they came from are
 * rebuilt, so that they can be added over rows.
 */
final class Measures {

  private final Columns columns;
  private final Dataset dataset;
  private final Survey survey;
  private final List<Value> values = new ArrayList<>();

  private Measures(Columns columns, Dataset dataset, Survey survey) {
    this.columns = columns;
    this.dataset = dataset;
    this.survey = survey;
  }

  /**
   * @param ofVisits whether rows are of visits; else they are of page views
   */
  static List<Value> of(Columns columns, Dataset dataset, Survey survey, boolean ofVisits) {
    var measures = new Measures(columns, dataset, survey);
    measures.add(ofVisits);
    return measures.values;
  }

  private void add(boolean ofVisits) {
    count("sessions", "visits");
    if (dataset.find("entrances").isPresent()) {
      count("entrances", "visits");
    }
    if (columns.has("users")) {
      add("users", false, fields -> fields.count("users"));
    }
    newUsers();
    bounces();
    boolean ofPages = dataset.find("page").isPresent();
    if (!ofVisits || !ofPages) {
      pageviews();
    }
    if (columns.has("time_on_site") && columns.has("visits")) {
      add("session_seconds", false, fields -> seconds(fields));
    }
    goals();
    count("transactions", "transactions");
    if (columns.has("revenue")) {
      add("revenue", true, fields -> fields.decimal("revenue"));
    }
  }

  private void count(String column, String key) {
    if (columns.has(key)) {
      add(column, true, fields -> fields.count(key));
    }
  }

  private void add(String column, boolean sums, Function<Fields, Object> from) {
    if (dataset.find(column).isPresent()) {
      values.add(new Value(column, from, sums));
    }
  }

  private void newUsers() {
    if (columns.has("new_users")) {
      count("new_users", "new_users");
    } else if (columns.has("users") && columns.has("new_percent")) {
      add("new_users", false, fields -> part(fields, "users", percent(fields, "new_percent")));
    } else if (columns.has("users") && isExact("new_share", "users")) {
      add("new_users", false, fields -> part(fields, "users", survey.rate(fields, "new_share")));
    }
  }

  /** The count a rate was calculated from is whole, so the nearest whole number is that count. */
  private void bounces() {
    if (columns.has("visits") && columns.has("bounce_percent")) {
      add(
          "bounce_sessions",
          false,
          fields -> part(fields, "visits", percent(fields, "bounce_percent")));
    } else if (columns.has("visits") && columns.has("bounce_rate")) {
      add(
          "bounce_sessions",
          false,
          fields -> part(fields, "visits", survey.rate(fields, "bounce_rate")));
    }
  }

  private void pageviews() {
    if (columns.has("pageviews")) {
      count("pageviews", "pageviews");
    } else if (columns.has("visits") && isExact("page_depth", "visits")) {
      add("pageviews", false, fields -> times(fields, "visits", fields.decimal("page_depth")));
    }
  }

  /** Of several goals nobody knows which one is a conversion. */
  private void goals() {
    if (columns.indexes("goal_reaches").size() == 1) {
      add("conversions", true, fields -> fields.decimal("goal_reaches"));
    }
    if (columns.indexes("goal_visits").size() == 1) {
      count("converting_sessions", "goal_visits");
    } else if (columns.has("visits")
        && columns.indexes("goal_rate").size() == 1
        && isExact("goal_rate", "visits")) {
      add(
          "converting_sessions",
          false,
          fields -> part(fields, "visits", survey.rate(fields, "goal_rate")));
    }
  }

  private boolean isExact(String average, String count) {
    return columns.has(average) && survey.isExact(average, count);
  }

  private static BigDecimal percent(Fields fields, String key) {
    BigDecimal percent = fields.decimal(key);
    return percent == null ? null : percent.movePointLeft(2);
  }

  private static Long part(Fields fields, String count, BigDecimal rate) {
    if (rate != null && (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0)) {
      fields.refuse(
          fields.firstOf(List.of("bounce_rate", "bounce_percent")),
          "a rate from 0 to 1, or from 0% to 100%",
          "Correct the cell.");
      return null;
    }
    return times(fields, count, rate);
  }

  private static Long times(Fields fields, String count, BigDecimal average) {
    Long many = fields.count(count);
    return many == null || average == null
        ? null
        : average
            .multiply(BigDecimal.valueOf(many))
            .setScale(0, RoundingMode.HALF_UP)
            .longValueExact();
  }

  private static BigDecimal seconds(Fields fields) {
    BigDecimal average = fields.seconds("time_on_site");
    Long visits = fields.count("visits");
    return average == null || visits == null
        ? null
        : average
            .multiply(BigDecimal.valueOf(visits))
            .setScale(6, RoundingMode.HALF_UP)
            .stripTrailingZeros();
  }
}
