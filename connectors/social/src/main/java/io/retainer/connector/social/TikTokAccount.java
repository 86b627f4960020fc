package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** An account day by day: overview, followers or viewers. */
final class TikTokAccount {

  private static final List<String> COUNTS =
      List.of(
          "video_views",
          "profile_views",
          "likes",
          "comments",
          "shares",
          "followers",
          "follower_change",
          "followers_gained",
          "followers_lost",
          "viewers");

  private final Table table;
  private final TikTokDays days;
  private final ReadSettings settings;
  private final Values values;

  TikTokAccount(Table table, TikTokDays days, ReadSettings settings) {
    this.table = table;
    this.days = days;
    this.settings = settings;
    this.values = values(table.columns());
  }

  private static Values values(Columns columns) {
    return new Values()
        .with("network", fields -> TikTok.NETWORK)
        .with(columns.has("followers"), "followers", fields -> fields.count("followers"))
        .with(
            columns.has("follower_change"),
            "follower_change",
            fields -> fields.integer("follower_change"))
        .count(columns, "followers_gained", "followers_gained")
        .count(columns, "followers_lost", "followers_lost")
        .with(columns.has("viewers"), "reach", fields -> fields.count("viewers"))
        .with(columns.has("video_views"), "video_views", fields -> fields.count("video_views"))
        .with(
            columns.has("profile_views"), "profile_views", fields -> fields.count("profile_views"))
        .with(columns.has("likes"), "engagements", TikTokAccount::engagements);
  }

  /** Of one day, where taking back a like or a comment counts below zero. */
  private static Object engagements(Fields fields) {
    return Sums.of(fields.integer("likes"), fields.integer("comments"), fields.integer("shares"));
  }

  void read(FactSink sink) throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("date"), COUNTS, List.of());
    if (forms.isPresent() && days.areKnown("date", sink)) {
      TableWriter writer = sink.table(header());
      var repeats = new Repeats(sink, table.columns().index("date"));
      table.read(
          forms.get(),
          settings,
          fields -> {
            if (!repeats.passes(fields)) {
              day(fields, writer);
            }
          });
    }
  }

  private TableHeader header() {
    return values.header(
        table, Datasets.SOCIAL_ACCOUNTS, Grain.DAY, settings.account().orElse(TikTok.NETWORK));
  }

  private void day(Fields fields, TableWriter writer) {
    values.write(fields, days.time(fields, "date"), writer);
  }
}
