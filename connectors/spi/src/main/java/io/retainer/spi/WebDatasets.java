package io.retainer.spi;

import static io.retainer.spi.Additivity.ADDITIVE;
import static io.retainer.spi.Additivity.LEVEL;
import static io.retainer.spi.DatasetBuilder.dataset;
import static io.retainer.spi.Unit.COUNT;
import static io.retainer.spi.Unit.POSITION;
import static io.retainer.spi.Unit.SECONDS;

/** The site, and how search engines and other sites see it. */
final class WebDatasets {

  static final Dataset TRAFFIC =
      dataset("web_traffic")
          .dimensions("channel", "source_name", "medium", "campaign", "device", "country", "city")
          .dimensions("visitor_type")
          .flags("is_converter")
          .counts("sessions", "engaged_sessions", "bounce_sessions", "single_hit_sessions")
          .counts("repeat_sessions", "converting_sessions", "micro_sessions")
          .people("users", "returning_users")
          .counts("new_users", "pageviews", "events", "micro_events")
          .decimal("conversions", COUNT, ADDITIVE)
          .amounts("revenue")
          .counts("transactions")
          .decimal("engagement_seconds", SECONDS, ADDITIVE)
          .decimal("session_seconds", SECONDS, ADDITIVE)
          .parts(
              "sessions",
              "engaged_sessions",
              "bounce_sessions",
              "single_hit_sessions",
              "repeat_sessions",
              "converting_sessions",
              "micro_sessions")
          .parts("users", "returning_users", "new_users")
          .overlapping(
              "engaged_sessions", "repeat_sessions", "converting_sessions", "micro_sessions")
          .things(
              "sessions",
              "sessions",
              "engaged_sessions",
              "bounce_sessions",
              "single_hit_sessions",
              "repeat_sessions",
              "converting_sessions",
              "micro_sessions")
          .things("people", "new_users")
          .things("page views", "pageviews")
          .things("events", "events", "micro_events")
          .things("purchases", "transactions")
          .things(Relations.SALES, "revenue")
          .things("people", "users", "returning_users")
          .things(Relations.CONVERSIONS, "conversions")
          .rates("sessions", "new_users", "conversions", "transactions")
          .rates(
              "engaged_sessions",
              "converting_sessions",
              "micro_sessions",
              "conversions",
              "transactions")
          .rates("users", "conversions", "transactions")
          .rates("session_seconds", "engagement_seconds")
          .overlapping("engagement_seconds", "session_seconds")
          .rates("conversions", "transactions")
          .rates("events", "micro_events", "conversions")
          .build();

  static final Dataset PAGES =
      dataset("landing_pages")
          .dimensions("page", "host", "channel", "device")
          .counts("pageviews", "sessions", "engaged_sessions", "converting_sessions")
          .people("users")
          .counts("entrances", "exits", "events")
          .decimal("conversions", COUNT, ADDITIVE)
          .amounts("revenue")
          .decimal("engagement_seconds", SECONDS, ADDITIVE)
          .parts("sessions", "engaged_sessions", "converting_sessions")
          .parts("pageviews", "entrances", "exits")
          .overlapping("engaged_sessions", "converting_sessions")
          .overlapping("entrances", "exits")
          .steps("page")
          .things("sessions", "sessions", "engaged_sessions", "converting_sessions")
          .things("page views", "pageviews")
          .things("events", "events")
          .things(Relations.SALES, "revenue")
          .things("people", "users")
          .things(Relations.CONVERSIONS, "conversions")
          .rates("sessions", "entrances", "exits", "conversions")
          .rates("engaged_sessions", "converting_sessions", "conversions")
          .rates("entrances", "engaged_sessions", "converting_sessions", "conversions")
          .rates("users", "conversions")
          .build();

  static final Dataset EVENTS =
      dataset("web_events")
          .dimensions("event_name", "channel", "page", "device")
          .identifiers("visitor_key", "session_key")
          .timestamps("happened_at")
          .counts("events")
          .people("users")
          .amounts("revenue")
          .steps("event_name")
          .steps("page")
          .things("events", "events")
          .things(Relations.SALES, "revenue")
          .things("people", "users", "visitor_key")
          .things("sessions", "session_key")
          .sequence(
              "event_name",
              "session_start",
              "view_item_list",
              "select_item",
              "view_item",
              "add_to_wishlist",
              "add_to_cart",
              "view_cart",
              "begin_checkout",
              "add_shipping_info",
              "add_payment_info",
              "purchase",
              "refund")
          .sequence("event_name", "session_start", "view_promotion", "select_promotion", "purchase")
          .sequence("event_name", "session_start", "form_start", "form_submit", "generate_lead")
          .sequence(
              "event_name", "session_start", "video_start", "video_progress", "video_complete")
          .sequence("event_name", "first_visit", "sign_up", "generate_lead", "purchase")
          .sequence("event_name", "session_start", "sign_up", "purchase")
          .build();

  static final Dataset CLICK_MAPS =
      dataset("click_maps")
          .dimensions("page", "element", "device")
          .counts("clicks")
          .people("users")
          .things("clicks", "clicks")
          .build();

  static final Dataset SCROLL_MAPS =
      dataset("scroll_maps")
          .dimensions("page", "device")
          .decimal("depth", Unit.FRACTION, LEVEL)
          .counts("pageviews")
          .steps("depth")
          .build();

  static final Dataset SEARCH =
      dataset("search_queries")
          .dimensions("query", "page", "country", "device", "search_appearance", "search_type")
          .flags("is_anonymised")
          .counts("clicks", "impressions")
          .weighted("position", POSITION, "impressions")
          .parts("impressions", "clicks")
          .things("clicks", "clicks")
          .things("impressions", "impressions")
          .build();

  static final Dataset RANKINGS =
      dataset("rankings")
          .dimensions("keyword", "engine", "locale", "device", "domain", "url", "group_name")
          .decimal("position", POSITION, LEVEL)
          .levels("depth", "search_volume")
          .decimal("difficulty", COUNT, LEVEL)
          .decimal("estimated_traffic", COUNT, LEVEL)
          .rates("search_volume", "estimated_traffic")
          .build();

  static final Dataset BACKLINKS =
      dataset("backlinks")
          .dimensions("source_domain", "source_url", "target_url", "anchor")
          .flags("is_nofollow", "is_sponsored", "is_ugc", "is_lost")
          .timestamps("seen_at", "first_seen_at", "lost_at")
          .build();

  static final Dataset BACKLINK_SUMMARY =
      dataset("backlink_summary")
          .dimensions("domain", "provider")
          .levels("backlinks", "referring_domains", "dofollow_domains")
          .counts("new_backlinks", "lost_backlinks")
          .parts("referring_domains", "dofollow_domains")
          .opposed("new_backlinks", "lost_backlinks")
          .things("links", "backlinks", "new_backlinks", "lost_backlinks")
          .things("domains", "referring_domains", "dofollow_domains")
          .rates("backlinks", "new_backlinks", "lost_backlinks")
          .build();

  static final Dataset OUTBOUND_LINKS =
      dataset("outbound_links")
          .dimensions("page", "target_url", "target_domain")
          .flags("is_nofollow", "is_sponsored", "is_broken")
          .build();

  private WebDatasets() {}
}
