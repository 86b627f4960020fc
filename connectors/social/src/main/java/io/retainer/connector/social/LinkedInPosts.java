package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The posts of a page. Their id stands in their link only. */
final class LinkedInPosts {

  private static final List<String> COUNTS =
      List.of(
          "post_impressions",
          "post_views",
          "post_clicks",
          "post_likes",
          "post_comments",
          "post_shares",
          "post_follows");
  private static final Pattern URN =
      Pattern.compile("(?:activity|share|ugcPost)[:-](\\d{6,25})", Pattern.CASE_INSENSITIVE);
  private static final Set<String> ORGANIC =
      Set.of(
          "organic",
          "orgánica",
          "orgánico",
          "orgânica",
          "orgânico",
          "organique",
          "organisch",
          "organico",
          "organica",
          "обычная",
          "органическая",
          "organiczny");

  private final Table table;
  private final ReadSettings settings;

  LinkedInPosts(Table table, ReadSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  void read(FactSink sink) throws IOException {
    new PostTable(table, settings, values(table.columns()), COUNTS, List.of())
        .ordinarily(DateOrder.MONTH_FIRST)
        .read(LinkedIn.NETWORK, sink);
  }

  private static Values values(Columns columns) {
    return new Values()
        .with("post_id", LinkedInPosts::id)
        .with("network", fields -> LinkedIn.NETWORK)
        .with(columns.has("content_type"), "post_type", fields -> fields.text("content_type"))
        .with("title", fields -> PostTitle.of(fields.text("title")))
        .with("url", fields -> fields.text("url"))
        .with(columns.has("post_kind"), "is_paid", LinkedInPosts::isPaid)
        .with("published_at", fields -> fields.time("published_at"))
        .count(columns, "impressions", "post_impressions")
        .count(columns, "video_views", "post_views")
        .with(columns.has("post_likes"), "engagements", LinkedInPosts::engagements)
        .count(columns, "likes", "post_likes")
        .count(columns, "comments", "post_comments")
        .count(columns, "shares", "post_shares")
        .count(columns, "follows", "post_follows");
  }

  /** A post that a campaign promotes has a row for each campaign beside its own. */
  private static Object id(Fields fields) {
    String link = fields.text("url");
    Optional<String> urn = urn(link);
    String id = urn.orElse(link);
    String campaign = fields.text("campaign");
    return id == null || campaign == null ? id : id + " " + campaign;
  }

  /** The number of a post, which its links share: {@code urn:li:activity:7150000000000000001}. */
  static Optional<String> urn(String link) {
    Matcher urn = URN.matcher(link == null ? "" : link);
    return urn.find() ? Optional.of(urn.group(1)) : Optional.empty();
  }

  private static Object isPaid(Fields fields) {
    String kind = fields.text("post_kind");
    return kind == null ? null : !ORGANIC.contains(kind.toLowerCase(Locale.ROOT));
  }

  private static Object engagements(Fields fields) {
    return Sums.of(
        fields.count("post_clicks"),
        fields.count("post_likes"),
        fields.count("post_comments"),
        fields.count("post_shares"));
  }
}
