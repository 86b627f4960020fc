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
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Set;

/** Reads what Google Analytics 4 downloads: reports, the reports snapshot, explorations. */
public final class GoogleAnalytics4 extends TableConnector {

  static final Headings HEADINGS = Headings.load(GoogleAnalytics4.class, "headings.txt");

  /** Headings no other product writes over a table that has lost its preamble. */
  private static final Set<String> TELLING =
      Set.of(
          "events",
          "active_users",
          "total_users",
          "engaged_sessions",
          "engagement_rate",
          "channel",
          "source_medium");

  private static final Set<String> MEASURES =
      Set.of(
          "sessions",
          "engaged_sessions",
          "active_users",
          "total_users",
          "users",
          "new_users",
          "pageviews",
          "events",
          "conversions",
          "total_revenue",
          "purchase_revenue",
          "transactions",
          "engagement_rate",
          "bounce_rate",
          "items_purchased");

  /** Whether a cell is the heading of figures. */
  static boolean isMeasure(String cell) {
    return HEADINGS.key(cell).filter(MEASURES::contains).isPresent();
  }

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("google-analytics-4", "Google Analytics 4")
        .about("Sessions, pages and events of a site, from CSV downloads.")
        .export(
            "a report or the reports snapshot",
            "In the report press Share this report, Download file, Download CSV. Export all users,"
                + " without a comparison, and one month per file.")
        .export("an exploration", "In the exploration press Export data, CSV.")
        .export(
            "an answer of the Data API",
            "Save the JSON of runReport or batchRunReports as it came. Ask for the dimension date,"
                + " else name the days (--period).")
        .layout("report as CSV, one table with its dates in the lines above it", Evidence.SEEN)
        .layout("reports snapshot as CSV, many tables, each with its own dates", Evidence.SEEN)
        .layout("exploration as CSV, with its line of grand totals", Evidence.SEEN)
        .layout("any of these by hour, added up to days without users", Evidence.SEEN)
        .layout("by month, or by ISO week of ISO year", Evidence.DOCUMENTED)
        .layout("segments or comparisons in a column: all users only", Evidence.REMEMBERED)
        .layout("transactions by day with purchase revenue, as orders", Evidence.REMEMBERED)
        .layout(
            "answer of the Data API: runReport, batchRunReports, JSON lines", Evidence.DOCUMENTED)
        .layout("any of these saved again by Excel, as CSV or XLSX", Evidence.REMEMBERED)
        .layout(
            "a table that lost the lines above it, wholly or in part, with its dates in a column or"
                + " given with --period",
            Evidence.SEEN)
        .fills(Datasets.WEB_TRAFFIC, "tables by day, channel, source, campaign, device or country")
        .fills(Datasets.LANDING_PAGES, "tables by page or landing page")
        .fills(Datasets.WEB_EVENTS, "tables by event name")
        .fills(Datasets.ORDERS, "tables by transaction and day")
        .languages(Evidence.SEEN, "en", "es")
        .languages(Evidence.REMEMBERED, "ru", "uk", "fi", "fr", "de", "it", "pt", "pl")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    String reason = "no sheet has rows";
    for (Sheet sheet : content.sheets()) {
      Recognition recognition = recognise(sheet);
      if (recognition instanceof Recognition.Recognised) {
        return recognition;
      }
      reason = ((Recognition.Refused) recognition).reason();
    }
    return Recognition.refused(reason);
  }

  private static Recognition recognise(Sheet sheet) throws IOException {
    var preamble = new Preamble();
    for (Row row : sheet.head()) {
      if (row.isBlank()) {
        continue;
      }
      if (Preamble.isLine(row)) {
        preamble.take(row);
        continue;
      }
      Columns columns = HEADINGS.match(row);
      if (UniversalAnalytics.isHeading(row)) {
        return Recognition.refused(
            "This is Universal Analytics (headings like \"Pageviews\"), which counted otherwise than"
                + " Google Analytics 4; expected a GA4 export");
      }
      return preamble.isComplete()
          ? Recognition.as("report or exploration with its preamble")
          : recogniseBare(preamble, columns);
    }
    return preamble.isComplete() && preamble.period().isPresent()
        ? Recognition.as("report without a table")
        : Recognition.refused(
            "No line \"# -----\" and no headings of GA4, such as \"Sessions\" or \"Event count\"");
  }

  /** Spreadsheets and scripts lose the lines with "#", wholly or in part. */
  private static Recognition recogniseBare(Preamble preamble, Columns columns) {
    boolean telling = columns.keys().stream().anyMatch(TELLING::contains);
    boolean sure =
        preamble.isTelling()
            ? columns.keys().size() >= 2
            : columns.unknown().isEmpty() && telling && columns.keys().size() >= 3;
    return sure
        ? Recognition.as("table of a report, without its whole preamble")
        : Recognition.refused(
            "No lines with \"#\" above the headings, as a GA4 export begins with");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (content.sheets().size() == 1 || recognise(sheet) instanceof Recognition.Recognised) {
        new ReportReader(sheet, settings, sink, Origin.DOWNLOAD).read();
      } else {
        sink.passedOver(1, "sheet \"" + sheet.name() + "\" is no table of GA4");
      }
    }
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    return RunReport.is(json.head())
        ? Recognition.as("answer of the Data API")
        : Recognition.refused(
            "JSON without \"metricHeaders\" and \"rows\", as the Data API answers");
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    new RunReport(settings, sink).read(json);
  }
}
