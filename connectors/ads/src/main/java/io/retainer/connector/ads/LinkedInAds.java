package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.DateOrder;
import io.retainer.toolkit.DateText;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Moment;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** LinkedIn Campaign Manager: performance reports of campaigns, ad sets and ads. */
public final class LinkedInAds extends AdConnector {

  private static final Headings HEADINGS =
      Headings.load(LinkedInAds.class, "linkedin-headings.txt");

  private static final List<List<String>> NEEDED =
      List.of(
          List.of("cost"),
          List.of("impressions", "clicks"),
          List.of("campaign", "campaign_id", "ad_group", "ad", "ad_id", "account", "day"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("linkedin-ads", "LinkedIn Ads")
        .about("Performance reports of LinkedIn's Campaign Manager.")
        .export(
            "performance report",
            "Above the list of campaigns press Export, choose a performance report of campaigns or"
                + " ads and the time breakdown Daily.")
        .layout("campaign performance report as CSV (UTF-16 with tabs)", Evidence.REPORTED)
        .layout("ad and creative performance report", Evidence.REPORTED)
        .layout("the same saved again by Excel", Evidence.REPORTED)
        .layout("table of a warehouse, with cost_in_local_currency", Evidence.REPORTED)
        .layout("reports since campaigns are called ad sets", Evidence.REMEMBERED)
        .refuses("Demographic reports: people stand in several segments.")
        .fills(Datasets.AD_PERFORMANCE, "each line, by day or month as the report is")
        .languages(Evidence.REPORTED, "en", "nl", "de")
        .languages(Evidence.REMEMBERED, "pt", "fr", "es", "it", "pl", "ru")
        .canLiveWithout("Reach", "Conversions")
        .note("Days begin and end in UTC, as the platform has it.")
        .note("Conversions are those of the website; leads of lead forms are left out.")
        .build();
  }

  @Override
  protected String expected() {
    return "the headings of LinkedIn's Campaign Manager, such as Start Date (in UTC), Campaign Name,"
        + " Total Spent and Impressions";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    return find(sheet, HEADINGS, NEEDED).map(table -> new AdFind(table, "performance report"));
  }

  @Override
  protected AdContext context(Table table, SourceFile file) throws IOException {
    List<String> above =
        table.preamble().stream().filter(row -> !row.isBlank()).map(Periods::line).toList();
    DateOrder order = order(table);
    Optional<DateSpan> period = period(above, order);
    return AdContext.of(above.isEmpty() ? "" : above.get(0))
        .about(period)
        .ordinarily(order)
        .withDays(period.isPresent() ? days(table, period.get(), order) : AdContext.Days.DAY);
  }

  /** English reports put the month first. What the days prove goes before. */
  private static DateOrder order(Table table) throws IOException {
    DateOrder proven = DateText.order(dates(table));
    if (proven != null) {
      return proven;
    }
    boolean isEnglish = table.columns().heading("cost").equalsIgnoreCase("Total Spent");
    return isEnglish ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
  }

  private static Set<String> dates(Table table) throws IOException {
    Set<String> dates = new TreeSet<>();
    int day = table.columns().index("day");
    if (day >= 0) {
      table.eachRow(row -> dates.add(row.cell(day).strip()));
    }
    return dates;
  }

  /** The first line with a date says when the report begins, the second when it ends. */
  private static Optional<DateSpan> period(List<String> above, DateOrder order) {
    List<LocalDate> dates = new ArrayList<>();
    for (String line : above) {
      Moment moment = DateText.parse(line.substring(line.indexOf(':') + 1), order);
      if (moment != null) {
        dates.add(moment.date());
      }
    }
    return dates.size() > 1 && !dates.get(1).isBefore(dates.get(0))
        ? Optional.of(DateSpan.ofDays(dates.get(0), dates.get(1)))
        : Periods.above(above.stream().map(line -> Row.of(1, line)).toList());
  }

  /**
   * Every row has a date. Where all have the report's first one, or those of months, they stand for
   * the days up to the next, or to the end.
   */
  private static AdContext.Days days(Table table, DateSpan period, DateOrder order)
      throws IOException {
    Set<LocalDate> days = new TreeSet<>();
    for (String cell : dates(table)) {
      Moment moment = DateText.parse(cell, order);
      if (moment != null) {
        days.add(moment.date());
      }
    }
    if (period.days() == 1 || days.isEmpty()) {
      return AdContext.Days.DAY;
    }
    if (days.equals(Set.of(period.start()))) {
      return AdContext.Days.REPORT;
    }
    boolean areMonths =
        days.stream().allMatch(day -> day.equals(period.start()) || day.getDayOfMonth() == 1);
    return areMonths && period.days() > 31 ? AdContext.Days.MONTH : AdContext.Days.DAY;
  }
}
