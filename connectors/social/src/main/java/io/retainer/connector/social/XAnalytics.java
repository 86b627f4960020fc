package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The analytics of X, formerly Twitter. */
public final class XAnalytics extends TableConnector {

  static final String NETWORK = "x";

  private static final Headings HEADINGS = Headings.load(XAnalytics.class, "x-headings.txt");
  private static final List<String> POSTS =
      List.of("post_id", "text", "time", "impressions", "engagements");
  private static final List<String> DAYS =
      List.of("time", "impressions", "engagements", "new_follows", "unfollows");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("x-analytics", "X (Twitter)")
        .about("Posts with their counters, and the account day by day.")
        .export("Content, for posts", "In X open Premium, Analytics, Content, and download.")
        .export(
            "Overview, for the account", "In X open Premium, Analytics, Overview, and download.")
        .layout("Posts of 2015 to 2023 (tweet_activity_metrics, 40 columns)", Evidence.SEEN)
        .layout("Posts since 2024 (account_analytics_content)", Evidence.REPORTED)
        .layout(
            "Days since 2024 (account_overview_analytics), which know new followers and no followers",
            Evidence.SEEN)
        .fills(Datasets.SOCIAL_POSTS, "each post")
        .fills(Datasets.SOCIAL_ACCOUNTS, "each day of the overview")
        .languages(Evidence.SEEN, "en")
        .note("Engagements are the network's own number.")
        .note("Upload the files as they were downloaded: Excel rounds the ids of posts.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (find(sheet, POSTS).isPresent()) {
        return Recognition.as("posts");
      }
      if (find(sheet, DAYS).isPresent()) {
        return Recognition.as("account day by day");
      }
    }
    return Recognition.refused(
        "No table has the headings Tweet id or Post id, text, impressions and engagements, or"
            + " Impressions, Engagements, New follows and Unfollows, as the exports of X do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> posts = find(sheet, POSTS);
      Optional<Table> days = find(sheet, DAYS);
      if (posts.isPresent()) {
        new XPosts(posts.get(), settings).read(sink);
      } else if (days.isPresent()) {
        new XDays(days.get(), settings).read(sink);
      }
    }
  }

  private static Optional<Table> find(Sheet sheet, List<String> keys) throws IOException {
    return Table.find(sheet, HEADINGS, keys);
  }
}
