package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Google Ads: what its tables of campaigns, ad groups, ads and keywords download, and its cards.
 */
public final class GoogleAds extends AdConnector {

  private static final Headings HEADINGS = Headings.load(GoogleAds.class, "google-headings.txt");
  private static final Headings WEEKDAYS = Headings.load(GoogleAds.class, "google-weekdays.txt");
  private static final Headings TELLING = Headings.load(GoogleAds.class, "google-telling.txt");

  private static final List<List<String>> NEEDED =
      List.of(List.of("cost", "impressions", "clicks", "conversions", "interactions"));

  /** {@code Devices(2026.02.05-2026.02.10).csv}: a card says its days in its name alone. */
  private static final Pattern CARD =
      Pattern.compile(
          ".*\\(.*?(\\d{4})\\.(\\d\\d)\\.(\\d\\d)(?:-(\\d{4})\\.(\\d\\d)\\.(\\d\\d))?\\)?.*");

  @Override
  public ConnectorDescription describe() {
    return new ConnectorDescription(
        "google-ads",
        "Google Ads",
        "Reads downloads of the tables of campaigns, ad groups, ads, keywords, search terms and of"
            + " the report editor: above a table press Download, choose .csv, Excel .csv or .xlsx,"
            + " and take the columns Cost, Impr., Clicks, Conversions and Currency code. Segment by"
            + " Day to get figures day by day.",
        List.of(
            "reports as CSV, Excel .csv (UTF-16), TSV or XLSX, with or without their lines of title"
                + " and period",
            "reports segmented by day, week, month, device, network, country, hour and others",
            "cards of the overview, one by one or as ZIP; demographics and locations are named and"
                + " left out, as they are about a part of the impressions",
            "reports of assets, audiences and auction insights are recognised and refused: their"
                + " rows count the same impressions several times",
            "impression shares, average positions and prices are left out: they are rounded"
                + " quotients",
            "headings in English, German, French, Russian, Italian, Spanish and Polish known from"
                + " public parsers; in Ukrainian, Portuguese, Finnish and Dutch never seen in an"
                + " export"),
        List.of(Datasets.AD_PERFORMANCE.name()));
  }

  @Override
  protected String expected() {
    return "the headings of Google Ads, such as Campaign, Cost, Impr., Clicks and Currency code";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    Optional<Table> table = find(sheet, HEADINGS, NEEDED);
    if (table.isPresent() && isByWeekday(table.get())) {
      table = Table.find(sheet, WEEKDAYS, List.of("by_weekday"));
    }
    if (table.isEmpty() || counted("other", table.get().columns().row()) > 0) {
      return Optional.empty();
    }
    Columns columns = table.get().columns();
    long telling = counted("telling", columns.row());
    boolean isTitled = isTitled(table.get());
    boolean isReport =
        telling >= 2
            || telling == 1 && (isTitled || columns.has("campaign"))
            || isTitled && columns.has("campaign") && columns.keys().size() >= 3;
    if (isReport) {
      return Optional.of(new AdFind(table.get(), isTitled ? "report" : "report without its title"));
    }
    return isCard(sheet, columns)
        ? Optional.of(new AdFind(table.get(), "card of the overview"))
        : Optional.empty();
  }

  private static boolean isByWeekday(Table table) throws IOException {
    int day = table.columns().index("day");
    return day >= 0
        && table.sheet().head().stream()
            .filter(row -> row.line() > table.columns().line())
            .allMatch(row -> row.cell(day).chars().noneMatch(Character::isDigit));
  }

  private static long counted(String key, Row row) {
    return row.cells().stream().filter(cell -> TELLING.matches(key, cell)).count();
  }

  /** A line of title, a line of the period alone, and nothing else above the headings. */
  private static boolean isTitled(Table table) throws IOException {
    List<Row> above = table.preamble().stream().filter(row -> !row.isBlank()).toList();
    return !above.isEmpty()
        && above.size() <= 2
        && above.stream().map(Periods::line).anyMatch(GoogleAds::isPeriod);
  }

  /** {@code Campaign report (Aug 1, 2015-Aug 31, 2015)} is how it was written before 2018. */
  private static boolean isPeriod(String line) {
    return Dates.span(line).isPresent()
        || line.endsWith(")") && !line.contains(":") && Periods.in(line).isPresent();
  }

  private static boolean isCard(Sheet sheet, Columns columns) throws IOException {
    boolean isFirst =
        sheet.head().stream().noneMatch(row -> row.line() < columns.line() && !row.isBlank());
    boolean isTold =
        counted("card", columns.row()) + counted("telling", columns.row()) > 0
            || sheet.head().stream()
                .filter(row -> row.line() > columns.line())
                .anyMatch(row -> counted("value", row) > 0);
    return isFirst && columns.unknown().isEmpty() && isTold;
  }

  @Override
  protected AdContext context(Table table, SourceFile file) throws IOException {
    List<Row> above = table.preamble().stream().filter(row -> !row.isBlank()).toList();
    Optional<DateSpan> period =
        Periods.above(above).or(() -> ofName(table.sheet().name())).or(() -> ofName(file.name()));
    boolean isTitle = !above.isEmpty() && Periods.in(Periods.line(above.get(0))).isEmpty();
    return AdContext.of(isTitle ? Periods.line(above.get(0)) : "").about(period);
  }

  private static Optional<DateSpan> ofName(String name) {
    Matcher card = CARD.matcher(name);
    if (!card.matches()) {
      return Optional.empty();
    }
    String first = card.group(1) + "-" + card.group(2) + "-" + card.group(3);
    String last =
        card.group(4) == null ? first : card.group(4) + "-" + card.group(5) + "-" + card.group(6);
    return Periods.in(first + " - " + last);
  }
}
