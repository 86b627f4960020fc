package io.retainer.connector.social;

import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.FactSink;
import io.retainer.spi.Grain;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.TableHeader;
import io.retainer.spi.TableWriter;
import io.retainer.toolkit.Fields;
import io.retainer.toolkit.Forms;
import io.retainer.toolkit.Repeats;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An account day by day. */
final class XDays {

  private static final List<String> COUNTS =
      List.of(
          "impressions", "engagements", "new_follows", "unfollows", "profile_views", "video_views");

  private final Table table;
  private final ReadSettings settings;
  private final Values values;

  XDays(Table table, ReadSettings settings) {
    this.table = table;
    this.settings = settings;
    this.values =
        new Values()
            .with("network", fields -> XAnalytics.NETWORK)
            .with("impressions", fields -> fields.count("impressions"))
            .with("engagements", fields -> fields.count("engagements"))
            .with("follower_change", XDays::change);
    for (String count : List.of("profile_views", "video_views")) {
      values.with(table.columns().has(count), count, fields -> fields.count(count));
    }
  }

  private static Object change(Fields fields) {
    Long gained = fields.count("new_follows");
    Long lost = fields.count("unfollows");
    return gained == null || lost == null ? null : (Object) (gained - lost);
  }

  void read(FactSink sink) throws IOException {
    Optional<Forms> forms = table.forms(sink, List.of("time"), COUNTS, List.of());
    if (forms.isPresent()) {
      TableWriter writer = sink.table(header());
      var repeats = new Repeats(sink, table.columns().index("time"));
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
        table, Datasets.SOCIAL_ACCOUNTS, Grain.DAY, settings.account().orElse(XAnalytics.NETWORK));
  }

  private void day(Fields fields, TableWriter writer) {
    LocalDate day = fields.required("time", fields.day("time"));
    Object[] counts = values.of(fields);
    if (fields.isSound()) {
      writer.row(fields.row().line(), DateSpan.ofDay(day), counts);
    } else {
      fields.rejectTo(writer);
    }
  }
}
