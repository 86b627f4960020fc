package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** TikTok Ads Manager: campaigns, ad groups and ads. */
public final class TikTokAds extends AdConnector {

  private static final Headings HEADINGS = Headings.load(TikTokAds.class, "tiktok-headings.txt");
  private static final Headings TELLING = Headings.load(TikTokAds.class, "tiktok-telling.txt");

  private static final List<List<String>> NEEDED =
      List.of(
          List.of("cost"),
          List.of("impressions", "clicks", "link_clicks"),
          List.of("campaign", "campaign_id", "ad_group", "ad", "ad_id", "day", "account"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("tiktok-ads", "TikTok Ads")
        .about("Campaigns, ad groups and ads of TikTok Ads Manager: cost, views, clicks, results.")
        .export(
            "table of campaigns, ad groups or ads",
            "On the Campaign page, with the columns Cost, Impressions, Clicks (all) and Clicks"
                + " (destination), press Export, choose the dimension By day, and XLSX or CSV.")
        .export("custom report", "Under Reporting, made with By day as dimension, and exported.")
        .layout("table or report as CSV or XLSX, with or without days", Evidence.REPORTED)
        .layout("line of totals, \"Total of 12 results\"", Evidence.REPORTED)
        .layout("table of a warehouse, with stat_time_day or stat_time_hour", Evidence.REPORTED)
        .fills(Datasets.AD_PERFORMANCE, "each line, by day where days are a column")
        .languages(Evidence.REPORTED, "en")
        .languages(Evidence.REMEMBERED, "de", "fr", "es", "it", "pt", "pl", "ru")
        .canLiveWithout("Reach", "Clicks (all)", "Conversions")
        .note("Clicks are Clicks (all); those that led to the site are link clicks.")
        .note(
            "Conversions are what each ad group is optimised for. Without that column complete"
                + " payments are taken.")
        .note("A file without a column of days needs its period: it names none itself.")
        .build();
  }

  @Override
  protected String expected() {
    return "the headings of TikTok Ads Manager, such as By Day, Campaign name, Cost, Impressions and"
        + " Clicks (destination)";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    return find(sheet, HEADINGS, NEEDED)
        .filter(table -> isTold(TELLING, table.columns().row()))
        .map(table -> new AdFind(table, "report"));
  }

  @Override
  protected AdContext context(Table table, SourceFile file) {
    Columns columns = table.columns();
    return AdContext.of("").in(AmountCurrency.inHeading(columns.heading("cost")));
  }
}
