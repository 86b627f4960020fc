package io.retainer.connector.social;

import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadIssue;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The advanced mode of YouTube Studio's analytics. */
public final class YouTubeStudio extends TableConnector {

  static final String NETWORK = "youtube";

  static final String LIFETIME = "youtube-lifetime";

  /** Of a table with a row Total, which counts all the same; Totals.csv has all days. */
  private static final int MOST_ROWS = 500;

  private static final List<String> COUNTS =
      List.of(
          "views",
          "net_subscribers",
          "subscribers_gained",
          "subscribers_lost",
          "impressions",
          "unique_viewers",
          "likes",
          "comments",
          "shares");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(NETWORK, "YouTube Studio")
        .about("Videos of a channel with their counters, and the channel day by day.")
        .export(
            "advanced mode of Analytics",
            "In YouTube Studio open Analytics, Advanced mode, tab Content, choose the days, and"
                + " download as CSV. Give the whole ZIP.")
        .layout("ZIP of Table data, Chart data and Totals, or single files of it", Evidence.SEEN)
        .layout("Table data of 2019 to 2021, whose first heading is Video", Evidence.REPORTED)
        .layout("Totals by weeks or months", Evidence.REMEMBERED)
        .layout(
            "tables by traffic source, country and the like: their row Total, when the days are"
                + " known",
            Evidence.SEEN)
        .refuses("Chart data alone: it holds chosen videos only")
        .refuses("tables by traffic source, country, age and the like alone; days of engaged views")
        .fills(Datasets.SOCIAL_POSTS, "videos")
        .fills(Datasets.SOCIAL_ACCOUNTS, "days of Totals; the row Total for all days together")
        .languages(Evidence.SEEN, "en", "de", "pt-BR")
        .languages(Evidence.REPORTED, "fr", "es", "ru")
        .languages(Evidence.REMEMBERED, "be", "uk", "fi", "it", "pl")
        .note(
            "Counters are those of the days chosen. Videos published before them are left out;"
                + " choose Lifetime to have all. A single Table data does not say its days: give"
                + " Totals of the same export with it, whose days then add up to the row Total, or"
                + " name the period.")
        .setting(
            LIFETIME,
            "yes: a file that does not say its days has the counters since publication, as"
                + " Lifetime was chosen in YouTube Studio",
            ColumnType.TEXT)
        .note("Impressions are those of thumbnails, so views may be more than impressions.")
        .note(
            "The row Total is compared with the videos when none is left out; it counts removed"
                + " videos too, so the list may add up to less.")
        .note("Videos without a day of publication (private, unlisted, planned) are passed over.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    boolean isPart = false;
    boolean isCompanion = false;
    for (Sheet sheet : content.sheets()) {
      YouTubeTable table = YouTubeTable.in(sheet);
      switch (table.kind()) {
        case VIDEOS -> {
          return Recognition.as("videos");
        }
        case DAYS -> {
          return Recognition.as("days of a channel");
        }
        case CHART, FURTHER_DAYS -> {
          isPart |= table.kind() == YouTubeTable.Kind.CHART || isOfStudio(table);
          isCompanion = true;
        }
        case SUMMARY -> isPart = true;
        default -> {}
      }
    }
    if (isCompanion && YouTubeTable.besideVideos(file).isPresent()) {
      return Recognition.as("part of an export whose files came unpacked");
    }
    return isPart
        ? Recognition.notRead(
            "This is a part of a YouTube export that no dataset keeps: a chart of chosen videos,"
                + " days of engaged views or revenue, or views by traffic source, country or the like. Upload the whole ZIP, or"
                + " Table data of the tab Content.")
        : Recognition.refused(
            "No table has the headings Content, Video title, Video publish time and Views, or"
                + " Date and Views alone, as the exports of YouTube Studio do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<DateSpan> period = YouTubePeriod.of(file, content, settings);
    boolean isSingle = content.sheets().size() == 1;
    Optional<String> videos = isSingle ? YouTubeTable.besideVideos(file) : Optional.empty();
    boolean isAlone = isSingle && videos.isEmpty();
    boolean isLifetime = isLifetime(settings);
    for (Sheet sheet : content.sheets()) {
      YouTubeTable found = YouTubeTable.in(sheet);
      boolean isOfDays =
          found.kind() == YouTubeTable.Kind.DAYS
              || found.kind() == YouTubeTable.Kind.FURTHER_DAYS && !isAlone;
      if (isOfDays && days(found.table().columns()).columns().size() > 1) {
        Table table = found.table();
        new DayTable(table, settings, days(table.columns()), COUNTS)
            .limitedTo(MOST_ROWS)
            .read(NETWORK, sink);
      } else if (found.kind() == YouTubeTable.Kind.VIDEOS && period.isEmpty() && !isLifetime) {
        sink.issue(daysAsked());
      } else if (found.kind() == YouTubeTable.Kind.VIDEOS) {
        new YouTubeVideos(found.table(), settings, period).read(sink);
      } else if (found.kind() != YouTubeTable.Kind.NONE) {
        passOver(found, videos, sink);
      }
      if (found.isSummed() && period.isPresent()) {
        new YouTubeChannel(found.table(), settings, period.get()).read(sink);
      }
    }
  }

  private static boolean isLifetime(ReadSettings settings) {
    return settings.values().getOrDefault(LIFETIME, "").strip().equalsIgnoreCase("yes");
  }

  /** Views of a month that are taken for those since publication would be in every report. */
  private static ReadIssue daysAsked() {
    return ReadIssue.ofFile(
        "a table of videos that does not say of which days its views are, and no Totals beside it"
            + " whose days add up to its row Total",
        "the days that were chosen in YouTube Studio",
        "Name the period, such as 2026-10-01..2026-10-31, or give the whole ZIP. If Lifetime was"
            + " chosen, set "
            + LIFETIME
            + " to yes.");
  }

  /** Engaged views and estimated revenue are YouTube's own words. */
  private static boolean isOfStudio(YouTubeTable table) {
    Columns columns = table.table().columns();
    return columns.has("engaged_views") || columns.has("revenue");
  }

  static Values days(Columns columns) {
    return new Values()
        .with("network", fields -> NETWORK)
        .count(columns, "video_views", "views")
        .change(columns, "follower_change", "net_subscribers")
        .count(columns, "followers_gained", "subscribers_gained")
        .count(columns, "followers_lost", "subscribers_lost")
        .with(columns.has("unique_viewers"), "reach", YouTubeVideos::viewers)
        .count(columns, "impressions", "impressions")
        .with(columns.has("likes"), "engagements", YouTubeVideos::engagements);
  }

  static List<String> counts() {
    return COUNTS;
  }

  private static void passOver(YouTubeTable found, Optional<String> videos, FactSink sink)
      throws IOException {
    String what =
        switch (found.kind()) {
          case CHART -> "a chart of chosen rows, not of the whole channel";
          case DAYS, FURTHER_DAYS -> "a figure that no dataset keeps";
          default -> "a part of the channel's views, which no dataset keeps";
        };
    String reason =
        videos.map(name -> "belongs to " + name + " and was read with it: ").orElse("") + what;
    sink.passedOver(found.table().columns().line(), reason);
    found.table().eachRow(row -> sink.passedOver(row.line(), reason));
  }
}
