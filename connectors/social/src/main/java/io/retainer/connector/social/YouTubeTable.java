package io.retainer.connector.social;

import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A table of an export and what it is about.
 *
 * @param table null for {@link Kind#NONE}
 */
record YouTubeTable(Kind kind, Table table) {

  /** What the rows are. */
  enum Kind {
    VIDEOS,
    DAYS,
    /** Days of a figure that others have too, such as impressions: read beside another table. */
    FURTHER_DAYS,
    /** Days of single videos or sources, those in the chart only. */
    CHART,
    /** Views of the channel by traffic source, country, age or the like. */
    SUMMARY,
    NONE
  }

  private static final Headings HEADINGS =
      Headings.load(YouTubeTable.class, "youtube-headings.txt");

  /** What a chart may show of its videos. */
  private static final List<String> DRAWN =
      List.of("views", "engaged_views", "watch_hours", "revenue", "impressions", "net_subscribers");

  private static final List<String> OF_VIDEOS =
      List.of("content", "title", "published_at", "views");

  static YouTubeTable in(Sheet sheet) throws IOException {
    for (String key : List.of("views", "engaged_views", "unique_viewers", "views_share", "date")) {
      Optional<Table> table = Table.find(sheet, HEADINGS, List.of(key));
      // The export has nothing before its headings; tables of other tools with a preamble do.
      if (table.isPresent() && table.get().preamble().stream().allMatch(Row::isBlank)) {
        return new YouTubeTable(kind(table.get().columns()), table.get());
      }
    }
    return new YouTubeTable(Kind.NONE, null);
  }

  /** The name of a file of videos that came together with another of the same export. */
  static Optional<String> besideVideos(SourceFile file) {
    for (SourceFile sibling : file.siblings()) {
      try {
        for (Sheet sheet : FileContent.of(sibling).sheets()) {
          if (in(sheet).kind() == Kind.VIDEOS) {
            return Optional.of(sibling.name());
          }
        }
      } catch (IOException unreadable) {
        // It is told of when it is read itself.
      }
    }
    return Optional.empty();
  }

  private static Kind kind(Columns columns) {
    boolean isDated = columns.index("date") == 0;
    boolean isWhole = columns.unknown().isEmpty() && !columns.has("content");
    if (isDated && isWhole && !columns.has("title") && columns.width() > 1) {
      boolean isTelling = columns.has("views") || columns.has("unique_viewers");
      return isTelling ? Kind.DAYS : Kind.FURTHER_DAYS;
    }
    if (isDated && columns.width() > 2 && isChart(columns)) {
      return Kind.CHART;
    }
    if (!isDated && columns.hasAll(OF_VIDEOS)) {
      return Kind.VIDEOS;
    }
    boolean isSummary =
        columns.has("view_seconds") && columns.has("watch_hours") || columns.has("views_share");
    return isSummary && !columns.has("date") ? Kind.SUMMARY : Kind.NONE;
  }

  /** Date, what is drawn, perhaps its title and duration, and one measure. */
  private static boolean isChart(Columns columns) {
    int last = columns.width() - 1;
    return DRAWN.stream().anyMatch(key -> columns.index(key) == last)
        && (columns.has("content") || columns.unknown().size() == 1 && columns.width() == 3);
  }

  /** Whether its rows are days of the whole channel, of whatever figure. */
  boolean isOfDays() {
    return kind == Kind.DAYS || kind == Kind.FURTHER_DAYS;
  }

  /** Whether its first row may hold the totals of the channel. */
  boolean isSummed() {
    return kind == Kind.VIDEOS || kind == Kind.SUMMARY;
  }
}
