package io.retainer.connector.search;

import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What else Google exports about search, told apart so that a user learns which one to take. */
final class OtherReports {

  private static final Headings HEADINGS = Headings.load(OtherReports.class, "other-reports.txt");

  /** The chart of the report and of one of its reasons, the reasons, and the pages of one. */
  private static final List<List<String>> INDEXING =
      List.of(
          List.of("indexed", "not_indexed"),
          List.of("date", "affected"),
          List.of("reason", "source", "validation"),
          List.of("url", "crawled"));

  /** {@code kettle: (Finland)} in the headings of Trends. */
  private static final Pattern TERM = Pattern.compile(".+: \\(.+\\)");

  private OtherReports() {}

  /** What the file is and why it is not read; empty when it is none of these. */
  static Optional<String> reason(FileContent content) throws IOException {
    for (Sheet sheet : content.sheets()) {
      if (isOfIndexing(sheet)) {
        return Optional.of(
            "This is Search Console's report of indexed pages, which counts neither clicks nor"
                + " impressions of searches as its other reports do. Export the Performance report.");
      }
      if (isOfTrends(sheet)) {
        return Optional.of(
            "This is an export of Google Trends: its numbers are shares of the busiest moment (0 to"
                + " 100) and count no searches, so no dataset keeps them. For a site's own searches"
                + " export the Performance report of Search Console.");
      }
    }
    return Optional.empty();
  }

  private static boolean isOfIndexing(Sheet sheet) throws IOException {
    for (List<String> headings : INDEXING) {
      if (Table.find(sheet, HEADINGS, headings).isPresent()) {
        return true;
      }
    }
    List<Row> rows = sheet.head();
    return Table.find(sheet, HEADINGS, List.of("property", "value")).isPresent()
        && rows.size() <= 4
        && rows.stream().skip(1).anyMatch(row -> HEADINGS.matches("of_indexing", row.cell(0)));
  }

  /** {@code Category: All categories}, a blank line, and terms with their place, or two lists. */
  private static boolean isOfTrends(Sheet sheet) throws IOException {
    List<Row> rows = sheet.head().stream().filter(row -> !row.isBlank()).limit(4).toList();
    if (rows.size() < 2 || rows.get(0).width() != 1) {
      return false;
    }
    String first = rows.get(0).cell(0);
    int colon = first.indexOf(':');
    return colon > 0
        && HEADINGS.matches("category", first.substring(0, colon))
        && rows.stream().skip(1).anyMatch(OtherReports::isOfTerms);
  }

  private static boolean isOfTerms(Row row) {
    boolean hasTerms =
        row.width() > 1
            && row.cells().stream().skip(1).allMatch(cell -> TERM.matcher(cell.strip()).matches());
    return hasTerms || row.width() == 1 && HEADINGS.matches("list", row.cell(0));
  }
}
