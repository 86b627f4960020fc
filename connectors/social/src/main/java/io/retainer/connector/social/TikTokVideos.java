package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The videos of an account. Their id stands in their link only. */
final class TikTokVideos {

  /** What the file calls a figure: the app says Total likes, TikTok Studio says Likes. */
  private static final Map<String, String> SHORTER =
      Map.of(
          "total_likes", "likes",
          "total_comments", "comments",
          "total_shares", "shares",
          "total_views", "video_views");

  private static final List<String> COUNTS =
      List.of(
          "total_likes",
          "total_comments",
          "total_shares",
          "total_views",
          "total_saves",
          "likes",
          "comments",
          "shares",
          "video_views");
  private static final Pattern LINK =
      Pattern.compile("(?:@([^/\\s]{1,60})/)?(?:video|photo)/(\\d{1,25})");

  private final Table table;
  private final TikTokDays days;
  private final ReadSettings settings;
  private final Values values;

  TikTokVideos(Table table, TikTokDays days, ReadSettings settings) {
    this.table = table;
    this.days = days;
    this.settings = settings;
    this.values = values(table.columns());
  }

  private Values values(Columns columns) {
    return new Values()
        .with("post_id", TikTokVideos::id)
        .with("network", fields -> TikTok.NETWORK)
        .with("title", fields -> PostTitle.of(fields.text("title")))
        .with("url", fields -> fields.text("link"))
        .with("published_at", fields -> posted(fields))
        .with("video_views", fields -> count(fields, "total_views"))
        .with("engagements", TikTokVideos::engagements)
        .with("likes", fields -> count(fields, "total_likes"))
        .with("comments", fields -> count(fields, "total_comments"))
        .with("shares", fields -> count(fields, "total_shares"))
        .with(columns.has("total_saves"), "saves", fields -> fields.count("total_saves"));
  }

  private LocalDateTime posted(Fields fields) {
    Matcher link = LINK.matcher(fields.row().cell(fields.columns().index("link")));
    Optional<LocalDateTime> ofId =
        MonthDays.parse(fields.row().cell(fields.columns().index("posted_at")))
            .filter(day -> link.find())
            .flatMap(day -> TikTokIds.dayOf(link.group(2), day))
            .map(day -> day.atStartOfDay());
    return ofId.isPresent() ? ofId.get() : days.time(fields, "posted_at");
  }

  private static Long count(Fields fields, String total) {
    return fields.count(fields.columns().has(total) ? total : SHORTER.get(total));
  }

  private static Object engagements(Fields fields) {
    return Sums.of(
        count(fields, "total_likes"),
        count(fields, "total_comments"),
        count(fields, "total_shares"),
        fields.count("total_saves"));
  }

  private static Object id(Fields fields) {
    String link = fields.required("link", fields.text("link"));
    Matcher matcher = LINK.matcher(link == null ? "" : link);
    if (matcher.find()) {
      return matcher.group(2);
    }
    fields.refuse(
        "link",
        "a link like https://www.tiktok.com/@name/video/7593820674163100946",
        "The link holds the video's id: complete the cell.");
    return null;
  }

  void read(FactSink sink) throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("posted_at"), COUNTS, List.of());
    if (forms.isPresent()) {
      TableWriter writer = sink.table(header());
      table.read(forms.get(), settings, fields -> video(fields, writer));
    }
  }

  private TableHeader header() throws IOException {
    return values.header(
        table, Datasets.SOCIAL_POSTS, Grain.EVENT, settings.account().orElse(handle()));
  }

  /** The account, as the links to its videos name it. */
  private String handle() throws IOException {
    for (Row row : table.sheet().head()) {
      Matcher link = LINK.matcher(row.cell(table.columns().index("link")));
      if (link.find() && link.group(1) != null) {
        return link.group(1);
      }
    }
    return TikTok.NETWORK;
  }

  private void video(Fields fields, TableWriter writer) {
    Object[] video = values.of(fields);
    LocalDateTime posted = posted(fields);
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(posted.toLocalDate()), video);
    } else {
      fields.rejectTo(writer);
    }
  }
}
