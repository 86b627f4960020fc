package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Recognition;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.Samples;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class KlaviyoTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Klaviyo();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("klaviyo-campaigns.csv"),
        file("klaviyo-campaign-report.csv"),
        file("klaviyo-flows.csv"));
  }

  @Test
  void readsTheListOfCampaigns() throws IOException {
    ReadTable campaigns = read(file("klaviyo-campaigns.csv")).table();

    assertThat(campaigns.rows()).hasSize(3);
    assertThat(campaigns.rows().get(0).values())
        .containsEntry("campaign_id", "2025-04-09T09:38 · Spring candles")
        .containsEntry("campaign", "Spring candles")
        .containsEntry("list", "Engaged (3 Months), VIP (=>3 orders)")
        .containsEntry("sent_at", LocalDateTime.of(2025, 4, 9, 9, 38))
        .containsEntry("recipients", 1204L)
        .containsEntry("delivered", 1190L)
        .containsEntry("opens_unique", 412L)
        .containsEntry("clicks_total", 71L)
        .containsEntry("revenue", new BigDecimal("198.3"));
  }

  @Test
  void takesPeopleWhoOrderedForNoOrders() throws IOException {
    assertThat(read(file("klaviyo-campaigns.csv")).table().header().columns())
        .doesNotContain("orders");
  }

  @Test
  void leavesTextMessagesOutAndSaysSo() throws IOException {
    RecordingSink sink = read(file("klaviyo-campaigns.csv"));

    assertThat(sink.table().column("campaign")).doesNotContain("Summer sale by text");
    assertThat(sink.passedOver().values())
        .singleElement()
        .asString()
        .contains("another channel, \"SMS\"");
  }

  @Test
  void saysThatACustomReportTakesThePlaceOfTheListThatKnowsMore() throws IOException {
    assertThat(read(file("klaviyo-campaign-report.csv")).assumed())
        .anyMatch(what -> what.contains("import the list once more"));
    assertThat(read(file("klaviyo-campaigns.csv")).assumed())
        .noneMatch(what -> what.contains("import the list once more"));
  }

  @Test
  void putsDayAndTimeOfACustomReportTogether() throws IOException {
    ReadTable campaigns = read(file("klaviyo-campaign-report.csv")).table();

    assertThat(campaigns.column("sent_at"))
        .containsExactly(
            LocalDateTime.of(2025, 10, 29, 10, 30), LocalDateTime.of(2025, 10, 25, 18, 0));
    assertThat(campaigns.column("campaign_id"))
        .containsExactly(
            "2025-10-29T10:30 · October 29th: Reminder", "2025-10-25T18:00 · October 25th: Lamps");
    assertThat(campaigns.header().columns()).doesNotContain("delivered", "recipients");
  }

  @Test
  void knowsACampaignOfTheListAgainInTheCustomReport() throws IOException {
    ReadTable listed =
        read(TestFile.of(
                "list.csv",
                ("Campaign Name,Subject,Send Time,Send Weekday,Total Recipients,Unique Opens,"
                        + "Successful Deliveries,Campaign ID,Campaign Channel\n"
                        + "October 29th: Reminder,Final 48 hours!,2025-10-29 10:30:07,Wednesday,"
                        + "1204,412,1190,01JZ,Email\n")
                    .getBytes(StandardCharsets.UTF_8)))
            .table();
    ReadTable reported = read(file("klaviyo-campaign-report.csv")).table();

    assertThat(reported.column("campaign_id")).containsAll(listed.column("campaign_id"));
  }

  @Test
  void tellsTwoCampaignsOfTheSameMinuteAndNameApart() throws IOException {
    String row = "Sale,Now,2025-10-29 10:30:00,Wednesday,10,4,9,";
    ReadTable campaigns =
        read(TestFile.of(
                "list.csv",
                ("Campaign Name,Subject,Send Time,Send Weekday,Total Recipients,Unique Opens,"
                        + "Successful Deliveries,Campaign ID,Campaign Channel\n"
                        + row
                        + "01JA,Email\n"
                        + row
                        + "01JB,Email\n")
                    .getBytes(StandardCharsets.UTF_8)))
            .table();

    assertThat(campaigns.column("campaign_id")).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void readsFlowsByMonthInAnAccountBesideTheCampaigns() throws IOException {
    List<ReadTable> tables = read(file("klaviyo-flows.csv")).tables();

    ReadTable months = tables.get(0);
    assertThat(months.header().grain()).isEqualTo(Grain.MONTH);
    assertThat(months.header().account()).isEqualTo("sample flows");
    assertThat(months.header().cut()).containsExactly("campaign");
    assertThat(months.column("recipients")).containsExactly(499L, 180L);
    assertThat(months.column("delivered")).containsExactly(494L, 179L);
    assertThat(months.rows().get(0).period())
        .isEqualTo(DateSpan.ofDays(LocalDate.of(2025, 9, 1), LocalDate.of(2025, 9, 30)));
  }

  @Test
  void keepsASpanThatIsNoMonthApart() throws IOException {
    List<ReadTable> tables = read(file("klaviyo-flows.csv")).tables();

    assertThat(tables).hasSize(2);
    assertThat(tables.get(1).header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(tables.get(1).rows())
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.period())
                    .isEqualTo(
                        DateSpan.ofDays(LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 30))));
  }

  @Test
  void refusesTheStatisticsOfForms() throws IOException {
    assertThat(connector().recognise(file("klaviyo-forms.csv")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("do not say on which days"));
  }

  @Test
  void readsAListThatExcelSavedAgain() throws IOException {
    ReadTable campaigns =
        read(TestFile.of(
                "Mappe1.csv",
                ("Campaign Name;Subject;Send Time;Send Weekday;Total Recipients;Revenue;Unique"
                        + " Opens;Successful Deliveries;Campaign ID;Campaign Channel\r\n"
                        + "A;B;30.04.2025 09:38;Mittwoch;64517;2800,27;45587;64386;01J1;Email\r\n")
                    .getBytes(StandardCharsets.UTF_8)))
            .table();

    assertThat(campaigns.column("sent_at")).containsExactly(LocalDateTime.of(2025, 4, 30, 9, 38));
    assertThat(campaigns.column("revenue")).containsExactly(new BigDecimal("2800.27"));
  }

  @Test
  void readsTheGenuineList() throws IOException {
    ReadTable campaigns = genuine("klaviyo/campaigns_ui_export_0.csv").table();

    assertThat(campaigns.rows()).hasSize(92);
    assertThat(campaigns.rejected()).isEmpty();
    assertThat(sum(campaigns, "recipients")).isEqualTo(4_112_927);
    assertThat(sum(campaigns, "delivered")).isEqualTo(4_098_579);
    assertThat(sum(campaigns, "opens_unique")).isEqualTo(2_421_948);
    assertThat(sum(campaigns, "clicks_unique")).isEqualTo(27_592);
  }

  @Test
  void readsTheGenuineCustomReports() throws IOException {
    ReadTable campaigns = genuine("klaviyo/miir_campaign_data.csv").table();
    assertThat(campaigns.rows()).hasSize(45);
    assertThat(sum(campaigns, "opens_unique")).isEqualTo(2_898_778);
    assertThat(sum(campaigns, "clicks_unique")).isEqualTo(36_227);

    List<ReadTable> flows = genuine("klaviyo/miir_flow_data.csv").tables();
    assertThat(flows.stream().mapToLong(table -> sum(table, "recipients")).sum())
        .isEqualTo(168_637);
    assertThat(flows.stream().mapToLong(table -> sum(table, "delivered")).sum())
        .isEqualTo(168_637 - 3_362);
    assertThat(flows).allSatisfy(table -> assertThat(table.rejected()).isEmpty());
  }

  private RecordingSink genuine(String path) throws IOException {
    var genuine = Samples.find(path);
    assumeThat(genuine).isPresent();
    return read(TestFile.of(genuine.orElseThrow()));
  }

  private static long sum(ReadTable table, String column) {
    return table.column(column).stream().mapToLong(value -> (Long) value).sum();
  }

  private static TestFile file(String name) {
    return TestFile.resource(KlaviyoTest.class, name);
  }

  @Test
  void saysWhichReportCountsMessages() throws IOException {
    assertThat(
            connector()
                .recognise(
                    TestFile.of(
                        "Campaign Sent Report.csv",
                        "Date,Group Id,List/Segment,Click Rate,Open Rate,Total Placed Order Value\n"
                            + "2024,QTa1,Kettle owners,0.09091,0.63636,105.6\n")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("Export the list of campaigns"));
  }
}
