package io.retainer.cli.demo.exports;

import io.retainer.cli.demo.exports.Search.Found;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Google Search Console: the ZIP of the performance report of a month. */
final class SearchConsole {

  private static final DateTimeFormatter FILTER_DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.US);

  private SearchConsole() {}

  static Export performance(Search search, YearMonth month) {
    // Results are final after two days.
    LocalDateTime downloaded = month.plusMonths(1).atDay(3).atTime(9, 12);
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      List<Found> days = Search.days(month).stream().map(search::on).toList();
      entry(zip, downloaded, "Chart", "Date", days);
      entry(zip, downloaded, "Queries", "Top queries", search.byQuery(month));
      entry(zip, downloaded, "Pages", "Top pages", search.byPage(month));
      entry(zip, downloaded, "Countries", "Country", search.byCountry(month));
      entry(zip, downloaded, "Devices", "Device", search.byDevice(month));
      entry(zip, downloaded, "Search appearance", "Search Appearance", List.of());
      put(zip, downloaded, "Filters", filters(month));
    } catch (IOException e) {
      throw new UncheckedIOException("A ZIP in memory cannot be written", e);
    }
    String name =
        "https___%s_-Performance-on-Search-%s.zip"
            .formatted(search.site(), downloaded.toLocalDate());
    return new Export(name, "Google Search Console", bytes.toByteArray());
  }

  private static Sheet filters(YearMonth month) {
    String days = FILTER_DAY.format(month.atDay(1)) + "-" + FILTER_DAY.format(month.atEndOfMonth());
    return sheet().row("Filter", "Value").row("Search type", "Web").row("Date", days);
  }

  private static void entry(
      ZipOutputStream zip, LocalDateTime at, String name, String first, List<Found> rows)
      throws IOException {
    Sheet sheet = sheet().row(first, "Clicks", "Impressions", "CTR", "Position");
    for (Found row : rows) {
      sheet.row(
          row.what(),
          row.clicks(),
          row.impressions(),
          Numbers.upTo(2, row.clickRate() * 100) + "%",
          Numbers.upTo(2, row.position()));
    }
    put(zip, at, name, sheet);
  }

  private static void put(ZipOutputStream zip, LocalDateTime at, String name, Sheet sheet)
      throws IOException {
    var entry = new ZipEntry(name + ".csv");
    entry.setTimeLocal(at);
    zip.putNextEntry(entry);
    zip.write(sheet.bytesWithoutLastNewline());
    zip.closeEntry();
  }

  private static Sheet sheet() {
    return new Sheet(Sheet.Quotes.NEEDED, "\n");
  }
}
