package io.retainer.connector.search;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.FactSink;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.TableConnector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads what the Performance report of Google Search Console exports. */
public final class SearchConsole extends TableConnector {

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "google-search-console",
        "Google Search Console",
        "Reads the export of the Performance report: Export, Download CSV (a ZIP) or Download Excel."
            + " Choose the dates of one month and no comparison. Of single files of the archive,"
            + " upload Dates.csv (or Chart.csv) together with the others: only it has dates.",
        List.of(
            "ZIP of CSV files, as downloaded",
            "Excel workbook with the same sheets, as downloaded or saved again",
            "single CSV files of the archive",
            "Discover, News, Image and Video results, kept apart from web results",
            "an export narrowed by a filter, kept apart from the whole property",
            "texts in French; in Spanish, German, Russian, Ukrainian, Finnish, Italian, Portuguese"
                + " and Polish they were written from memory and never seen in an export",
            "texts in any other language, in a whole ZIP or workbook: told by the order of the"
                + " sheets and by clicks, impressions and CTR that agree",
            "refused: comparisons of two periods"),
        List.of("search_queries"));
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
