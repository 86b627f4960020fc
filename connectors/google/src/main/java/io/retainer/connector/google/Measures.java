package io.retainer.connector.google;

import io.retainer.spi.Dataset;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The measures of GA4 as canonical columns. Rates are not kept: the counts they came from are
 * rebuilt, so that they can be added over rows.
 */
final class Measures {

  private static final int PLACES = 6;

  private final Columns columns;
  private final Dataset dataset;
  private final boolean landing;
  private final List<Value> values = new ArrayList<>();

  private Measures(Columns columns, Dataset dataset, boolean landing) {
    this.columns = columns;
    this.dataset = dataset;
    this.landing = landing;
  }

  /**
   * @param landing whether pages are those on which sessions began, so that sessions add up
   */
  static List<Value> of(Columns columns, Dataset dataset, boolean landing) {
    var measures = new Measures(columns, dataset, landing);
    measures.add();
    return measures.values;
  }

  private void add() {
    boolean sessionsSum = landing || dataset.find("page").isEmpty();
    count("sessions", sessionsSum, "sessions");
    if (landing && columns.has("sessions") && !columns.has("entrances")) {
      count("entrances", true, "sessions");
    }
    engagedSessions(sessionsSum);
    count("users", false, "active_users", "users", "total_users");
    count("new_users", true, "new_users");
    count("returning_users", false, "returning_users");
    count("pageviews", true, "pageviews");
    count("entrances", true, "entrances");
    count("exits", true, "exits");
    count("events", true, "events");
    decimal("conversions", "conversions");
    decimal("revenue", "total_revenue", "purchase_revenue");
    count("transactions", true, "transactions");
    engagementSeconds();
    if (columns.has("session_duration") && columns.has("sessions")) {
      times("session_seconds", "session_duration", "sessions");
    }
    if (columns.has("session_key_event_rate") && columns.has("sessions")) {
      add(
          "converting_sessions",
          sessionsSum,
          fields -> share(fields, fields.fraction("session_key_event_rate")));
    }
  }

  private Optional<String> first(String... keys) {
    for (String key : keys) {
      if (columns.has(key)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private void count(String column, boolean sums, String... keys) {
    first(keys).ifPresent(key -> add(column, sums, fields -> fields.count(key)));
  }

  private void decimal(String column, String... keys) {
    first(keys).ifPresent(key -> add(column, true, fields -> fields.decimal(key)));
  }

  private void add(String column, boolean sums, Function<Fields, Object> from) {
    if (dataset.find(column).isPresent()) {
      values.add(new Value(column, from, sums));
    }
  }

  /** Engaged sessions, or sessions × engagement rate, or sessions × (1 − bounce rate). */
  private void engagedSessions(boolean sums) {
    if (columns.has("engaged_sessions")) {
      count("engaged_sessions", sums, "engaged_sessions");
    } else if (columns.has("sessions") && columns.has("engagement_rate")) {
      add("engaged_sessions", sums, fields -> share(fields, fields.fraction("engagement_rate")));
    } else if (columns.has("sessions") && columns.has("bounce_rate")) {
      add(
          "engaged_sessions",
          sums,
          fields -> {
            BigDecimal bounced = fields.fraction("bounce_rate");
            return share(fields, bounced == null ? null : BigDecimal.ONE.subtract(bounced));
          });
    }
  }

  /** The count a rate was calculated from is whole, so the nearest whole number is that count. */
  private static Long share(Fields fields, BigDecimal rate) {
    Long sessions = fields.count("sessions");
    if (sessions == null || rate == null) {
      return null;
    }
    if (rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
      fields.refuse(
          fields.firstOf(List.of("engagement_rate", "bounce_rate", "session_key_event_rate")),
          "a rate from 0 to 1, or from 0% to 100%",
          "Correct the cell.");
      return null;
    }
    return rate.multiply(BigDecimal.valueOf(sessions))
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  private void engagementSeconds() {
    Optional<String> users = first("active_users", "users");
    if (columns.has("engagement_total")) {
      decimal("engagement_seconds", "engagement_total");
    } else if (columns.has("engagement_per_session") && columns.has("sessions")) {
      times("engagement_seconds", "engagement_per_session", "sessions");
    } else if (columns.has("engagement_per_user") && users.isPresent()) {
      times("engagement_seconds", "engagement_per_user", users.get());
    }
  }

  private void times(String column, String average, String count) {
    add(
        column,
        true,
        fields -> {
          BigDecimal seconds = fields.seconds(average);
          Long many = fields.count(count);
          return seconds == null || many == null
              ? null
              : seconds
                  .multiply(BigDecimal.valueOf(many))
                  .setScale(PLACES, RoundingMode.HALF_UP)
                  .stripTrailingZeros();
        });
  }
}
