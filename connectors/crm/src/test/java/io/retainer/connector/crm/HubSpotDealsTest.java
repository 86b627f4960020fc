package io.retainer.connector.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSpotDealsTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new HubSpotDeals();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("hubspot-deals.csv"),
        file("hubspot-deals-de.csv"),
        file("hubspot-deal-loaded.csv"),
        file("hubspot-deal-own-stages.csv").with(file("hubspot-stages.csv")),
        file("hubspot-stage-entries.csv"));
  }

  @Test
  void readsDealsDatedByTheirCreation() throws IOException {
    ReadTable deals = read(file("hubspot-deals.csv")).tables("deals").get(0);

    assertThat(deals.rows()).hasSize(3);
    var won = deals.rows().get(0);
    assertThat(won.period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 9, 1)));
    assertThat(won.values())
        .containsEntry("deal_id", "20000000001")
        .containsEntry("status", "won")
        .containsEntry("amount", new BigDecimal("12500.50"))
        .containsEntry("currency", "EUR")
        .containsEntry("closed_at", LocalDateTime.of(2026, 10, 14, 10, 15))
        .containsEntry("source_name", "ORGANIC_SEARCH");
    assertThat(deals.column("status")).containsExactly("won", "lost", "open");
  }

  @Test
  void takesTheExpectedDayOfAnOpenDealForNoDayOfClosing() throws IOException {
    assertThat(read(file("hubspot-deals.csv")).tables("deals").get(0).rows().get(2).values())
        .doesNotContainKey("closed_at");
  }

  @Test
  void readsDealsUnderTheNamesOfTheirProperties() throws IOException {
    ReadTable deals =
        read(TestFile.of(
                "deals.csv",
                """
                amount,closedate,createdate,dealname,dealstage,hs_lastmodifieddate,hs_object_id,pipeline
                ,2026-10-25,2026-09-25,Kettles for all,qualifiedtobuy,2026-10-29,20000000001,default
                1200.5,2026-10-14,2026-09-26,Copper,closedwon,2026-10-18,20000000002,default
                300,2026-10-02,2026-09-27,Tea,95211147,2026-10-18,20000000003,default
                """))
            .tables("deals")
            .get(0);

    assertThat(deals.column("deal_id")).containsExactly("20000000001", "20000000002");
    assertThat(deals.column("status")).containsExactly("open", "won");
    assertThat(deals.rejected())
        .singleElement()
        .satisfies(row -> assertThat(row.issue().advice()).contains("won-stages"));
  }

  @Test
  void keepsNoNameAndNoAddress() throws IOException {
    assertThat(file("hubspot-deals.csv").text()).contains("pat@example.com", "Pat Example");
    assertThat(read(file("hubspot-deals.csv")).transcript())
        .doesNotContain("pat@example.com", "Pat Example");
    assertThat(read(file("hubspot-deals.csv")).tables("deals").get(0).column("customer_key"))
        .filteredOn(key -> key != null)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void readsTheHistoryOfStagesFromTheirColumns() throws IOException {
    ReadTable entries = read(file("hubspot-deals.csv")).tables("deal_stages").get(0);

    assertThat(entries.rows()).hasSize(4);
    assertThat(entries.rows().get(0).values())
        .containsEntry("deal_id", "20000000001")
        .containsEntry("stage", "Appointment scheduled")
        .containsEntry("pipeline", "Sales Pipeline")
        .containsEntry("entered_at", LocalDateTime.of(2026, 9, 1, 9, 0))
        .containsEntry("left_at", LocalDateTime.of(2026, 10, 14, 10, 15));
    assertThat(entries.column("stage"))
        .containsExactly(
            "Appointment scheduled",
            "Closed won",
            "Appointment scheduled",
            "Appointment scheduled");
  }

  @Test
  void readsStagesOfAPipelineWhoseNameHasBrackets() throws IOException {
    RecordingSink sink =
        read(
            TestFile.of(
                "deals.csv",
                """
                Record ID,Create Date,Deal Name,Deal Stage,Pipeline,"Date entered ""Closed Lost  (Midwest (ND, SD))""\","Date exited ""Closed Lost  (Midwest (ND, SD))""\"
                1,2026-10-01 09:00,Desks,"Closed Lost (Midwest (ND, SD))","Midwest (ND, SD)",2026-10-09 09:00,
                """));

    assertThat(sink.tables("deals").get(0).column("status")).containsExactly("lost");
    assertThat(sink.tables("deal_stages").get(0).rows().get(0).values())
        .containsEntry("stage", "Closed Lost")
        .containsEntry("pipeline", "Midwest (ND, SD)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Record ID,Deal Name,Deal Stage,Close Date,Amount,Pipeline | Create Date",
        "Record ID,Company name,Company owner,Create Date,City | companies",
        "Record ID,First Name,Last Name,Email,Contact owner,Create Date | contacts",
        "Object ID,Form Submissions,Page Views,Form ID,Name | forms",
        "Object ID,Number of Emails,Campaign name,Campaign Id | campaigns"
      })
  void saysWhyHubSpotsOtherExportsAreNotRead(String headings, String why) throws IOException {
    assertThat(
            new HubSpotDeals().recognise(TestFile.of("export.csv", headings + "\n1,a,b,c,d,e\n")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> {
              assertThat(refused.isKnown()).isTrue();
              assertThat(refused.reason()).contains(why, "Export, and take all properties");
            });
  }

  @Test
  void readsGermanHeadingsStagesAndAmounts() throws IOException {
    ReadTable deals = read(file("hubspot-deals-de.csv")).table();

    assertThat(deals.column("status")).containsExactly("won", "open");
    assertThat(deals.column("amount"))
        .containsExactly(new BigDecimal("12500.50"), new BigDecimal("800.00"));
    assertThat(deals.header().currency()).contains("EUR");
  }

  @Test
  void learnsFromTheTableOfStagesWhichAreWonAndLost() throws IOException {
    RecordingSink sink = read(file("hubspot-deal-own-stages.csv").with(file("hubspot-stages.csv")));

    assertThat(sink.table().column("status")).containsExactly("won", "lost");
    assertThat(sink.table().column("stage")).containsExactly("Signed", "Walked away");
  }

  @Test
  void asksForTheTableOfStagesRatherThanCallingEveryDealOpen() throws IOException {
    RecordingSink sink = read(file("hubspot-deal-own-stages.csv"));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.expected()).contains("deal_pipeline_stage"));
  }

  @Test
  void takesTheNumberOfAStageForNoStageOnTheWay() throws IOException {
    ReadTable deals =
        read(TestFile.of(
                "deals.csv",
                """
                Record ID,Deal Name,Deal Stage,Amount,Create Date
                1,Windows,1029384756,100,2026-10-01 09:00
                2,Doors,closedwon,200,2026-10-02 09:00
                """))
            .table();

    assertThat(deals.column("status")).containsExactly("won");
    assertThat(deals.rejected().get(0).issue().advice()).contains("won-stages");
  }

  @Test
  void leavesDeletedDealsOut() throws IOException {
    assertThat(read(file("hubspot-deal-loaded.csv")).table().column("deal_id"))
        .containsExactly("1244495215", "1075671446");
  }

  @Test
  void readsTheGenuineTableOfDeals() throws IOException {
    var genuine = Samples.find("warehouse_api_tables/hubspot_deal_data.csv");
    assumeThat(genuine).isPresent();

    RecordingSink sink = read(TestFile.of(genuine.orElseThrow()));

    assertThat(sink.table().rows().size() + sink.passedOver().size()).isEqualTo(44);
    assertThat(sink.table().rejected()).isEmpty();
  }

  private static TestFile file(String name) {
    return TestFile.resource(HubSpotDealsTest.class, name);
  }
}
