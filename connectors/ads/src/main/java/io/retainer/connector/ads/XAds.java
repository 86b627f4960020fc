package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** X Ads (Twitter), as warehouses keep its statistics: a row for a campaign, placement and day. */
public final class XAds extends AdConnector {

  private static final Headings HEADINGS = Headings.load(XAds.class, "x-headings.txt");

  /** Nobody else bills in these. */
  private static final List<List<String>> NEEDED =
      List.of(List.of("cost"), List.of("impressions", "clicks"), List.of("day"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("x-ads", "X Ads")
        .about("Statistics of X (Twitter) Ads by campaign, line item or promoted post.")
        .export(
            "table of a warehouse",
            "The statistics of X's interface, as a pipeline stores them, saved as CSV.")
        .layout("campaigns, line items or promoted posts by day and placement", Evidence.REPORTED)
        .refuses("Tables by place or keyword: their rows are a part of a campaign, or overlap.")
        .fills(Datasets.AD_PERFORMANCE, "each row, by day and placement")
        .languages(Evidence.REPORTED, "en")
        .canLiveWithout("url_clicks")
        .note(
            "The day is the date of the row in UTC. An account east of Greenwich begins its day on"
                + " the evening before.")
        .note("Purchases and their amounts are left out: their unit is not known for certain.")
        .note("Exports of the pages of ads.x.com are not read: none was found.")
        .build();
  }

  @Override
  protected String expected() {
    return "the columns of X Ads, such as date, campaign_id, billed_charge_local_micro, impressions"
        + " and clicks";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    return find(sheet, HEADINGS, NEEDED).map(table -> new AdFind(table, "statistics by day"));
  }

  @Override
  protected AdContext context(Table table, SourceFile file) {
    return AdContext.of("");
  }
}
