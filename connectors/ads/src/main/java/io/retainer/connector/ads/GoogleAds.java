package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
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

  private static final Headings PLANNER =
      Headings.load(GoogleAds.class, "google-planner-headings.txt");

  private static final List<List<String>> NEEDED =
      List.of(List.of("cost", "impressions", "clicks", "conversions", "interactions"));

  /** {@code Devices(2026.02.05-2026.02.10).csv}: a card says its days in its name alone. */
  private static final Pattern CARD =
      Pattern.compile(
          ".*\\(.*?(\\d{4})\\.(\\d\\d)\\.(\\d\\d)(?:-(\\d{4})\\.(\\d\\d)\\.(\\d\\d))?\\)?.*");

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("google-ads", "Google Ads")
        .about("Campaigns, ad groups, ads, keywords and search terms of Google Ads.")
        .export(
            "table of campaigns, ad groups, ads, keywords or search terms",
            "Above the table press Download, choose .csv, Excel .csv or .xlsx, and take the columns"
                + " Cost, Impr., Clicks, Conversions and Currency code. Segment by Day to get"
                + " figures day by day.")
        .export("report editor", "Under Insights and reports, Report editor, and Download.")
        .export("overview", "On the Overview page press Download: a ZIP of its cards.")
        .layout("report as CSV, with or without its lines of title and period", Evidence.SEEN)
        .layout("report as Excel .csv (UTF-16 with tabs)", Evidence.SEEN)
        .layout("report as XLSX", Evidence.REPORTED)
        .layout("table of a warehouse, with cost_micros", Evidence.REPORTED)
        .layout("segments by day, week, month, device, network, country", Evidence.REPORTED)
        .layout("segments by hour, conversion action, click type and others", Evidence.DOCUMENTED)
        .layout("cards of the overview, one by one or as ZIP", Evidence.SEEN)
        .refuses(
            "Reports of assets, audiences and auction insights: their rows count the same"
                + " impressions several times.")
        .refuses(
            "Cards of locations, demographics and words: their rows are about a part of the"
                + " impressions, or count them several times. In a ZIP they are passed over.")
        .refuses("Keyword Planner: what people search for in general, and nothing of the account.")
        .refuses(
            "Billing: payments, credits and taxes of the account, and costs behind an invoice.")
        .fills(Datasets.AD_PERFORMANCE, "each line, by day where days are a column")
        .languages(Evidence.SEEN, "en", "pt-BR", "fr")
        .languages(Evidence.REPORTED, "de", "ru", "it", "es", "pl")
        .languages(Evidence.REMEMBERED, "uk", "pt", "fi", "nl")
        .canLiveWithout("Currency code", "Conv. value", "Conversions")
        .note("Conversions have decimals, as the account's attribution shares them out.")
        .note(
            "Impression shares (\"< 10%\"), average positions and prices are left out: they are"
                + " rounded quotients.")
        .note("Search terms are kept as keywords in the network Search; what was rare is missing.")
        .build();
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
    if (table.isEmpty() || counted(TELLING, "other", table.get().columns().row()) > 0) {
      return Optional.empty();
    }
    Columns columns = table.get().columns();
    long telling = counted(TELLING, "telling", columns.row());
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

  @Override
  protected Optional<String> notRead(Sheet sheet) throws IOException {
    if (GoogleBilling.is(sheet)) {
      return Optional.of(
          "This is a file of Google Ads' billing (costs and payments of the account, or the costs behind an invoice):"
              + " it has no impressions and clicks, and its taxes, credits and corrections are no cost of a campaign."
              + " Open Campaigns in Google Ads and download the table of campaigns, by day.");
    }
    return Table.find(sheet, PLANNER, List.of("keyword", "searches", "competition"))
        .map(
            planner ->
                "These are keywords of Google's Keyword Planner with what people search for each month"
                    + " (Avg. monthly searches, Competition): nothing in it is about this client. For"
                    + " its own searches download the Search terms or Search keywords of Google Ads.");
  }

  private static boolean isByWeekday(Table table) throws IOException {
    int day = table.columns().index("day");
    List<Row> first =
        table.sheet().head().stream().filter(row -> row.line() > table.columns().line()).toList();
    // None is near enough when the first row is longer than what is looked at: days are the rule.
    return day >= 0
        && !first.isEmpty()
        && first.stream().allMatch(row -> row.cell(day).chars().noneMatch(Character::isDigit));
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
    // Weekdays with their impressions, and what people searched for, are told by the name alone.
    boolean isTold =
        ofName(sheet.name()).isPresent()
            || counted(TELLING, "card", columns.row()) + counted(TELLING, "telling", columns.row())
                > 0
            || sheet.head().stream()
                .filter(row -> row.line() > columns.line())
                .anyMatch(row -> counted(TELLING, "value", row) > 0);
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
