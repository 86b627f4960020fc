package io.retainer.connector.ads;

import io.retainer.spi.ConnectorDescription;
import io.retainer.spi.Datasets;
import io.retainer.spi.Evidence;
import io.retainer.spi.SourceFile;
import io.retainer.toolkit.AmountCurrency;
import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Headings;
import io.retainer.toolkit.Row;
import io.retainer.toolkit.Sheet;
import io.retainer.toolkit.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Advertising on VKontakte: VK Реклама and the cabinet before it. */
public final class VkAds extends AdConnector {

  private static final Headings HEADINGS = Headings.load(VkAds.class, "vk-headings.txt");
  private static final Headings TELLING = Headings.load(VkAds.class, "vk-telling.txt");

  private static final List<List<String>> NEEDED =
      List.of(List.of("cost", "results"), List.of("impressions", "clicks", "link_clicks"));

  @Override
  public ConnectorDescription describe() {
    return ConnectorDescription.of("vk-ads", "VK Ads")
        .about("Campaigns, groups and ads of VK Реклама and of VKontakte's older cabinet.")
        .export(
            "statistics of VK Реклама",
            "In the cabinet of ads.vk.com open Статистика, choose кампании, группы or объявления,"
                + " detail by days, and download XLSX or CSV.")
        .export("statistics of the older cabinet", "On vk.com/ads, Статистика, Экспорт (CSV).")
        .layout("statistics of VK Реклама as XLSX or CSV", Evidence.REPORTED)
        .layout("statistics of the older cabinet as CSV (windows-1251)", Evidence.REPORTED)
        .layout("statistics by age, sex or region, added up", Evidence.REMEMBERED)
        .fills(Datasets.AD_PERFORMANCE, "each line, by day where days are a column")
        .languages(Evidence.REPORTED, "ru")
        .canLiveWithout("Охват", "Клики", "Результат")
        .note("Results keep what they are of (Цель); without that column they are left out.")
        .note("Whether expenses include VAT is kept where the heading says it.")
        .note("A file without a column of days needs its period: it names none itself.")
        .build();
  }

  @Override
  protected String expected() {
    return "the headings of VK Реклама, such as Дата, Название кампании, Показы, Клики and Потрачено"
        + " всего, ₽";
  }

  @Override
  protected Optional<AdFind> find(Sheet sheet) throws IOException {
    return find(sheet, HEADINGS, NEEDED)
        .filter(table -> isTold(TELLING, table.columns().row()))
        .map(table -> new AdFind(table, "statistics"));
  }

  @Override
  protected AdContext context(Table table, SourceFile file) throws IOException {
    Columns columns = table.columns();
    List<Row> above = table.preamble().stream().filter(row -> !row.isBlank()).toList();
    String cost = columns.has("cost") ? columns.heading("cost") : "";
    return AdContext.of(above.isEmpty() ? "" : Periods.line(above.get(0)))
        .about(Periods.above(above))
        .in(AmountCurrency.inHeading(cost))
        .withVat(Vat.in(cost));
  }
}
