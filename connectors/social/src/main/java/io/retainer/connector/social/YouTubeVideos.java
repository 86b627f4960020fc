package io.retainer.connector.social;

import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The videos of a channel, with their counters of the days of the export. */
final class YouTubeVideos {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{11}");
  private static final BigDecimal HOUR = BigDecimal.valueOf(3600);
  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private final Table table;
  private final ReadSettings settings;
  private final Optional<DateSpan> period;

  YouTubeVideos(Table table, ReadSettings settings, Optional<DateSpan> period) {
    this.table = table;
    this.settings = settings;
    this.period = period;
  }

  void read(FactSink sink) throws IOException {
    if (period.isEmpty()) {
      sink.assumed(
          "The file does not say its days: as "
              + YouTubeStudio.LIFETIME
              + " says, its counters are taken for those since publication.");
    }
    new PostTable(
            table,
            settings,
            values(table.columns()),
            YouTubeStudio.counts(),
            List.of("watch_hours", "watch_minutes", "ctr", "viewed_share"))
        .leavingOut(this::leftOut)
        .addedUpIn(YouTubeVideos::isTotal)
        .read(YouTubeStudio.NETWORK, sink);
  }

  private Optional<String> leftOut(Fields fields) {
    if (fields.text("published_at") == null && id(fields) != null) {
      return Optional.of("a video without a day of publication: private, unlisted or planned");
    }
    LocalDate published = period.isEmpty() ? null : fields.day("published_at");
    return published != null && published.isBefore(period.get().start())
        ? Optional.of(
            "a video published before "
                + period.get().start()
                + ", whose counters since publication the export does not have")
        : Optional.empty();
  }

  /** The first row holds a word for the id, and no title. */
  static boolean isTotal(Fields fields) {
    String content = fields.text("content");
    return content != null
        && !ID.matcher(content).matches()
        && (!fields.columns().has("title") || fields.text("title") == null);
  }

  private static Values values(Columns columns) {
    return new Values()
        .with("post_id", YouTubeVideos::id)
        .with("network", fields -> YouTubeStudio.NETWORK)
        .with("post_type", fields -> "video")
        .with("title", fields -> PostTitle.of(fields.text("title")))
        .with("url", fields -> "https://www.youtube.com/watch?v=" + fields.text("content"))
        .with("published_at", fields -> fields.time("published_at"))
        .count(columns, "video_views", "views")
        .count(columns, "impressions", "impressions")
        .with(columns.has("unique_viewers"), "reach", YouTubeVideos::viewers)
        .with(columns.has("likes"), "engagements", YouTubeVideos::engagements)
        .change(columns, "likes", "likes")
        .change(columns, "comments", "comments")
        .count(columns, "shares", "shares")
        .count(columns, "follows", "subscribers_gained")
        .with(
            columns.has("watch_hours") || columns.has("watch_minutes"),
            "watch_seconds",
            YouTubeVideos::watched);
  }

  /** Over long spans YouTube does not tell viewers apart and writes 0 beside thousands of views. */
  static Object viewers(Fields fields) {
    Long viewers = fields.count("unique_viewers");
    boolean isUntold = viewers != null && viewers == 0 && fields.columns().has("views");
    Long views = isUntold ? fields.count("views") : null;
    return views != null && views > 0 ? null : viewers;
  }

  private static Object id(Fields fields) {
    String id = fields.text("content");
    return id == null || ID.matcher(id).matches()
        ? id
        : fields.refuse(
            fields.columns().index("content"),
            "the id of a video, eleven characters",
            "Download the export again and upload it without opening it in Excel.");
  }

  /** Likes and comments of some days are less those taken back, so that old videos lose some. */
  static Object engagements(Fields fields) {
    return Sums.of(fields.integer("likes"), fields.integer("comments"), fields.count("shares"));
  }

  private static Object watched(Fields fields) {
    BigDecimal hours = fields.decimal("watch_hours");
    BigDecimal minutes = hours == null ? fields.decimal("watch_minutes") : null;
    return hours != null ? hours.multiply(HOUR) : minutes == null ? null : minutes.multiply(MINUTE);
  }
}
