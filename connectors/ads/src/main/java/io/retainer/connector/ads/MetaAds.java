package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.SourceFile;
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
    return new ConnectorDescription(
        "meta-ads",
        "Meta Ads",
        "Reads exports of Meta Ads Manager and of its reports: choose Export table data, as XLSX or"
            + " CSV, with the columns Amount spent, Impressions, Reach, Clicks (all) and Link clicks."
            + " Take the breakdown By day to get figures day by day.",
        List.of(
            "campaigns, ad sets and ads as XLSX or CSV, with and without a breakdown by day, week or"
                + " month, platform, device or country",
            "breakdowns by age, gender, placement and others are added up",
            "pivot tables of Ads Reporting with their lines \"All\"",
            "results keep their kind and are never added over kinds; purchases are the conversions,"
                + " other events are left out",
            "the line of totals says how many people were reached together",
            "headings in English, German, French, Spanish, Portuguese, Italian, Russian, Ukrainian,"
                + " Polish and Dutch known from public parsers; in Finnish never seen in an export"),
        List.of(Datasets.AD_PERFORMANCE.name()));
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
        columns.has("cost") && columns.inBrackets("cost").flatMap(Currencies::of).isPresent();
    boolean isOfMeta =
        columns.has("result_indicator") || columns.has("link_clicks") && columns.has("ad_group");
    return isReport || isInCurrency || columns.has("cost") && isOfMeta
        ? Optional.of(new AdFind(table.get(), isReport ? "report" : "report without its dates"))
        : Optional.empty();
  }

  @Override
  protected AdContext context(Table table, SourceFile file) {
    Columns columns = table.columns();
    Optional<String> currency =
        columns.has("cost") ? columns.inBrackets("cost").flatMap(Currencies::of) : Optional.empty();
    return AdContext.of("").in(currency);
  }
}
