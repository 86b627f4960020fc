package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retainer.spi.Connector;
import io.retainer.spi.ReadSettings;
import io.retainer.spi.Recognition;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Genuine exports, where there are any: their sums are the sources' own, or counted by hand. */
class GenuineExportsTest {

  private static final ReadSettings SETTINGS =
      new ReadSettings(
          ZoneId.of("UTC"),
          Currency.getInstance("EUR"),
          Optional.empty(),
          Optional.empty(),
          Map.of());

  @ParameterizedTest
  @CsvSource({
    "google_ads/campaign_report_utf8.csv,2,GBP,40585,1164.10",
    "google_ads/campaign_report_utf16_tsv.csv,1,GBP,9380,365.22",
    "google_ads/ad_report.csv,15,USD,305,117.06"
  })
  void ofGoogleAdsAddUp(String path, int rows, String currency, String impressions, String cost)
      throws IOException {
    RecordingSink sink = read(new GoogleAds(), path);

    var table = sink.table();
    assertThat(table.rejected()).isEmpty();
    assertThat(table.rows()).hasSize(rows);
    assertThat(table.header().currency()).contains(currency);
    assertThat(table.header().period()).isPresent();
    assertThat(sum(table, "impressions")).isEqualByComparingTo(impressions);
    assertThat(sum(table, "cost")).isEqualByComparingTo(cost);
    // The source rounds its total on its own: a penny is no difference.
    table
        .totals()
        .forEach(
            total ->
                assertThat(sum(table, total.column()).subtract(total.value()).abs())
                    .as(total.column())
                    .isLessThanOrEqualTo(new BigDecimal("0.01")));
  }

  @ParameterizedTest
  @CsvSource({
    "Devices(2026.02.05-2026.02.10).csv,4,impressions,299",
    "Devices(2026.02.05-2026.02.10).csv,4,cost,139.67",
    "Networks(2026.02.05-2026.02.10).csv,2,cost,139.67",
    "Networks(2026.02.05-2026.02.10).csv,2,clicks,91",
    "Day_&_hour(Day_Hour_2026.02.05-2026.02.10).csv,168,impressions,299",
    "Time_series(2026.02.05).csv,24,cost,0",
    "Search_keywords(2026.02.05).csv,46,clicks,0"
  })
  void ofTheOverviewAgreeWithEachOther(String card, int rows, String column, String sum)
      throws IOException {
    RecordingSink sink = read(new GoogleAds(), "google_ads_overview/" + card);

    var table = sink.table();
    assertThat(table.rejected()).isEmpty();
    assertThat(table.rows()).hasSize(rows);
    assertThat(table.header().period().orElseThrow().start()).hasToString("2026-02-05");
    assertThat(sum(table, column)).isEqualByComparingTo(sum);
  }

  @Test
  void ofMetaAdsAddUp() throws IOException {
    RecordingSink sink = read(new MetaAds(), "meta_ads/MH4U-Ads.xlsx");

    var ads = sink.tables().get(0);
    assertThat(ads.rows()).hasSize(50);
    assertThat(ads.header().currency()).contains("UAH");
    assertThat(ads.totals()).hasSize(2);
    ads.totals()
        .forEach(
            total ->
                assertThat(sum(ads, total.column()))
                    .as(total.column())
                    .isEqualByComparingTo(total.value()));
    assertThat(sink.tables().get(1).column("reach")).containsExactly(1_211_188L);
  }

  @Test
  void ofMetaAdsWithoutDataSayNothing() throws IOException {
    RecordingSink sink = read(new MetaAds(), "meta_ads/campaigns_no_data.csv");

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "google-ads,google_ads/ad_asset_report.xlsx",
    "linkedin-ads,warehouse_api_tables/linkedin_monthly_ad_analytics_by_member_country_data.csv",
    "linkedin-ads,warehouse_api_tables/linkedin_monthly_ad_analytics_by_member_region_data.csv",
    "x-ads,warehouse_api_tables/twitter_campaign_locations_report_data.csv",
    "x-ads,warehouse_api_tables/twitter_line_item_keywords_report_data.csv"
  })
  void ofWhatOverlapsAreRefused(String id, String path) throws IOException {
    RecordingSink sink = read(connector(id), path);

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues()).hasSize(1);
  }

  /** Sums of the columns, taken from the files with another program. */
  @ParameterizedTest
  @CsvSource({
    "meta-ads,facebook_ads_basic_ad_data,10,643.63,37275,149",
    "google-ads,google_ads_campaign_stats_data,16,231.33,1854,280",
    "linkedin-ads,linkedin_ad_analytics_by_campaign_data,20,530.62,1359,919",
    "linkedin-ads,linkedin_ad_analytics_by_creative_data,100,0,13265,389",
    "microsoft-ads,microsoft_ads_campaign_performance_daily_report_data,2630,946.34,7569,592",
    "tiktok-ads,tiktok_campaign_country_report_data,10,1486.10,98200,2065",
    "tiktok-ads,tiktok_campaign_report_hourly_data,4,444.792,34470,244",
    "x-ads,twitter_line_item_report_data,4,77.605132,53520,375",
    "x-ads,twitter_campaign_report_data,4,138.535734,9876,968",
    "x-ads,twitter_promoted_tweet_report_data,100,1390.824997,554124,5099"
  })
  void ofWarehousesAddUp(
      String id, String table, int rows, String cost, String impressions, String clicks)
      throws IOException {
    RecordingSink sink = read(connector(id), "warehouse_api_tables/" + table + ".csv");

    String column = id.equals("meta-ads") ? "link_clicks" : "clicks";
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.tables().stream().mapToInt(each -> each.rows().size()).sum()).isEqualTo(rows);
    assertThat(sum(sink, "cost")).isEqualByComparingTo(cost);
    assertThat(sum(sink, "impressions")).isEqualByComparingTo(impressions);
    assertThat(sum(sink, column)).isEqualByComparingTo(clicks);
  }

  private static AdConnector connector(String id) {
    return ServiceLoader.load(Connector.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(connector -> connector.describe().id().equals(id))
        .map(AdConnector.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal sum(RecordingSink sink, String column) {
    return sink.tables().stream()
        .map(table -> sum(table, column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static RecordingSink read(AdConnector connector, String path) throws IOException {
    var found = Samples.find(path);
    assumeTrue(found.isPresent(), "genuine export " + path);
    var file = TestFile.of(found.get());
    assertThat(connector.recognise(file)).isInstanceOf(Recognition.Recognised.class);
    var sink = new RecordingSink();
    connector.read(file, SETTINGS, sink);
    return sink;
  }

  private static BigDecimal sum(RecordingSink.ReadTable table, String column) {
    return table.column(column).stream()
        .filter(Objects::nonNull)
        .map(value -> new BigDecimal(value.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
