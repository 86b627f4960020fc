package io.retainer.connector.social;

import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A list of posts with their links and counters, whoever wrote it. The links say which network it
 * is of.
 */
final class PostList {

  private static final Headings HEADINGS = Headings.load(PostList.class, "post-list-headings.txt");
  private static final List<String> KEYS = List.of("url", "published_at");
  private static final List<String> COUNTS =
      List.of(
          "impressions",
          "views",
          "reach",
          "likes",
          "comments",
          "shares",
          "saves",
          "link_clicks",
          "follows");

  private final String network;
  private final Pattern link;
  private final Table table;

  /**
   * @param link finds the post's own id in its link, as the first group
   */
  private PostList(String network, Pattern link, Table table) {
    this.network = network;
    this.link = link;
    this.table = table;
  }

  /** The list in a sheet, if it has counters and its first link is of the network. */
  static Optional<PostList> in(Sheet sheet, String network, Pattern link) throws IOException {
    return Table.find(sheet, HEADINGS, KEYS)
        .filter(table -> COUNTS.stream().anyMatch(table.columns()::has))
        .filter(table -> isOf(link, sheet, table))
        .map(table -> new PostList(network, link, table));
  }

  private static boolean isOf(Pattern link, Sheet sheet, Table table) {
    try {
      for (Row row : sheet.head()) {
        String url = row.cell(table.columns().index("url"));
        if (row.line() > table.columns().line() && !url.isBlank()) {
          return link.matcher(url).find();
        }
      }
      return false;
    } catch (IOException unreadable) {
      return false;
    }
  }

  void read(ReadSettings settings, FactSink sink) throws IOException {
    new PostTable(table, settings, values(table.columns()), COUNTS, List.of()).read(network, sink);
  }

  private Values values(Columns columns) {
    String shown = columns.has("impressions") ? "impressions" : "views";
    return new Values()
        .with("post_id", this::id)
        .with("network", fields -> network)
        .with(columns.has("post_type"), "post_type", fields -> fields.text("post_type"))
        .with("title", fields -> PostTitle.of(fields.text("title")))
        .with("url", fields -> fields.text("url"))
        .with("published_at", fields -> fields.time("published_at"))
        .count(columns, "impressions", shown)
        .count(columns, "reach", "reach")
        .with(columns.has("likes"), "engagements", PostList::engagements)
        .count(columns, "likes", "likes")
        .count(columns, "comments", "comments")
        .count(columns, "shares", "shares")
        .count(columns, "saves", "saves")
        .count(columns, "link_clicks", "link_clicks")
        .count(columns, "follows", "follows");
  }

  private Object id(Fields fields) {
    String url = fields.text("url");
    Matcher matcher = link.matcher(url == null ? "" : url);
    if (url == null || matcher.find()) {
      return url == null ? null : matcher.group(1);
    }
    return fields.refuse(
        fields.columns().index("url"),
        "a link to a post in " + network,
        "Give each network's posts in a file of its own.");
  }

  private static Object engagements(Fields fields) {
    return Sums.of(
        fields.count("likes"),
        fields.count("comments"),
        fields.count("shares"),
        fields.count("saves"));
  }
}
