package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.testkit.Archives;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetaAdsTest extends AdsContract {

  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private final MetaAds ads = new MetaAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("campaigns.csv"), file("days-es.csv"), file("ads-ru.csv"), file("pivot.csv"), book());
  }

  private static TestFile file(String name) {
    return TestFile.resource(MetaAdsTest.class, "meta/" + name);
  }

  /** As the platform writes it: dates are texts, figures are typed, totals come first. */
  private static TestFile book() {
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put(
        "Worksheet",
        List.of(
            List.of(
                "Reporting starts",
                "Reporting ends",
                "Ad name",
                "Ad Set Name",
                "Attribution setting",
                "Results",
                "Result indicator",
                "Reach",
                "Impressions",
                "Quality ranking",
                "Amount spent (UAH)",
                "Ends"),
            Arrays.asList(
                "2026-10-01",
                "2026-10-31",
                null,
                null,
                "7-day click",
                null,
                null,
                900,
                1500,
                "-",
                1917.4,
                null),
            Arrays.asList(
                "2026-10-01",
                "2026-10-31",
                "Допис",
                "Холодна",
                "7-day click",
                466,
                "actions:post_engagement",
                700,
                1200,
                "-",
                1197.7,
                "2026-10-23"),
            Arrays.asList(
                "2026-10-01",
                "2026-10-31",
                "Відео",
                "Холодна",
                "7-day click",
                20,
                "video_thruplay_watched_actions",
                300,
                300,
                "-",
                719.7,
                "2026-10-23")));
    return TestFile.of("Ads.xlsx", Archives.xlsx(sheets));
  }

  @Test
  void readsCampaignsOfAPeriodWithoutTheFirstLineThatAddsThemUp() throws IOException {
    ReadTable table = read(file("campaigns.csv")).tables().get(0);

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().currency()).contains("PLN");
    assertThat(table.header().cut()).containsExactly("campaign");
    assertThat(table.column("campaign")).containsExactly("Kettles, autumn", "Cups 🍵");
    assertThat(table.rows().get(0).period()).isEqualTo(OCTOBER);
    assertThat(table.rows().get(0).values())
        .containsEntry("cost", new BigDecimal("1197.7"))
        .containsEntry("impressions", 111_537L)
        .containsEntry("reach", 46_625L)
        .containsEntry("clicks", 2100L)
        .containsEntry("link_clicks", 1500L)
        .containsEntry("attribution", "7-day click or 1-day view")
        .doesNotContainKey("conversions");
    assertAddsUp(table);
  }

  @Test
  void aCampaignThatWasNotShownCostNothing() throws IOException {
    String text =
        """
        "Reporting starts","Reporting ends","Campaign name","Attribution setting",Results,"Result indicator",Reach,Impressions,"Amount spent (PLN)","Link clicks","Clicks (all)"
        2026-10-01,2026-10-31,"Kettles","7-day click",466,actions:link_click,46625,111537,1197.7,1500,2100
        2026-10-01,2026-10-31,"Cups","7-day click",,,,,,,
        2026-10-01,2026-10-31,"Pots","7-day click",,,500,1000,,,
        """;
    ReadTable table = read(TestFile.of("campaigns.csv", text)).tables().get(0);

    assertThat(table.rows().get(1).values())
        .containsEntry("impressions", 0L)
        .containsEntry("cost", BigDecimal.ZERO)
        .doesNotContainKey("reach");
    assertThat(table.rows().get(2).values())
        .containsEntry("impressions", 1000L)
        .doesNotContainKeys("cost", "clicks");
  }

  @Test
  void keepsTheKindOfAResultAndStatesNoTotalOfThem() throws IOException {
    ReadTable table = read(file("campaigns.csv")).tables().get(0);

    assertThat(table.column("results")).containsExactly(new BigDecimal("466"), new BigDecimal("6"));
    assertThat(table.column("result_type"))
        .containsExactly("actions:link_click", "actions:offsite_conversion.fb_pixel_purchase");
    assertThat(table.column("conversions")).containsExactly(null, new BigDecimal("6"));
    assertThat(table.column("conversion_value")).containsExactly(null, new BigDecimal("1248.5"));
    assertThat(table.totals())
        .extracting(total -> total.column())
        .doesNotContain("results", "reach");
  }

  @Test
  void keepsThePeopleReachedTogetherAsTheSourceCountedThem() throws IOException {
    ReadTable together = read(file("campaigns.csv")).tables().get(1);

    assertThat(together.header().cut()).isEmpty();
    assertThat(together.header().columns()).containsExactly("impressions", "reach");
    assertThat(together.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.period()).isEqualTo(OCTOBER);
              assertThat(row.values())
                  .containsEntry("reach", 70_211L)
                  .containsEntry("impressions", 159_843L);
            });
  }

  @Test
  void readsDaysAndTheReportTheyBelongTo() throws IOException {
    ReadTable table = read(file("days-es.csv")).tables().get(0);

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().period())
        .contains(DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 3)));
    assertThat(table.rows())
        .extracting(row -> row.period().start() + " " + row.value("campaign"))
        .containsExactly("2026-10-01 Teteras", "2026-10-03 Teteras", "2026-10-01 Tazas");
    assertThat(table.header().currency()).contains("PEN");
    assertAddsUp(table);
  }

  @Test
  void readsARussianExportSavedAgainByExcel() throws IOException {
    ReadTable table = read(file("ads-ru.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactlyInAnyOrder("ad", "ad_group");
    assertThat(table.rows().get(0).values())
        .containsEntry("ad", "Чайник медный")
        .containsEntry("cost", new BigDecimal("12.40"))
        .containsEntry("impressions", 1350L)
        .containsEntry("reach", 1200L)
        .containsEntry("results", new BigDecimal("3"))
        .containsEntry("result_type", "actions:lead");
  }

  @Test
  void asksForACampaignThatStandsInTheFirstOfItsRowsOnly() throws IOException {
    var sink =
        read(
            TestFile.of(
                "pivot.csv",
                "Campaign name,Ad name,Reporting starts,Reporting ends,Impressions,Link clicks,Amount"
                    + " spent (EUR)\n"
                    + "Autumn,Leaf,2026-10-01,2026-10-31,100,9,1.50\n"
                    + ",Rain,2026-10-01,2026-10-31,200,8,2.50\n"
                    + "Winter,Snow,2026-10-01,2026-10-31,300,7,3.50\n"));

    assertThat(sink.table().column("campaign")).containsExactly("Autumn", "Winter");
    assertThat(sink.table().rejected())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.issue().line()).isEqualTo(3);
              assertThat(row.issue().column()).isEqualTo("Campaign name");
              assertThat(row.issue().advice()).contains("Fill the cell down");
            });
  }

  @Test
  void readsAPivotTableWhoseCampaignsStandAboveTheirDays() throws IOException {
    var sink = read(file("pivot.csv"));
    ReadTable table = sink.tables().get(0);

    assertThat(table.rows())
        .extracting(
            row ->
                row.value("campaign")
                    + " "
                    + row.period().start().getDayOfMonth()
                    + " "
                    + row.value("network"))
        .containsExactly("Kettles 1 facebook", "Kettles 1 instagram", "Cups 2 facebook");
    assertAddsUp(table);
    assertThat(sink.passedOver()).containsKeys(2L, 3L, 6L);
  }

  @Test
  void readsAWorkbook() throws IOException {
    ReadTable table = read(book()).tables().get(0);

    assertThat(table.header().currency()).contains("UAH");
    assertThat(table.column("ad")).containsExactly("Допис", "Відео");
    assertAddsUp(table);
  }

  @Test
  void takesNoDataForAnAnswer() throws IOException {
    var sink = read(file("no-data.csv"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues()).isEmpty();
    assertThat(sink.passedOver()).containsOnlyKeys(1L, 2L);
  }

  @Test
  void addsAgesUpAndNeverThePeopleReached() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "ages.csv",
                """
                Reporting starts,Reporting ends,Campaign name,Age,Gender,Amount spent (AUD),Impressions,Reach
                2026-10-01,2026-10-31,Kettles,25-34,female,200,9000,4000
                2026-10-01,2026-10-31,Kettles,25-34,male,300,9500,5000
                """))
            .table();

    assertThat(table.header().columns())
        .containsExactlyInAnyOrder("campaign", "cost", "impressions");
    assertThat(table.header().currency()).contains("AUD");
    assertThat(sum(table, "cost")).isEqualByComparingTo("500");
  }

  @Test
  void readsOnlyTheRawSheetOfAReportThatHoldsItsRowsTwice() throws IOException {
    List<List<Object>> rows =
        List.of(
            List.of("Campaign name", "Day", "Amount spent (EUR)", "Impressions"),
            List.of("Kettles", "2026-10-01", 10, 100));
    Map<String, List<List<Object>>> sheets = new LinkedHashMap<>();
    sheets.put("Formatted Report", rows);
    sheets.put("Raw Data Report", rows);

    var sink = read(TestFile.of("report.xlsx", Archives.xlsx(sheets)));

    assertThat(sink.tables()).singleElement().satisfies(t -> assertThat(t.rows()).hasSize(1));
  }

  /** Meta writes the total first, with nothing in the breakdown, whatever the breakdown is. */
  @ParameterizedTest
  @ValueSource(strings = {"Objective", "Ads", "A breakdown that nobody foresaw"})
  void takesTheTotalOfAnyBreakdownForATotal(String breakdown) throws IOException {
    ReadTable table =
        read(TestFile.of(
                "report.csv",
                breakdown
                    + """
                    ,"Delivery status",Reach,Impressions,"Clicks (all)","Link clicks","Amount spent (IDR)","Reporting starts","Reporting ends"
                    ,,900,1500,30,20,12500,2026-10-01,2026-10-31
                    OUTCOME_SALES,,500,1000,20,15,8000,2026-10-01,2026-10-31
                    OUTCOME_LEADS,,450,500,10,5,4500,2026-10-01,2026-10-31
                    """))
            .tables()
            .get(0);

    assertThat(table.rows()).hasSize(2);
    assertThat(table.column("impressions")).containsExactly(1000L, 500L);
    assertThat(table.totals()).anyMatch(total -> total.column().equals("impressions"));
  }

  @Test
  void takesTheOnlyLineOfAnAccountForARow() throws IOException {
    ReadTable table =
        read(TestFile.of(
                "report.csv",
                """
                "Delivery status","Delivery level",Reach,Impressions,"Clicks (all)","Link clicks","Amount spent (IDR)","Reporting starts","Reporting ends"
                ,,900,1500,30,20,12500,2026-10-01,2026-10-31
                """))
            .tables()
            .get(0);

    assertThat(table.column("impressions")).containsExactly(1500L);
  }
}
