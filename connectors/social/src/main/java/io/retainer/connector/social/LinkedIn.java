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

/** The analytics of LinkedIn: pages, and members' own. */
public final class LinkedIn extends TableConnector {

  static final String NETWORK = "linkedin";
  static final Headings HEADINGS = Headings.load(LinkedIn.class, "linkedin-headings.txt");

  private static final List<String> COUNTS =
      List.of(
          "impressions",
          "impressions_organic",
          "impressions_paid",
          "unique_impressions",
          "clicks",
          "reactions",
          "comments",
          "shares",
          "followers_total",
          "page_views");

  /** A sheet of a page's exports with a row for each day, or for each post. */
  private enum Layout {
    POSTS("posts of a page", "title", "url", "published_at", "post_impressions"),
    CONTENT("content of a page day by day", "date", "impressions", "impressions_organic"),
    FOLLOWERS("new followers of a page day by day", "date", "followers_organic", "followers_total"),
    VISITORS("visitors of a page day by day", "date", "page_views");

    private final String words;
    private final List<String> keys;

    Layout(String words, String... keys) {
      this.words = words;
      this.keys = List.of(keys);
    }

    Optional<Table> in(Sheet sheet) throws IOException {
      return Table.find(sheet, HEADINGS, keys);
    }
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(NETWORK, "LinkedIn")
        .about("Pages and members: posts, days, followers and visitors.")
        .export(
            "a page's Content, Followers or Visitors",
            "On the page open Analytics, choose Content, Followers or Visitors, and press Export.")
        .export("a member's own", "On your profile open Analytics, Posts, and press Export.")
        .layout(
            "page: Content with the sheets Metrics and All posts, XLS or XLSX", Evidence.REPORTED)
        .layout("page: Followers and Visitors, XLS or XLSX", Evidence.REPORTED)
        .layout("page: one sheet of Content, Followers or Visitors as CSV", Evidence.SEEN)
        .layout("member: Content, with days, followers and the fifty best posts", Evidence.SEEN)
        .fills(Datasets.SOCIAL_POSTS, "posts of a page; the best posts of a member")
        .fills(Datasets.SOCIAL_ACCOUNTS, "days; a member's reach for all days together")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REPORTED, "es", "pt-BR")
        .languages(Evidence.REMEMBERED, "fr", "de", "it", "ru", "pl")
        .note("LinkedIn writes its dates with the month first, in every language.")
        .note(
            "Engagements are clicks, reactions, comments and reposts. LinkedIn takes those that"
                + " were withdrawn off the day of the withdrawal, so a day may be below zero.")
        .note("Followers of a page come as new ones of each day, though the column says total.")
        .note(
            "Unique impressions are of organic posts only: they are taken for reach on days without"
                + " sponsored ones.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      for (Layout layout : Layout.values()) {
        if (layout.in(sheet).isPresent()) {
          return Recognition.as(layout.words);
        }
      }
    }
    return LinkedInMember.isIn(content)
        ? Recognition.as("a member's own analytics")
        : Recognition.refused(
            "No table has the headings Date, Impressions (organic) and Impressions (total), or Post"
                + " title, Post link and Created date, or Date, Organic followers and Total"
                + " followers, or Total page views (total), as the exports of LinkedIn do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    if (LinkedInMember.isIn(content)) {
      new LinkedInMember(content, settings, sink).read();
      return;
    }
    for (Sheet sheet : content.sheets()) {
      for (Layout layout : Layout.values()) {
        Optional<Table> table = layout.in(sheet);
        if (table.isPresent()) {
          read(layout, table.get(), settings, sink);
          break;
        }
      }
    }
  }

  private static void read(Layout layout, Table table, ReadSettings settings, FactSink sink)
      throws IOException {
    if (layout == Layout.POSTS) {
      new LinkedInPosts(table, settings).read(sink);
    } else {
      days(table, settings, values(layout, table.columns()), COUNTS).read(NETWORK, sink);
    }
  }

  static DayTable days(Table table, ReadSettings settings, Values values, List<String> counts) {
    return new DayTable(table, settings, values, counts).ordinarily(DateOrder.MONTH_FIRST);
  }

  private static Values values(Layout layout, Columns columns) {
    Values values = new Values().with("network", fields -> NETWORK);
    return switch (layout) {
      case FOLLOWERS -> values.count(columns, "followers_gained", "followers_total");
      case VISITORS -> values.count(columns, "profile_views", "page_views");
      default ->
          values
              .count(columns, "impressions", "impressions")
              .with(
                  columns.has("unique_impressions") && columns.has("impressions_paid"),
                  "reach",
                  LinkedIn::reach)
              .with(columns.has("reactions"), "engagements", LinkedIn::engagements);
    };
  }

  private static Object reach(Fields fields) {
    Long paid = fields.count("impressions_paid");
    Long unique = fields.count("unique_impressions");
    return paid != null && paid == 0 ? unique : null;
  }

  /** Reactions taken back stand under the day of their taking back: {@code -167}, as genuine. */
  private static Object engagements(Fields fields) {
    return Sums.of(
        fields.count("clicks"),
        fields.integer("reactions"),
        fields.integer("comments"),
        fields.integer("shares"));
  }
}
