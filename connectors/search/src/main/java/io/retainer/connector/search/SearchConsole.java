package io.retainer.connector.search;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.JsonText;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads what the Performance report of Google Search Console exports, and what its interface for
 * programs answers: one connector, as both say the same about one account.
 */
public final class SearchConsole extends TableConnector {

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("google-search-console", "Google Search Console")
        .about("Clicks, impressions and positions in Google's results.")
        .export(
            "the Performance report",
            "Choose the dates of one month and no comparison, then Export, Download CSV (a ZIP) or"
                + " Download Excel.")
        .export(
            "single files of the archive",
            "Upload Dates.csv (or Chart.csv) together with the others: only it has dates.")
        .layout("ZIP of CSV files, as downloaded", Evidence.SEEN)
        .layout("Excel workbook with the same sheets, as downloaded or saved again", Evidence.SEEN)
        .layout("single CSV files of the archive", Evidence.SEEN)
        .layout("a chart by weeks or months (Date Range), since December 2025", Evidence.SEEN)
        .layout(
            "Discover, News, Image and Video results, kept apart from web results", Evidence.SEEN)
        .layout("an export narrowed by a filter, kept apart from the whole property", Evidence.SEEN)
        .layout(
            "texts in any other language, in a whole ZIP or workbook: told by the order of the"
                + " sheets and by clicks, impressions and CTR that agree",
            Evidence.REMEMBERED)
        .layout(
            "comparison of two periods: each by itself, the earlier one only when its days are told",
            Evidence.REPORTED)
        .layout(
            "answers of the Search Analytics interface, {\"rows\": [{\"keys\": …}],"
                + " \"responseAggregationType\": …}, each as JSON or several in a ZIP",
            Evidence.DOCUMENTED)
        .refuses("comparisons of devices, countries, queries or pages")
        .refuses("the last 24 hours, hour by hour: parts of two days")
        .refuses("the report of indexed pages, and Google Trends: they count no searches")
        .fills(Datasets.SEARCH_QUERIES, "days, queries, pages, countries, devices, appearances")
        .note(
            "An answer of the interface does not name its dimensions: its values tell them, unless the"
                + " file is named after them, like date-query.json. Nor does it say its search type:"
                + " it is taken for web. Numbers that were put together by page and those by property"
                + " are never added: the first are an account of their own.")
        .languages(Evidence.SEEN, "en", "fr", "es")
        .languages(Evidence.REMEMBERED, "de", "ru", "uk", "fi", "it", "pt", "pl")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    Optional<List<String>> labels = Comparison.labels(content);
    if (labels.isPresent()) {
      return recogniseComparison(content, labels.get());
    }
    Export export = Export.of(content);
    if (export.isEmpty()) {
      Optional<String> other = OtherReports.reason(content);
      if (other.isPresent()) {
        return Recognition.notRead(other.get());
      }
      return Recognition.refused(
          "No sheet with the headings of Search Console, such as \"Top queries, Clicks, Impressions,"
              + " CTR, Position\"");
    }
    return Recognition.as(
        switch (content.kind()) {
          case ARCHIVE -> "ZIP of the Performance report";
          case WORKBOOK -> "workbook of the Performance report";
          case TEXT -> "single CSV file of the Performance report";
        });
  }

  @Override
  protected Recognition recognise(SourceFile file, JsonText json) throws IOException {
    return SearchAnalytics.recognise(json);
  }

  @Override
  protected void read(SourceFile file, JsonText json, ReadSettings settings, FactSink sink)
      throws IOException {
    SearchAnalytics.read(json, settings, sink);
  }

  private static Recognition recogniseComparison(FileContent content, List<String> labels)
      throws IOException {
    Optional<Comparison> comparison = Comparison.of(labels);
    if (comparison.isEmpty()) {
      return Recognition.notRead(
          "The export compares \""
              + labels.get(0)
              + "\" with \""
              + labels.get(1)
              + "\" side by side, and neither says that it is the earlier period; in Search Console"
              + " export without Compare");
    }
    return Export.half(content, comparison.get().current(), true).isEmpty()
        ? Recognition.refused("Two periods side by side, but no sheet of Search Console")
        : Recognition.as("comparison of two periods");
  }

  @Override
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    Optional<Comparison> comparison = Comparison.labels(content).flatMap(Comparison::of);
    if (comparison.isEmpty()) {
      Export.of(content).read(file, settings, Optional.empty(), sink);
      return;
    }
    var periods = comparison.get();
    Optional<DateSpan> asked =
        Export.half(content, periods.current(), true)
            .read(file, settings, periods.currentDays(settings.period()), sink);
    Optional<DateSpan> earlier = periods.previousDays(asked, settings.period());
    if (earlier.isPresent()) {
      Export.half(content, periods.previous(), false).read(file, settings, earlier, sink);
    } else {
      sink.passedOver(
          1,
          "the columns of \""
              + periods.previous()
              + "\" are not kept: which days those are is not said");
    }
  }
}
