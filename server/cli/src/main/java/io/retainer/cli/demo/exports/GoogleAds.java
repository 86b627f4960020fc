package io.retainer.cli.demo.exports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Google Ads: the campaign report by day. Cost follows clicks; conversions come in halves. */
record GoogleAds(Chance chance, Pulse pulse, String currency, List<Campaign> campaigns) {

  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  /**
   * @param clicks on an ordinary day
   * @param clickRate clicks of impressions
   * @param centsPerClick what a click costs
   * @param conversionRate conversions of clicks
   * @param valueCents what a conversion is worth
   */
  record Campaign(
      String name,
      double clicks,
      double clickRate,
      double centsPerClick,
      double conversionRate,
      double valueCents) {}

  Export campaigns(YearMonth month) {
    var sheet = new Sheet(Sheet.Quotes.NEEDED, "\n");
    sheet.line("Campaign report");
    sheet.row(LONG.format(month.atDay(1)) + " - " + LONG.format(month.atEndOfMonth()));
    sheet.row(
        "Day",
        "Campaign",
        "Currency code",
        "Cost",
        "Impr.",
        "Clicks",
        "Conversions",
        "Conv. value");
    for (LocalDate day : Search.days(month)) {
      for (int i = 0; i < campaigns.size(); i++) {
        row(sheet, day, campaigns.get(i), i);
      }
    }
    return new Export("Campaign report " + month + ".csv", "Google Ads", sheet.bytes());
  }

  private void row(Sheet sheet, LocalDate day, Campaign campaign, int number) {
    long clicks = chance.near(campaign.clicks() * pulse.on(day), 0.3, "ad clicks", day, number);
    long shown =
        Math.max(clicks, chance.near(clicks / campaign.clickRate(), 0.15, "ad shown", day, number));
    long cents = chance.near(clicks * campaign.centsPerClick(), 0.1, "ad cost", day, number);
    long halves =
        chance.near(2 * clicks * campaign.conversionRate(), 0.4, "ad conversions", day, number);
    sheet.row(
        day,
        campaign.name(),
        currency,
        Numbers.amount(cents),
        shown,
        clicks,
        Numbers.exactly(2, halves / 2.0),
        Numbers.amount(Math.round(halves / 2.0 * campaign.valueCents())));
  }
}
