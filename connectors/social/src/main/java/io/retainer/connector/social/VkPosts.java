package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.JsonValue;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The posts of a wall. */
final class VkPosts {

  private static final List<String> COUNTS = List.of("likes", "comments", "reposts", "views");
  private static final List<String> HEADINGS =
      List.of(
          "post_id",
          "published_at",
          "title",
          "post_type",
          "is_repost",
          "likes",
          "comments",
          "reposts",
          "views");
  private static final Headings KEYS =
      Headings.of(HEADINGS.stream().collect(Collectors.toMap(key -> key, List::of)));

  private VkPosts() {}

  static void read(JsonText json, VkAnswer answer, ReadSettings settings, FactSink sink)
      throws IOException {
    Table table =
        Table.find(json.sheet(HEADINGS, VkPosts::cells, answer.path()), KEYS, HEADINGS)
            .orElseThrow();
    String owner = answer.first().at("owner_id").text();
    new PostTable(table, settings, values(), COUNTS, List.of())
        .read(owner.isEmpty() ? VKontakte.NETWORK : VKontakte.NETWORK + " " + owner, sink);
  }

  private static List<String> cells(JsonValue post) {
    String seconds = post.at("date").text();
    String id = post.at("id").text();
    return List.of(
        id.isEmpty() ? "" : post.at("owner_id").text() + "_" + id,
        seconds.matches("\\d{9,11}")
            ? Instant.ofEpochSecond(Long.parseLong(seconds)).toString()
            : seconds,
        post.at("text").text(),
        post.has("attachments") ? post.at("attachments").at(0).at("type").text() : "text",
        String.valueOf(post.has("copy_history")),
        post.at("likes", "count").text(),
        post.at("comments", "count").text(),
        post.at("reposts", "count").text(),
        post.at("views", "count").text());
  }

  private static Values values() {
    return new Values()
        .with("post_id", fields -> fields.text("post_id"))
        .with("network", fields -> VKontakte.NETWORK)
        .with("post_type", fields -> fields.text("post_type"))
        .with("title", fields -> PostTitle.of(fields.text("title")))
        .with("url", fields -> "https://vk.com/wall" + fields.text("post_id"))
        .with("is_repost", fields -> fields.truth("is_repost"))
        .with("published_at", fields -> fields.time("published_at"))
        .with("impressions", fields -> fields.count("views"))
        .with("engagements", VkPosts::engagements)
        .with("likes", fields -> fields.count("likes"))
        .with("comments", fields -> fields.count("comments"))
        .with("shares", fields -> fields.count("reposts"));
  }

  private static Object engagements(Fields fields) {
    return Sums.of(fields.count("likes"), fields.count("comments"), fields.count("reposts"));
  }
}
