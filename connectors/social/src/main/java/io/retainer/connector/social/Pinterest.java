package io.retainer.connector.social;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import io.retainer.toolkit.TableConnector;
import io.retainer.toolkit.Values;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The analytics of a Pinterest account, day by day. */
public final class Pinterest extends TableConnector {

  static final String NETWORK = "pinterest";

  private static final Headings HEADINGS = Headings.load(Pinterest.class, "pinterest-headings.txt");
  private static final List<String> COUNTS =
      List.of(
          "impressions",
          "engagements",
          "outbound_clicks",
          "saves",
          "followers",
          "follower_change",
          "video_views");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of(NETWORK, "Pinterest")
        .about("An account day by day: impressions, engagements and clicks on links.")
        .export(
            "Analytics overview", "Open Analytics, Overview, choose the days, and press Export.")
        .layout("days with impressions, Pin clicks, outbound clicks and saves", Evidence.REMEMBERED)
        .fills(Datasets.SOCIAL_ACCOUNTS, "days")
        .languages(Evidence.REMEMBERED, "en", "es", "pt", "fr", "de", "it", "ru", "fi")
        .note("Audiences of days or months are distinct people of other spans and are left out.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (days(sheet).isPresent()) {
        return Recognition.as("account day by day");
      }
    }
    return Recognition.refused(
        "No table has the headings Date, Impressions, and Pin clicks or Outbound clicks, as"
            + " Pinterest's analytics do.");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<Table> days = days(sheet);
      if (days.isPresent()) {
        new DayTable(days.get(), settings, values(days.get().columns()), COUNTS)
            .read(NETWORK, sink);
      }
    }
  }

  private static Optional<Table> days(Sheet sheet) throws IOException {
    Optional<Table> withClicks =
        Table.find(sheet, HEADINGS, List.of("date", "impressions", "outbound_clicks", "saves"));
    Optional<Table> days =
        withClicks.isPresent()
            ? withClicks
            : Table.find(sheet, HEADINGS, List.of("date", "impressions", "pin_clicks"));
    // Reports of the same name for advertising have a day for each campaign.
    return days.filter(table -> !table.columns().has("advertising"));
  }

  private static Values values(Columns columns) {
    return new Values()
        .with("network", fields -> NETWORK)
        .count(columns, "followers", "followers")
        .change(columns, "follower_change", "follower_change")
        .count(columns, "impressions", "impressions")
        .count(columns, "video_views", "video_views")
        .count(columns, "engagements", "engagements")
        .count(columns, "link_clicks", "outbound_clicks");
  }
}
