package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Dates;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Microsoft Advertising: reports of its pages and of its reporting API. */
public final class MicrosoftAds extends AdConnector {

  private static final Headings HEADINGS =
      Headings.load(MicrosoftAds.class, "microsoft-headings.txt");
  private static final Headings TELLING =
      Headings.load(MicrosoftAds.class, "microsoft-telling.txt");

  private static final List<List<String>> NEEDED =
      List.of(
          List.of("cost", "clicks", "impressions", "conversions"),
          List.of("campaign", "campaign_id", "ad_group", "account", "keyword", "day"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("microsoft-ads", "Microsoft Ads")
        .about("Reports of Microsoft Advertising (Bing Ads): campaigns, ad groups, keywords.")
        .export(
            "performance report",
            "Under Reports open a performance report, choose the unit of time Day and the columns"
                + " Spend, Impressions, Clicks, Conversions, Revenue and Currency code, and download"
                + " it as CSV, TSV or XLSX.")
        .export("reporting API", "A performance report as CSV, TSV or a ZIP of it.")
        .layout("report of the pages, with its lines above the table", Evidence.REPORTED)
        .layout(
            "report of the API, with or without the lines around its table", Evidence.DOCUMENTED)
        .layout("table of a warehouse, by day, device and network", Evidence.REPORTED)
        .fills(Datasets.AD_PERFORMANCE, "each line, by day, week or month as the report is")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout("Conversions", "Revenue", "Account name")
        .note(
            "Reports by hour of the day or day of the week, and summaries, are of the whole period:"
                + " the report's lines above the table say it.")
        .note("Weeks begin on Sunday.")
        .build();
  }

  @Override
  protected String expected() {
    return "the headings of Microsoft Advertising, such as Gregorian date, Campaign name, Spend,"
        + " Impressions and Clicks";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    Optional<Table> table = find(sheet, HEADINGS, NEEDED);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    Row row = table.get().columns().row();
    long named =
        table.get().preamble().stream()
            .filter(above -> TELLING.matches("above", name(above)))
            .count();
    boolean isOfMicrosoft = named >= 2 || counted(TELLING, "telling", row) > 0;
    return isOfMicrosoft && counted(TELLING, "other", row) == 0
        ? Optional.of(new AdFind(table.get(), named > 0 ? "report" : "report without its title"))
        : Optional.empty();
  }

  @Override
  protected AdContext context(Table table, SourceFile file) throws IOException {
    Set<String> dates = dates(table);
    DateOrder proven = DateText.order(dates);
    // Without a day above twelve: the vendor's own reports are written with the month first.
    DateOrder order = proven == null ? DateOrder.MONTH_FIRST : proven;
    return AdContext.of(above(table, "Report Name").orElse(""))
        .about(period(above(table, "Report Time").orElse(""), order))
        .ordinarily(order)
        .withDays(days(above(table, "Report Aggregation").orElse("")));
  }

  private static String name(Row row) {
    String line = Periods.line(row);
    return line.substring(0, Math.max(0, line.indexOf(':')));
  }

  /** What a line above the table says of a thing. */
  private static Optional<String> above(Table table, String name) throws IOException {
    return table.preamble().stream()
        .filter(row -> name(row).equalsIgnoreCase(name))
        .map(row -> Periods.line(row).substring(name.length() + 1).strip())
        .findFirst();
  }

  private static Set<String> dates(Table table) throws IOException {
    Set<String> dates = new TreeSet<>(ends(above(table, "Report Time").orElse("")));
    int day = table.columns().index("day");
    if (day >= 0) {
      table.eachRow(row -> dates.add(row.cell(day).strip()));
    }
    return dates;
  }

  /** {@code 10/1/2026,10/31/2026}, {@code 10/1/2026 - 10/31/2026}, or one day. */
  private static List<String> ends(String time) {
    return Arrays.stream(time.split(",|\\s[-–]\\s")).map(String::strip).toList();
  }

  private static Optional<DateSpan> period(String time, DateOrder order) {
    List<LocalDate> ends =
        ends(time).stream()
            .map(text -> DateText.parse(text, order))
            .filter(Objects::nonNull)
            .map(Moment::date)
            .toList();
    if (ends.isEmpty()) {
      return Dates.span(time);
    }
    LocalDate last = ends.get(ends.size() - 1);
    return last.isBefore(ends.get(0))
        ? Optional.empty()
        : Optional.of(DateSpan.ofDays(ends.get(0), last));
  }

  private static AdContext.Days days(String aggregation) {
    return switch (aggregation.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "")) {
      case "weekly", "week" -> AdContext.Days.WEEK;
      case "monthly", "month" -> AdContext.Days.MONTH;
      case "summary", "dayofweek", "hourofday" -> AdContext.Days.REPORT;
      default -> AdContext.Days.DAY;
    };
  }
}
