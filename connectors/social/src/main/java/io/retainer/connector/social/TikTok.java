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

/** The analytics of TikTok. */
public final class TikTok extends TableConnector {

  static final String NETWORK = "tiktok";

  private static final Headings HEADINGS = Headings.load(TikTok.class, "tiktok-headings.txt");

  /** A file of an export. */
  private enum Layout {
    VIDEOS("videos", "link", "posted_at", "total_views"),
    VIDEOS_OF_STUDIO("videos", "link", "posted_at", "video_views"),
    OVERVIEW("account day by day", "date", "video_views", "profile_views"),
    FOLLOWERS("followers day by day", "date", "followers", "follower_change"),
    VIEWERS("viewers day by day", "date", "viewers"),
    GROWTH("followers day by day", "date", "followers_gained", "followers_lost");

    private boolean isOfVideos() {
      return this == VIDEOS || this == VIDEOS_OF_STUDIO;
    }

    private final String words;
    private final List<String> keys;

    Layout(String words, String... keys) {
      this.words = words;
      this.keys = List.of(keys);
    }

    private Optional<Table> find(Sheet sheet) throws IOException {
      return Table.find(sheet, HEADINGS, keys);
    }
  }

  private static final List<List<String>> AUDIENCE =
      List.of(List.of("date", "hour", "active"), List.of("group", "share"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(NETWORK, "TikTok")
        .about("An account day by day, and its videos.")
        .export(
            "Overview, Followers, Viewers and Content",
            "In TikTok Studio open Analytics and press Download data; CSV, XLSX or the ZIP they come"
                + " in.")
        .layout("Overview of 2021 (\"Last 60 days.csv\") and its Video Posts", Evidence.SEEN)
        .layout("Overview, FollowerHistory, Viewers and Content since 2024", Evidence.SEEN)
        .layout("Overview, growth and videos of TikTok Studio since 2025", Evidence.SEEN)
        .refuses(
            "Audience (gender, territories, activity) alone: no dataset keeps it; in an archive it is"
                + " passed over")
        .fills(Datasets.SOCIAL_ACCOUNTS, "days of Overview, Followers and Viewers")
        .fills(Datasets.SOCIAL_POSTS, "videos of Content and Video Posts")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REPORTED, "pt")
        .note(
            "Newer files leave the year out of their dates. A video's year is found in its id; for"
                + " days, name the period when you upload them, or keep the day of export in the"
                + " file's name.")
        .note("Engagements are likes, comments and shares.")
        .note("Headings of further languages are translated, and were never seen.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    boolean isAudience = false;
    for (Sheet sheet : content.sheets()) {
      for (Layout layout : Layout.values()) {
        if (layout.find(sheet).isPresent()) {
          return Recognition.as(layout.words);
        }
      }
      isAudience |= audience(sheet).isPresent();
    }
    if (isAudience) {
      return Recognition.notRead(
          "This is TikTok's table of an audience, and no dataset keeps shares of an audience."
              + " Upload Overview, Followers, Viewers or Content.");
    }
    return Recognition.refused(
        "No table has the headings Date, Video views and Profile views, or Video link, Post time"
            + " and Total views, as the exports of TikTok do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      read(file, sheet, settings, sink);
    }
  }

  private static void read(SourceFile file, Sheet sheet, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Layout layout : Layout.values()) {
      Optional<Table> table = layout.find(sheet);
      if (table.isPresent()) {
        var days = new TikTokDays(file.name(), table.get(), settings);
        if (layout.isOfVideos()) {
          new TikTokVideos(table.get(), days, settings).read(sink);
        } else {
          new TikTokAccount(table.get(), days, settings).read(sink);
        }
        return;
      }
    }
    Optional<Table> audience = audience(sheet);
    if (audience.isPresent()) {
      String reason = "shares of the audience, which no dataset keeps";
      sink.passedOver(audience.get().columns().line(), reason);
      audience.get().eachRow(row -> sink.passedOver(row.line(), reason));
    }
  }

  private static Optional<Table> audience(Sheet sheet) throws IOException {
    for (List<String> keys : AUDIENCE) {
      Optional<Table> found = Table.find(sheet, HEADINGS, keys);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
