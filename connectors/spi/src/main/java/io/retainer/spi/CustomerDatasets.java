package io.retainer.spi;

import static io.retainer.spi.Additivity.ADDITIVE;
import static io.retainer.spi.Additivity.LEVEL;
import static io.retainer.spi.Additivity.MARK;
import static io.retainer.spi.DatasetBuilder.dataset;
import static io.retainer.spi.Unit.COUNT;
import static io.retainer.spi.Unit.FRACTION;

/** What customers buy, ask and say. */
final class CustomerDatasets {

  static final Dataset ORDERS =
      dataset("orders")
          .key("order_id")
          .identifiers("customer_key")
          .dimensions("status", "financial_status", "channel", "country", "currency")
          .dimensions("source_name", "medium", "campaign")
          .timestamps("ordered_at", "paid_at")
          .moments("ordered_at", "paid_at")
          .counts("items")
          .amounts("gross", "discount", "shipping", "tax", "total", "refunded", "margin")
          .noneWhereEmpty("discount", "shipping", "tax", "refunded")
          .parts("total", "shipping", "tax", "margin")
          .parts("gross", "discount")
          .apart("total", "discount")
          .apart("gross", "shipping")
          .kinds("status", "placed", "cancelled", "refund")
          .steps("status", "refund")
          .only("refunded", "status", "refund")
          .overlapping("gross", "total")
          .things(Relations.SALES, "gross", "total", "margin")
          .rowsAre("purchases")
          .things("customers", "customer_key")
          .rates("gross", "refunded", "margin")
          .rates("total", "refunded")
          .without("total", "discount")
          .without("margin", "discount")
          .sequence("status", "placed", "refund")
          .build();

  static final Dataset ORDER_LINES =
      dataset("order_lines")
          .key("line_id")
          .identifiers("order_id", "customer_key")
          .dimensions("status", "sku", "product", "category", "channel", "country", "currency")
          .timestamps("ordered_at")
          .decimal("quantity", COUNT, ADDITIVE)
          .amounts("gross", "discount", "net", "refunded", "margin")
          .noneWhereEmpty("discount", "refunded")
          .parts("gross", "net", "discount")
          .parts("net", "margin")
          .apart("net", "discount")
          .kinds("status", "placed", "cancelled", "refund")
          .steps("status", "refund")
          .only("refunded", "status", "refund")
          .things(Relations.SALES, "gross", "net", "margin")
          .rates("gross", "refunded")
          .rates("net", "refunded")
          .without("net", "discount")
          .without("margin", "discount")
          .things("purchases", "order_id")
          .things("customers", "customer_key")
          .build();

  static final Dataset CUSTOMERS =
      dataset("customers")
          .key("customer_key")
          .dimensions("channel", "source_name", "medium", "campaign", "country", "status")
          .dimensions("lost_reason", "currency")
          .flags("email_consent")
          .timestamps("acquired_at", "first_order_at", "lost_at")
          .moments("acquired_at", "lost_at")
          .amounts("acquisition_cost")
          .things("costs", "acquisition_cost")
          .rowsAre("customers")
          .build();

  static final Dataset DEALS =
      dataset("deals")
          .key("deal_id")
          .identifiers("customer_key")
          .dimensions("pipeline", "stage", "status", "owner", "channel", "source_name", "medium")
          .dimensions("campaign", "lost_reason", "currency")
          .timestamps("created_at", "closed_at", "lead_at")
          .moments("created_at", "closed_at")
          .moments("lead_at", "closed_at")
          .amounts("amount")
          .weighted("probability", FRACTION, "amount")
          .values("status", "open", "won", "lost")
          .only("closed_at", "status", "won", "lost")
          .things(Relations.SALES, "amount")
          .rowsAre("deals")
          .things("customers", "customer_key")
          .build();

  static final Dataset DEAL_STAGES =
      dataset("deal_stages")
          .key("entry_id")
          .identifiers("deal_id")
          .dimensions("pipeline", "stage", "owner")
          .timestamps("entered_at", "left_at")
          .moments("entered_at", "left_at")
          .steps("stage")
          .things("deals", "deal_id")
          .build();

  static final Dataset LEADS =
      dataset("leads")
          .key("lead_id")
          .identifiers("lead_key", "deal_id")
          .dimensions("lead_type", "status", "form", "channel", "source_name", "medium")
          .dimensions("campaign")
          .timestamps("created_at")
          .values("status", "new", "valid", "qualified", "spam", "rejected")
          .rowsAre("leads")
          .things("leads", "lead_key")
          .things("deals", "deal_id")
          .build();

  static final Dataset SUPPORT =
      dataset("support_requests")
          .key("request_id")
          .identifiers("customer_key")
          .dimensions("channel", "network", "topic", "status", "owner")
          .timestamps("created_at", "first_reply_at", "first_human_reply_at", "resolved_at")
          .moments("created_at", "first_reply_at", "first_human_reply_at")
          .moments("created_at", "resolved_at")
          .rowsAre("requests")
          .things("customers", "customer_key")
          .build();

  static final Dataset SURVEYS =
      dataset("survey_answers")
          .key("answer_id")
          .identifiers("customer_key")
          .dimensions("survey", "channel", "topic")
          .timestamps("asked_at", "answered_at")
          .moments("asked_at", "answered_at")
          .marks("nps", "csat", "ces")
          .scale("nps", 0, 10)
          .scale("csat", 1, 5)
          .scale("ces", 1, 7)
          .rowsAre("answers")
          .things("customers", "customer_key")
          .build();

  static final Dataset REVIEWS =
      dataset("reviews")
          .key("review_id")
          .dimensions("site", "location", "topic")
          .timestamps("published_at", "replied_at")
          .moments("published_at", "replied_at")
          .decimal("stars", COUNT, MARK)
          .scale("stars", 1, 5)
          .rowsAre("reviews")
          .build();

  static final Dataset MENTIONS =
      dataset("mentions")
          .key("mention_id")
          .dimensions("site", "network", "brand", "sentiment", "query")
          .flags("is_competitor", "is_own_post", "is_repost", "is_spam")
          .timestamps("published_at")
          .values("sentiment", "positive", "neutral", "negative")
          .build();

  static final Dataset LOCAL_PROFILE =
      dataset("local_profile")
          .dimensions("site", "location")
          .counts("views_search_mobile", "views_search_desktop")
          .counts("views_maps_mobile", "views_maps_desktop")
          .counts("calls", "messages", "directions", "website_clicks", "bookings")
          .levels("ratings_total")
          .decimal("stars_total", COUNT, LEVEL)
          .apart(
              "views_search_mobile",
              "views_search_desktop",
              "views_maps_mobile",
              "views_maps_desktop")
          .apart("calls", "messages", "directions", "website_clicks", "bookings")
          .things(
              "views",
              "views_search_mobile",
              "views_search_desktop",
              "views_maps_mobile",
              "views_maps_desktop")
          .things("actions", "calls", "messages", "directions", "website_clicks", "bookings")
          .rates(
              "views_search_mobile",
              "calls",
              "messages",
              "directions",
              "website_clicks",
              "bookings")
          .rates(
              "views_search_desktop",
              "calls",
              "messages",
              "directions",
              "website_clicks",
              "bookings")
          .rates(
              "views_maps_mobile", "calls", "messages", "directions", "website_clicks", "bookings")
          .rates(
              "views_maps_desktop", "calls", "messages", "directions", "website_clicks", "bookings")
          .build();

  private CustomerDatasets() {}
}
