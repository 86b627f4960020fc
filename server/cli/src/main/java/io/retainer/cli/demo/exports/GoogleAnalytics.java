package io.retainer.cli.demo.exports;

import static io.retainer.cli.demo.exports.Numbers.amount;
import static io.retainer.cli.demo.exports.Numbers.ratio;

import io.retainer.cli.demo.exports.Site.Visits;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Google Analytics 4: the download of a standard report, and of an exploration. */
final class GoogleAnalytics {

  private static final String RULE = "# ----------------------------------------";
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private GoogleAnalytics() {}

  /** The report Traffic acquisition of a month: dates stand in the preamble only. */
  static Export trafficAcquisition(Site site, YearMonth month) {
    Sheet sheet =
        preamble(
            site,
            month,
            "Traffic acquisition: Session primary channel group (Default Channel Group)");
    sheet.row(
        "Session primary channel group (Default Channel Group)",
        "Sessions",
        "Engaged sessions",
        "Engagement rate",
        "Average engagement time per session",
        "Events per session",
        "Event count",
        "Key events",
        "Session key event rate",
        "Total revenue");
    List<Visits> visits = site.in(month);
    IntStream.range(0, visits.size())
        .boxed()
        .filter(i -> visits.get(i).sessions() > 0)
        .sorted(Comparator.comparingLong((Integer i) -> visits.get(i).sessions()).reversed())
        .forEach(i -> sheet.row(acquisition(site.channels().get(i).name(), visits.get(i))));
    return export("Traffic_acquisition_" + month, sheet);
  }

  private static List<Object> acquisition(String channel, Visits visits) {
    return List.of(
        channel,
        visits.sessions(),
        visits.engaged(),
        ratio(visits.engaged(), visits.sessions()),
        ratio(visits.seconds(), visits.sessions()),
        ratio(visits.events(), visits.sessions()),
        visits.events(),
        visits.conversions(),
        ratio(Math.min(visits.conversions(), visits.sessions()), visits.sessions()),
        Numbers.upTo(2, visits.revenueCents() / 100.0));
  }

  /** The report Events of a month. */
  static Export events(Site site, YearMonth month, String conversion) {
    Visits all = site.in(month).stream().reduce(Visits.NONE, Visits::plus);
    Sheet sheet = preamble(site, month, "Events: Event name");
    sheet.row(
        "Event name", "Event count", "Total users", "Event count per active user", "Total revenue");
    event(sheet, "page_view", all.sessions() * 2, all.users(), 0);
    event(sheet, "session_start", all.sessions(), all.users(), 0);
    event(sheet, "user_engagement", all.engaged() * 2, Math.round(all.users() * 0.7), 0);
    event(sheet, "scroll", all.engaged(), Math.round(all.users() * 0.5), 0);
    event(sheet, conversion, all.conversions(), all.conversions(), all.revenueCents());
    return export("Events_" + month, sheet);
  }

  private static void event(Sheet sheet, String name, long count, long users, long cents) {
    sheet.row(name, count, users, ratio(count, users), Numbers.upTo(2, cents / 100.0));
  }

  /** A free-form exploration of a month, day by day and channel by channel, with its totals row. */
  static Export exploration(Site site, YearMonth month) {
    var sheet = new Sheet(Sheet.Quotes.NEEDED, "\n");
    sheet.line(RULE);
    sheet.line("# " + site.property());
    sheet.line("# Sessions by day-Free form 1");
    sheet.line("# " + DAY.format(month.atDay(1)) + "-" + DAY.format(month.atEndOfMonth()));
    sheet.line(RULE);
    sheet.line("");
    sheet.row(
        "Date",
        "Session default channel group",
        "Sessions",
        "Engaged sessions",
        "Event count",
        "Key events",
        "Total revenue");
    Visits total = site.in(month).stream().reduce(Visits.NONE, Visits::plus);
    sheet.row(
        "",
        "",
        total.sessions(),
        total.engaged(),
        total.events(),
        total.conversions(),
        amount(total.revenueCents()),
        "Grand total");
    for (LocalDate day : Search.days(month)) {
      List<Visits> visits = site.on(day);
      for (int i = 0; i < visits.size(); i++) {
        Visits of = visits.get(i);
        if (of.sessions() > 0) {
          sheet.row(
              DAY.format(day),
              site.channels().get(i).name(),
              of.sessions(),
              of.engaged(),
              of.events(),
              of.conversions(),
              Numbers.upTo(2, of.revenueCents() / 100.0));
        }
      }
    }
    return export("Sessions_by_day_" + month, sheet);
  }

  private static Sheet preamble(Site site, YearMonth month, String report) {
    return new Sheet(Sheet.Quotes.NEEDED, "\n")
        .line(RULE)
        .line("# " + report)
        .line("# Account: " + site.account())
        .line("# Property: " + site.property())
        .line(RULE)
        .line("# ")
        .line("# All Users")
        .line("# Start date: " + DAY.format(month.atDay(1)))
        .line("# End date: " + DAY.format(month.atEndOfMonth()));
  }

  private static Export export(String name, Sheet sheet) {
    return new Export(
        name.toLowerCase(Locale.ROOT) + ".csv",
        "Google Analytics 4",
        sheet.bytesWithoutLastNewline());
  }
}
