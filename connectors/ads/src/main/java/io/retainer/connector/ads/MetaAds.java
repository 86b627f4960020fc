package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.FileContent;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Meta Ads Manager: campaigns, ad sets and ads on Facebook and Instagram. */
public final class MetaAds extends AdConnector {

  private static final Headings HEADINGS = Headings.load(MetaAds.class, "meta-headings.txt");

  private static final List<List<String>> NEEDED =
      List.of(
          List.of("cost", "impressions", "reach", "results"),
          List.of("start", "day", "week", "month", "campaign", "ad_group", "ad"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("meta-ads", "Meta Ads")
        .about(
            "Campaigns, ad sets and ads on Facebook and Instagram, as Meta Ads Manager has them.")
        .export(
            "table of Ads Manager",
            "Choose the columns Amount spent, Impressions, Reach, Clicks (all) and Link clicks, the"
                + " breakdown By day, then Export table data, as XLSX or CSV.")
        .export("report of Ads Reporting", "Open it, press Export, and choose XLSX or CSV.")
        .layout("campaigns, ad sets or ads as XLSX", Evidence.SEEN)
        .layout("campaigns, ad sets or ads as CSV", Evidence.SEEN)
        .layout("breakdowns by day and platform", Evidence.SEEN)
        .layout("breakdowns by week, month, device, country", Evidence.REPORTED)
        .layout(
            "breakdowns by age, gender, placement, region, objective and others, added up",
            Evidence.SEEN)
        .layout("table of a warehouse, with inline_link_clicks", Evidence.REPORTED)
        .layout("pivot tables with their lines \"All\"", Evidence.REPORTED)
        .fills(Datasets.AD_PERFORMANCE, "each line, and the people that all of them reached")
        .languages(Evidence.SEEN, "en")
        .languages(Evidence.REPORTED, "uk", "de", "fr", "es", "pt", "it", "ru", "pl", "nl")
        .languages(Evidence.REMEMBERED, "fi")
        .canLiveWithout("Reach", "Link clicks", "Purchases")
        .note("Results keep their kind and are never added over kinds.")
        .note("Purchases are the conversions; leads and other events are left out.")
        .note("People reached are never added: the line of totals says how many there were.")
        .build();
  }

  @Override
  protected String expected() {
    return "the headings of Meta Ads Manager, such as Reporting starts, Campaign name and Amount"
        + " spent (EUR)";
  }

  /** Reports hold the same rows twice, once for people and once for programs. */
  @Override
  protected List<Sheet> sheets(FileContent content) {
    List<Sheet> raw =
        content.sheets().stream().filter(sheet -> sheet.name().startsWith("Raw Data")).toList();
    return raw.isEmpty() ? content.sheets() : raw;
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    Optional<Table> table = find(sheet, HEADINGS, NEEDED);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    Columns columns = table.get().columns();
    boolean isReport = columns.has("start") && columns.has("end");
    boolean isInCurrency =
        columns.has("cost") && columns.inBrackets("cost").flatMap(AmountCurrency::of).isPresent();
    boolean isOfMeta =
        columns.has("result_indicator") || columns.has("link_clicks") && columns.has("ad_group");
    boolean isOfApi =
        columns.has("link_clicks") && columns.heading("link_clicks").equals("inline_link_clicks");
    return isReport || isInCurrency || columns.has("cost") && (isOfMeta || isOfApi)
        ? Optional.of(new AdFind(table.get(), isReport ? "report" : "report without its dates"))
        : Optional.empty();
  }

  @Override
  protected AdContext context(Table table, SourceFile file) {
    Columns columns = table.columns();
    Optional<String> currency =
        columns.has("cost")
            ? columns.inBrackets("cost").flatMap(AmountCurrency::of)
            : Optional.empty();
    return AdContext.of("").in(currency);
  }
}
