package io.retainer.connector.search;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.Optional;

/** Reads what the Performance report of Google Search Console exports. */
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
        .layout(
            "Discover, News, Image and Video results, kept apart from web results", Evidence.SEEN)
        .layout("an export narrowed by a filter, kept apart from the whole property", Evidence.SEEN)
        .layout(
            "texts in any other language, in a whole ZIP or workbook: told by the order of the"
                + " sheets and by clicks, impressions and CTR that agree",
            Evidence.REMEMBERED)
        .refuses("Comparisons of two periods: they do not say their dates")
        .fills(Datasets.SEARCH_QUERIES, "days, queries, pages, countries, devices, appearances")
        .languages(Evidence.SEEN, "en", "fr")
        .languages(Evidence.REMEMBERED, "es", "de", "ru", "uk", "fi", "it", "pt", "pl")
        .build();
  }

  @Override
  protected Recognition recognise(SourceFile file, FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      Optional<String> comparison = ResultSheet.comparison(sheet);
      if (comparison.isPresent()) {
        return Recognition.refused(
            "The export compares two periods (heading \""
                + comparison.get()
                + "\") side by side and does not say their dates; in Search Console set the dates to"
                + " one month without Compare, and export each month by itself");
      }
    }
    Export export = Export.of(content);
    if (export.isEmpty()) {
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
  protected void read(SourceFile file, FileContent content, ReadSettings settings, FactSink sink)
      throws IOException {
    Export.of(content).read(file, settings, sink);
  }
}
