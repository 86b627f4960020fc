package io.retainer.connector.google;

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
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Set;

/**
 * Reads what Universal Analytics downloaded until it was closed in 2024. Its bounces were sessions
 * of a single hit, which Google Analytics 4 does not count: the two never share a line.
 */
public final class UniversalAnalytics extends TableConnector {

  static final Headings HEADINGS = Headings.load(UniversalAnalytics.class, "universal.txt");

  /** Headings that Google Analytics 4 does not have. */
  private static final Set<String> TELLING =
      Set.of("telling", "unique_pageviews", "day_index", "hour_index", "goal_completions");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("universal-analytics", "Universal Analytics")
        .about("What Universal Analytics exported before it was closed: a report and its days.")
        .export("a report", "In the report pressed Export, CSV or Excel (XLSX).")
        .layout("report as CSV, its table of days below it", Evidence.REPORTED)
        .layout("report as Excel workbook, each table on a sheet", Evidence.SEEN)
        .layout("two periods in a column, each by itself", Evidence.REMEMBERED)
        .layout("segments in a column: all users only", Evidence.REMEMBERED)
        .fills(Datasets.WEB_TRAFFIC, "tables by channel, source, campaign, device or place; days")
        .fills(Datasets.LANDING_PAGES, "tables by page or landing page")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REPORTED, "nl")
        .languages(Evidence.REMEMBERED, "ru", "fi", "fr", "es", "de", "it", "pt", "pl")
        .canLiveWithout("Users", "Goal Completions")
        .note(
            "Its bounces are sessions of a single hit. They never share a line with the bounces of"
                + " Google Analytics 4 or Yandex Metrica.")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (isTable(sheet)) {
        return Recognition.as("report of Universal Analytics");
      }
    }
    return Recognition.refused(
        "No headings of Universal Analytics, such as \"Pageviews, Unique Pageviews\" or \"Sessions,"
            + " % New Sessions\"");
  }

  static boolean isTable(Sheet sheet) throws IOException {
    return sheet.head().stream()
        .filter(row -> !row.isBlank() && !Preamble.isLine(row))
        .anyMatch(UniversalAnalytics::isHeading);
  }

  /** Whether a row of headings can be no other product's. */
  static boolean isHeading(Row row) {
    Columns columns = HEADINGS.match(row);
    return row.width() >= 2
        && columns.keys().size() >= 2
        && !columns.isMostlyUnknown()
        && columns.keys().stream().anyMatch(TELLING::contains);
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    var preamble = new Preamble();
    for (Sheet sheet : content.sheets()) {
      if (isTable(sheet)) {
        new UniversalReader(sheet, preamble, settings, sink).read();
      } else {
        summary(sheet, preamble, sink);
      }
    }
  }

  /** The first sheet of a workbook: view, report and days, one below the other. */
  private static void summary(Sheet sheet, Preamble preamble, FactSink sink) throws IOException {
    preamble.beginBlock();
    for (Row row : sheet.head()) {
      if (!row.isBlank()) {
        preamble.take(row);
      }
    }
    sink.passedOver(1, "sheet \"" + sheet.name() + "\" has no table");
  }
}
