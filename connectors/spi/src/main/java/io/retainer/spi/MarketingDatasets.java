package io.retainer.spi;

import static io.retainer.spi.Additivity.ADDITIVE;
import static io.retainer.spi.Additivity.LEVEL;
import static io.retainer.spi.DatasetBuilder.dataset;
import static io.retainer.spi.Unit.COUNT;
import static io.retainer.spi.Unit.SECONDS;

/** What marketing publishes, sends, buys and plans. */
final class MarketingDatasets {

  static final Dataset SOCIAL_ACCOUNTS =
      dataset("social_accounts")
          .dimensions("network")
          .levels("followers")
          .counts("follower_change", "followers_gained", "followers_lost")
          .people("reach")
          .counts("impressions", "video_views", "profile_views", "engagements", "link_clicks")
          .opposed("followers_gained", "followers_lost")
          .things("impressions", "impressions")
          .things("video views", "video_views")
          .things("reactions", "engagements", "link_clicks")
          .things("followers", "followers")
          .things("reached people", "reach")
          .rates(
              "followers",
              "followers_gained",
              "followers_lost",
              "follower_change",
              "engagements",
              "reach",
              "link_clicks",
              "profile_views")
          .rates("reach", "engagements", "link_clicks", "profile_views", "followers_gained")
          .rates("impressions", "engagements", "link_clicks", "profile_views", "video_views")
          .rates("video_views", "engagements", "link_clicks")
          .rates("profile_views", "followers_gained", "link_clicks")
          .build();

  static final Dataset SOCIAL_POSTS =
      dataset("social_posts")
          .key("post_id")
          .dimensions("network", "post_type", "title", "url")
          .flags("is_paid", "is_repost")
          .timestamps("published_at")
          .counts("impressions", "paid_impressions")
          .people("reach", "paid_reach")
          .counts("video_views", "engagements", "likes", "comments", "shares", "saves")
          .counts("link_clicks", "follows")
          .decimal("watch_seconds", SECONDS, ADDITIVE)
          .amounts("cost")
          .noneWhereEmpty(
              "paid_impressions",
              "video_views",
              "likes",
              "comments",
              "shares",
              "saves",
              "link_clicks",
              "follows",
              "watch_seconds",
              "cost")
          .parts("impressions", "paid_impressions")
          .parts("reach", "paid_reach")
          .parts("engagements", "likes", "comments", "shares")
          .apart("likes", "comments", "shares")
          .things("impressions", "impressions", "paid_impressions")
          .things("video views", "video_views")
          .things("reactions", "engagements", "likes", "comments", "shares", "saves", "link_clicks")
          .things("costs", "cost")
          .things("reached people", "reach", "paid_reach")
          .rates(
              "impressions",
              "video_views",
              "engagements",
              "likes",
              "comments",
              "shares",
              "saves",
              "link_clicks",
              "follows")
          .rates(
              "reach",
              "video_views",
              "engagements",
              "likes",
              "comments",
              "shares",
              "saves",
              "link_clicks",
              "follows")
          .rates(
              "video_views",
              "engagements",
              "likes",
              "comments",
              "shares",
              "saves",
              "link_clicks",
              "follows")
          .rates("engagements", "saves", "link_clicks")
          .build();

  static final Dataset EMAIL_CAMPAIGNS =
      dataset("email_campaigns")
          .key("campaign_id")
          .dimensions("campaign", "subject", "list", "currency", "channel", "variant", "offer")
          .timestamps("sent_at")
          .counts("recipients", "delivered", "bounces_hard", "bounces_soft")
          .counts("opens_total", "opens_unique", "opens_machine", "clicks_total", "clicks_unique")
          .counts("unsubscribes", "complaints", "forwards", "orders")
          .amounts("revenue")
          .noneWhereEmpty(
              "bounces_hard",
              "bounces_soft",
              "unsubscribes",
              "complaints",
              "forwards",
              "orders",
              "revenue")
          .parts("recipients", "delivered", "bounces_hard", "bounces_soft")
          .parts("delivered", "opens_unique", "clicks_unique", "unsubscribes", "complaints")
          .parts("opens_total", "opens_unique")
          .parts("opens_unique", "opens_machine")
          .parts("clicks_total", "clicks_unique")
          .apart("delivered", "bounces_hard", "bounces_soft")
          .overlapping("opens_unique", "clicks_unique")
          .repeats("opens_total", "opens_unique")
          .repeats("clicks_total", "clicks_unique")
          .things("messages", "recipients", "delivered", "bounces_hard", "bounces_soft")
          .things("opens", "opens_total", "opens_unique", "opens_machine")
          .things("clicks", "clicks_total", "clicks_unique")
          .things("purchases", "orders")
          .things(Relations.SALES, "revenue")
          .rates("delivered", "forwards", "orders")
          .rates("recipients", "forwards", "orders")
          .rates(
              "opens_unique", "clicks_unique", "unsubscribes", "complaints", "forwards", "orders")
          .rates("clicks_unique", "unsubscribes", "orders")
          .without("delivered", "bounces_hard", "bounces_soft")
          .build();

  static final Dataset EMAIL_LINKS =
      dataset("email_links")
          .key("link_id")
          .identifiers("campaign_id")
          .dimensions("campaign", "list", "url", "offer")
          .timestamps("sent_at")
          .counts("clicks_total", "clicks_unique")
          .parts("clicks_total", "clicks_unique")
          .repeats("clicks_total", "clicks_unique")
          .build();

  static final Dataset EMAIL_RECIPIENTS =
      dataset("email_recipients")
          .key("message_id")
          .identifiers("customer_key", "campaign_id")
          .dimensions("campaign", "list")
          .flags("is_delivered", "is_opened", "is_clicked", "is_customer")
          .timestamps("sent_at")
          .rowsAre("messages")
          .things("customers", "customer_key")
          .build();

  static final Dataset ADS =
      dataset("ad_performance")
          .dimensions("campaign", "ad_group", "ad", "keyword", "network", "channel")
          .dimensions("device", "country", "stage", "offer", "result_type", "attribution")
          .dimensions("currency")
          .identifiers("post_id")
          .flags("vat_included")
          .amounts("cost")
          .counts("impressions", "eligible_impressions", "clicks", "link_clicks", "interactions")
          .counts("video_views")
          .people("reach")
          .decimal("conversions", COUNT, ADDITIVE)
          .amounts("conversion_value")
          .decimal("results", COUNT, ADDITIVE)
          .noneWhereEmpty(
              "link_clicks",
              "interactions",
              "video_views",
              "conversions",
              "conversion_value",
              "results")
          .parts("clicks", "link_clicks")
          .parts("impressions", "clicks")
          .parts("eligible_impressions", "impressions")
          .steps("result_type")
          .steps("attribution")
          .things("impressions", "impressions", "eligible_impressions")
          .things("clicks", "clicks", "link_clicks")
          .things("costs", "cost")
          .things(Relations.SALES, "conversion_value")
          .things("video views", "video_views")
          .things(Relations.CONVERSIONS, "conversions", "results")
          .things("reached people", "reach")
          .rates("impressions", "interactions", "video_views", "conversions", "results")
          .rates(
              "reach",
              "clicks",
              "link_clicks",
              "interactions",
              "video_views",
              "conversions",
              "results")
          .rates("clicks", "conversions", "results")
          .rates("link_clicks", "conversions", "results")
          .rates("interactions", "conversions", "results")
          .rates("video_views", "clicks", "link_clicks", "conversions", "results")
          .rates("cost", "conversion_value")
          .rates("conversion_value", "cost")
          .build();

  static final Dataset EXPERIMENTS =
      dataset("experiments")
          .dimensions("experiment", "variant")
          .counts("participants", "conversions")
          .amounts("revenue")
          .parts("participants", "conversions")
          .things("people", "participants")
          .things(Relations.SALES, "revenue")
          .things(Relations.CONVERSIONS, "conversions")
          .build();

  static final Dataset CONTENT =
      dataset("content_items")
          .key("item_id")
          .dimensions("title", "url", "author", "content_type", "topic", "stage", "status")
          .dimensions("currency")
          .timestamps("published_at")
          .amounts("cost")
          .things("costs", "cost")
          .build();

  static final Dataset COSTS =
      dataset("costs")
          .dimensions("category", "channel", "campaign", "stage", "offer", "vendor", "currency")
          .flags("vat_included")
          .amounts("cost")
          .things("costs", "cost")
          .build();

  static final Dataset PLANS =
      dataset("plans_targets")
          .dimensions("kpi_id", "channel", "campaign", "stage", "currency")
          .amounts("planned_cost")
          .decimal("target", COUNT, LEVEL)
          .things("plans", "planned_cost", "target")
          .build();

  private MarketingDatasets() {}
}
