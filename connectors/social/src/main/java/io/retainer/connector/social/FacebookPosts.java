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
import java.util.regex.Pattern;

/** The posts of a page. */
final class FacebookPosts {

  private static final List<String> COUNTS =
      List.of(
          "reach", "paid_reach", "impressions", "paid_impressions", "likes", "comments", "shares");
  private static final Pattern ID = Pattern.compile("\\d+(_\\d+)?(:\\d+)?");

  private final Table table;
  private final ReadSettings settings;
  private final FacebookStories stories;

  FacebookPosts(Table table, ReadSettings settings, FacebookStories stories) {
    this.table = table;
    this.settings = settings;
    this.stories = stories;
  }

  void read(FactSink sink) throws IOException {
    new PostTable(table, settings, values(table.columns()), COUNTS, List.of())
        .ordinarily(DateOrder.MONTH_FIRST)
        .leavingOut(fields -> FacebookPages.explanation(fields, "post_id"))
        .read(FacebookPages.NETWORK, sink);
  }

  private Values values(Columns columns) {
    Values values =
        new Values()
            .with("post_id", FacebookPosts::id)
            .with("network", fields -> FacebookPages.NETWORK)
            .with(columns.has("post_type"), "post_type", fields -> fields.text("post_type"))
            .with("title", fields -> PostTitle.of(fields.text("title")))
            .with("url", fields -> fields.text("url"))
            .with(columns.has("paid_impressions"), "is_paid", FacebookPosts::isPaid)
            .with("published_at", fields -> fields.time("published_at"))
            .count(columns, "impressions", "impressions")
            .count(columns, "paid_impressions", "paid_impressions")
            .count(columns, "reach", "reach")
            .count(columns, "paid_reach", "paid_reach");
    for (String story : FacebookStories.KINDS) {
      boolean isBeside = !columns.has(story) && stories.has(story);
      values
          .count(columns, story, story)
          .with(isBeside, story, fields -> stories.of(fields.text("post_id"), story));
    }
    boolean isKnown = columns.has("likes") || stories.has("likes");
    return values.with(isKnown, "engagements", this::engagements);
  }

  private static Object id(Fields fields) {
    String id = fields.text("post_id");
    return id == null || ID.matcher(id).matches()
        ? id
        : fields.refuse(
            fields.columns().index("post_id"),
            "the whole id of the post, in digits",
            "Excel has rounded the ids: download the export again and upload it without opening"
                + " it in Excel.");
  }

  private static Object isPaid(Fields fields) {
    Long paid = fields.count("paid_impressions");
    return paid == null ? null : paid > 0;
  }

  private Object engagements(Fields fields) {
    Long[] parts =
        FacebookStories.KINDS.stream()
            .map(
                story ->
                    fields.columns().has(story)
                        ? fields.count(story)
                        : stories.of(fields.text("post_id"), story))
            .toArray(Long[]::new);
    return Sums.of(parts);
  }
}
