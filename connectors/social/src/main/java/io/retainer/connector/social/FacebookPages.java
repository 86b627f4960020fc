package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Page Insights of Facebook, as they were exported before Meta Business Suite. */
public final class FacebookPages extends TableConnector {

  static final String NETWORK = "facebook";
  static final Headings HEADINGS = Headings.load(FacebookPages.class, "facebook-page-headings.txt");

  private static final List<String> POSTS =
      List.of("post_id", "url", "published_at", "impressions", "reach");
  private static final List<String> DAYS = List.of("date", "page_likes", "new_likes", "page_reach");
  private static final List<String> COUNTS =
      List.of(
          "page_likes",
          "followers",
          "new_likes",
          "unlikes",
          "page_reach",
          "page_impressions",
          "page_video_views");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("facebook-pages", "Facebook Page Insights")
        .about("Posts of a page, and the page day by day, as Page Insights exported them.")
        .export(
            "Page Insights, up to 2023",
            "On the page opened Insights, Export Data, Page data or Post data. Newer exports are"
                + " those of Meta Business Suite.")
        .layout("posts, with two rows of headings", Evidence.SEEN)
        .layout("workbook with likes, comments and shares in a sheet beside", Evidence.REMEMBERED)
        .layout("a page day by day", Evidence.REPORTED)
        .fills(Datasets.SOCIAL_POSTS, "posts, with the key metrics since publication")
        .fills(Datasets.SOCIAL_ACCOUNTS, "days of the page")
        .languages(Evidence.SEEN, "en")
        .note("People who like the page are its followers, unless the file counts these too.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (Table.find(sheet, HEADINGS, POSTS).isPresent()) {
        return Recognition.as("posts of a page");
      }
      if (Table.find(sheet, HEADINGS, DAYS).isPresent()) {
        return Recognition.as("a page day by day");
      }
    }
    return Recognition.refused(
        "No table has the headings Post ID, Permalink, Posted and Lifetime Post Total Reach, or"
            + " Date, Lifetime Total Likes and Daily New Likes, as Facebook's Page Insights do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    FacebookStories stories = FacebookStories.in(content);
    for (Sheet sheet : content.sheets()) {
      Optional<Table> posts = Table.find(sheet, HEADINGS, POSTS);
      Optional<Table> days = Table.find(sheet, HEADINGS, DAYS);
      if (posts.isPresent()) {
        new FacebookPosts(posts.get(), settings, stories).read(sink);
      } else if (days.isPresent()) {
        new DayTable(days.get(), settings, values(days.get().columns()), COUNTS)
            .ordinarily(DateOrder.MONTH_FIRST)
            .leavingOut(fields -> explanation(fields, "date"))
            .read(NETWORK, sink);
      }
    }
  }

  private static Values values(Columns columns) {
    String followers = columns.has("followers") ? "followers" : "page_likes";
    return new Values()
        .with("network", fields -> NETWORK)
        .count(columns, "followers", followers)
        .count(columns, "followers_gained", "new_likes")
        .count(columns, "followers_lost", "unlikes")
        .with(columns.has("unlikes"), "follower_change", FacebookPages::change)
        .count(columns, "reach", "page_reach")
        .count(columns, "impressions", "page_impressions")
        .count(columns, "video_views", "page_video_views");
  }

  private static Object change(Fields fields) {
    Long won = fields.count("new_likes");
    Long lost = fields.count("unlikes");
    return won == null || lost == null ? null : (Object) (won - lost);
  }

  /** The second row of headings: nothing where the id or the day is, and sentences elsewhere. */
  static Optional<String> explanation(Fields fields, String key) {
    boolean isSentences =
        fields.text(key) == null
            && fields.row().cells().stream()
                .anyMatch(cell -> cell.startsWith("Lifetime:") || cell.startsWith("Daily:"));
    return isSentences ? Optional.of("a second row of headings") : Optional.empty();
  }
}
