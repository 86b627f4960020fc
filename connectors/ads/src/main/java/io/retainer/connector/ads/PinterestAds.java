package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Pinterest Ads Manager: campaigns, ad groups and ads. */
public final class PinterestAds extends AdConnector {

  private static final Headings HEADINGS =
      Headings.load(PinterestAds.class, "pinterest-headings.txt");
  private static final Headings TELLING =
      Headings.load(PinterestAds.class, "pinterest-telling.txt");

  private static final List<List<String>> NEEDED =
      List.of(
          List.of("cost"),
          List.of("impressions", "clicks", "link_clicks"),
          List.of("campaign", "campaign_id", "ad_group", "ad", "ad_id", "day"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("pinterest-ads", "Pinterest Ads")
        .about("Campaigns, ad groups and ads of Pinterest: spend, impressions, clicks, checkouts.")
        .export(
            "report",
            "In Ads Manager under Reporting make a report by campaign, ad group or ad with the"
                + " granularity Day, and download it as CSV.")
        .layout("report as CSV, with or without days", Evidence.REPORTED)
        .fills(Datasets.AD_PERFORMANCE, "each line, by day where days are a column")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout("Pin clicks", "Reach", "Total order value (Checkout)")
        .note("Clicks are Pin clicks; those that led to the site are link clicks.")
        .note(
            "Conversions are checkouts. Pinterest's total conversions count visits of pages too and"
                + " are left out.")
        .note("Spend is in the account's currency, which the file does not name.")
        .note("A file without a column of days needs its period: it names none itself.")
        .build();
  }

  @Override
  protected String expected() {
    return "the headings of Pinterest's Ads Manager, such as Date, Campaign name, Spend in account"
        + " currency, Impressions and Pin clicks";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    return find(sheet, HEADINGS, NEEDED)
        .filter(table -> isTold(TELLING, table.columns().row()))
        .map(table -> new AdFind(table, "report"));
  }

  @Override
  protected AdContext context(Table table, SourceFile file) {
    return AdContext.of("").in(AmountCurrency.inHeading(table.columns().heading("cost")));
  }
}
