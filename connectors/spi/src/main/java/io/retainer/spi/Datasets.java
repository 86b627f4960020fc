package io.retainer.spi;

import static io.retainer.spi.Additivity.ADDITIVE;
import static io.retainer.spi.Additivity.DISTINCT;
import static io.retainer.spi.Additivity.LEVEL;
import static io.retainer.spi.Unit.COUNT;
import static io.retainer.spi.Unit.MONEY;
import static io.retainer.spi.Unit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The canonical datasets. */
public final class Datasets {

  /** Sessions of a site, by channel, source, campaign, device or country. */
  public static final Dataset WEB_TRAFFIC =
      dataset("web_traffic")
          .dimensions("channel", "source_name", "medium", "campaign", "device", "country", "city")
          .integer("sessions", ADDITIVE)
          .integer("engaged_sessions", ADDITIVE)
          .integer("users", DISTINCT)
          .integer("new_users", ADDITIVE)
          .integer("pageviews", ADDITIVE)
          .integer("events", ADDITIVE)
          .decimal("conversions", COUNT, ADDITIVE)
          .decimal("revenue", MONEY, ADDITIVE)
          .integer("transactions", ADDITIVE)
          .decimal("engagement_seconds", SECONDS, ADDITIVE)
          .build();

  /** Pages of a site. A session that saw two pages stands in both rows. */
  public static final Dataset LANDING_PAGES =
      dataset("landing_pages")
          .dimensions("page", "host")
          .integer("pageviews", ADDITIVE)
          .integer("sessions", ADDITIVE)
          .integer("engaged_sessions", ADDITIVE)
          .integer("users", DISTINCT)
          .integer("entrances", ADDITIVE)
          .integer("exits", ADDITIVE)
          .integer("events", ADDITIVE)
          .decimal("conversions", COUNT, ADDITIVE)
          .decimal("revenue", MONEY, ADDITIVE)
          .decimal("engagement_seconds", SECONDS, ADDITIVE)
          .build();

  /** Things that happened on a site, by event name. */
  public static final Dataset WEB_EVENTS =
      dataset("web_events")
          .dimensions("event_name")
          .integer("events", ADDITIVE)
          .integer("users", DISTINCT)
          .decimal("revenue", MONEY, ADDITIVE)
          .build();

  /** Search results as the search engine counted them. */
  public static final Dataset SEARCH_QUERIES =
      dataset("search_queries")
          .dimensions("query", "page", "country", "device", "search_appearance", "search_type")
          .integer("clicks", ADDITIVE)
          .integer("impressions", ADDITIVE)
          .weighted("position", Unit.POSITION, "impressions")
          .build();

  /**
   * Positions of a fixed set of keywords, as a rank tracker saw them. No position: not in depth.
   */
  public static final Dataset RANKINGS =
      dataset("rankings")
          .dimensions("keyword", "engine", "locale", "device", "domain", "url", "group_name")
          .decimal("position", Unit.POSITION, LEVEL)
          .integer("depth", LEVEL)
          .integer("search_volume", LEVEL)
          .build();

  /** A profile in a social network, day by day. */
  public static final Dataset SOCIAL_ACCOUNTS =
      dataset("social_accounts")
          .dimensions("network")
          .integer("followers", LEVEL)
          .integer("follower_change", ADDITIVE)
          .integer("reach", DISTINCT)
          .integer("impressions", ADDITIVE)
          .integer("video_views", ADDITIVE)
          .integer("profile_views", ADDITIVE)
          .integer("engagements", ADDITIVE)
          .integer("link_clicks", ADDITIVE)
          .build();

  /** Posts with their counters since publication, dated by their publication. */
  public static final Dataset SOCIAL_POSTS =
      dataset("social_posts")
          .key("post_id")
          .dimensions("network", "post_type", "title", "url")
          .timestamp("published_at")
          .integer("impressions", ADDITIVE)
          .integer("reach", DISTINCT)
          .integer("video_views", ADDITIVE)
          .integer("engagements", ADDITIVE)
          .integer("likes", ADDITIVE)
          .integer("comments", ADDITIVE)
          .integer("shares", ADDITIVE)
          .integer("saves", ADDITIVE)
          .integer("link_clicks", ADDITIVE)
          .integer("follows", ADDITIVE)
          .build();

  /** Sent campaigns. Unique opens and clicks are unique within one campaign only. */
  public static final Dataset EMAIL_CAMPAIGNS =
      dataset("email_campaigns")
          .key("campaign_id")
          .dimensions("campaign", "subject", "list", "currency")
          .timestamp("sent_at")
          .integer("recipients", ADDITIVE)
          .integer("delivered", ADDITIVE)
          .integer("bounces_hard", ADDITIVE)
          .integer("bounces_soft", ADDITIVE)
          .integer("opens_total", ADDITIVE)
          .integer("opens_unique", ADDITIVE)
          .integer("clicks_total", ADDITIVE)
          .integer("clicks_unique", ADDITIVE)
          .integer("unsubscribes", ADDITIVE)
          .integer("complaints", ADDITIVE)
          .integer("orders", ADDITIVE)
          .decimal("revenue", MONEY, ADDITIVE)
          .build();

  /**
   * Orders and refunds. {@code status} is {@code placed}, {@code cancelled} or {@code refund}; a
   * refund is a row of its own on its own day, with the amount in {@code refunded}. {@code total}
   * is what the customer was charged: {@code gross} less discount, with shipping and tax as the
   * shop adds them. No {@code customer_key}: an order of an unknown customer.
   */
  public static final Dataset ORDERS =
      dataset("orders")
          .key("order_id")
          .identifier("customer_key")
          .dimensions("status", "financial_status", "channel", "country", "currency")
          .timestamp("ordered_at")
          .integer("items", ADDITIVE)
          .decimal("gross", MONEY, ADDITIVE)
          .decimal("discount", MONEY, ADDITIVE)
          .decimal("shipping", MONEY, ADDITIVE)
          .decimal("tax", MONEY, ADDITIVE)
          .decimal("total", MONEY, ADDITIVE)
          .decimal("refunded", MONEY, ADDITIVE)
          .build();

  private static final List<Dataset> ALL =
      List.of(
          WEB_TRAFFIC,
          LANDING_PAGES,
          WEB_EVENTS,
          SEARCH_QUERIES,
          RANKINGS,
          SOCIAL_ACCOUNTS,
          SOCIAL_POSTS,
          EMAIL_CAMPAIGNS,
          ORDERS);

  private Datasets() {}

  public static List<Dataset> all() {
    return ALL;
  }

  public static Optional<Dataset> find(String name) {
    return ALL.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }

  /**
   * @throws IllegalArgumentException naming all datasets, when there is none of this name
   */
  public static Dataset named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no dataset \""
                        + name
                        + "\"; there are "
                        + ALL.stream().map(Dataset::name).toList()));
  }

  private static Builder dataset(String name) {
    return new Builder(name);
  }

  private static final class Builder {
    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private List<String> key = List.of();

    Builder(String name) {
      this.name = name;
    }

    Builder key(String column) {
      key = List.of(column);
      return identifier(column);
    }

    Builder identifier(String column) {
      return add(column, ColumnType.TEXT, Unit.NONE, Additivity.KEY);
    }

    Builder dimensions(String... names) {
      for (String dimension : names) {
        add(dimension, ColumnType.TEXT, Unit.NONE, Additivity.DIMENSION);
      }
      return this;
    }

    Builder timestamp(String column) {
      return add(column, ColumnType.TIMESTAMP, Unit.NONE, Additivity.DIMENSION);
    }

    Builder integer(String column, Additivity additivity) {
      return add(column, ColumnType.INTEGER, COUNT, additivity);
    }

    Builder decimal(String column, Unit unit, Additivity additivity) {
      return add(column, ColumnType.DECIMAL, unit, additivity);
    }

    Builder weighted(String column, Unit unit, String weight) {
      columns.add(
          new Column(column, ColumnType.DECIMAL, unit, Additivity.WEIGHTED, Optional.of(weight)));
      return this;
    }

    private Builder add(String column, ColumnType type, Unit unit, Additivity additivity) {
      columns.add(new Column(column, type, unit, additivity, Optional.empty()));
      return this;
    }

    Dataset build() {
      return new Dataset(name, columns, key);
    }
  }
}
