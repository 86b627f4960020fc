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
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MailchimpTest extends ConnectorContract {

  private final Mailchimp mailchimp = new Mailchimp();

  @Override
  protected Connector connector() {
    return mailchimp;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(
        file("campaigns.csv"),
        file("campaigns-with-analytics.csv"),
        file("campaigns-without-id.csv"),
        file("single-campaign.csv"),
        file("mailchimp-reports.json"));
  }

  /** A dollar's sign is no euro, whatever the client counts in. */
  @Test
  void takesTheCurrencyFromTheAmounts() throws IOException {
    RecordingSink one = read(revenues("\"$1,234.50\"", "US$5.50"));
    RecordingSink none = read(revenues("1234.50", "5.50"));
    RecordingSink two = read(revenues("€4.50", "£5.50"));

    assertThat(one.table().header().currency()).contains("USD");
    assertThat(one.table().column("revenue"))
        .containsExactly(new BigDecimal("1234.50"), new BigDecimal("5.50"));
    assertThat(one.assumed()).isEmpty();
    assertThat(none.table().header().currency()).contains("EUR");
    assertThat(none.assumed()).hasSize(1);
    assertThat(two.issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.saw()).contains("several currencies: EUR, GBP"));
  }

  private static TestFile revenues(String first, String second) {
    String row = ",S,L,\"Oct 2%1$s, 2026 12:05 am\",100,90,5,5,45,60,9,9,0,0,id%1$s,1,%2$s%n";
    return TestFile.of(
        "campaigns.csv",
        "Title,Subject,List,\"Send Date\",\"Total Recipients\",\"Successful Deliveries\",\"Soft Bounces\",\"Hard Bounces\",\"Unique Opens\",\"Total Opens\",\"Unique Clicks\",\"Total Clicks\",Unsubscribes,\"Abuse Complaints\",\"Unique Id\",\"Total Orders\",\"Total Revenue\"\n"
            + "A"
            + row.formatted(1, first)
            + "B"
            + row.formatted(2, second));
  }

  @Test
  void readsACampaignAsAnEventOfTheDayItWasSent() throws IOException {
    ReadTable campaigns = read(file("campaigns.csv")).table();

    assertThat(campaigns.header().grain()).isEqualTo(Grain.EVENT);
    assertThat(campaigns.rows()).hasSize(4);
    var last = campaigns.rows().get(3);
    assertThat(last.period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2025, 10, 26)));
    assertThat(last.values())
        .containsEntry("campaign_id", "6f70a1b2c3")
        .containsEntry("campaign", "Loyal guests")
        .containsEntry("sent_at", LocalDateTime.of(2025, 10, 26, 14, 56))
        .containsEntry("delivered", 10498L)
        .containsEntry("clicks_unique", 803L)
        .containsEntry("opens_unique", 4120L)
        .containsEntry("revenue", new BigDecimal("1733.1"));
  }

  @Test
  void readsTheListWhoseHeadingsADatabaseHasWrittenWithUnderscores() throws IOException {
    var plain = new String(file("campaigns.csv").open().readAllBytes(), StandardCharsets.UTF_8);
    int end = plain.indexOf('\n');
    String headings = plain.substring(0, end).replace("\"", "").replace(' ', '_');

    ReadTable saved =
        read(TestFile.of("campaigns.csv", headings.toLowerCase(Locale.ROOT) + plain.substring(end)))
            .table();

    assertThat(saved.rows()).isEqualTo(read(file("campaigns.csv")).table().rows());
  }

  @Test
  void readsWhatTheMarketingApiAnswersOnTheClockOfTheClient() throws IOException {
    ReadTable campaigns = read(file("mailchimp-reports.json")).table();

    assertThat(campaigns.header().currency()).contains("EUR");
    assertThat(campaigns.column("campaign_id")).containsExactly("6f70a1b2c3", "70a1b2c3d4");
    assertThat(campaigns.column("sent_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 1, 9, 15), LocalDateTime.of(2026, 10, 2, 1, 30));
    assertThat(campaigns.rows().get(0).values())
        .containsEntry("recipients", 1210L)
        .containsEntry("delivered", 1200L)
        .containsEntry("opens_unique", 480L)
        .containsEntry("clicks_unique", 60L)
        .containsEntry("unsubscribes", 4L)
        .containsEntry("complaints", 1L)
        .containsEntry("orders", 5L)
        .containsEntry("revenue", new BigDecimal("240.25"));
  }

  @Test
  void keepsAmountsOfTwoCurrenciesInTablesOfTheirOwn() throws IOException {
    String text;
    try (var in = file("mailchimp-reports.json").open()) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    var tables =
        read(TestFile.of("reports.json", text.replaceFirst("\"EUR\"", "\"USD\""))).tables();

    assertThat(tables)
        .extracting(table -> table.header().currency().orElse(""))
        .containsExactly("EUR", "USD");
    assertThat(tables).allSatisfy(table -> assertThat(table.rows()).hasSize(1));
  }

  @Test
  void takesNoonAndMidnightForWhatTheyAre() throws IOException {
    ReadTable campaigns = read(file("campaigns.csv")).table();

    assertThat(campaigns.column("sent_at"))
        .contains(LocalDateTime.of(2025, 9, 17, 12, 5), LocalDateTime.of(2025, 10, 1, 0, 0));
  }

  @Test
  void givesAmountsTheClientsCurrency() throws IOException {
    assertThat(read(file("campaigns.csv")).table().header().currency()).contains("EUR");
  }

  @Test
  void knowsACampaignWithoutAnIdByWhatStaysTheSame() throws IOException {
    ReadTable campaigns = read(file("campaigns-without-id.csv")).table();

    assertThat(campaigns.column("campaign_id"))
        .contains("2025-09-03T09:15 · Autumn menu · Pumpkin buns are back 🎃 · Kiosk North guests")
        .doesNotHaveDuplicates();
    assertThat(campaigns.header().columns()).doesNotContain("revenue", "orders");
  }

  @Test
  void leavesOutACountThatTheFileDoesNotHave() throws IOException {
    assertThat(read(file("campaigns-with-analytics.csv")).table().header().columns())
        .contains("orders", "revenue")
        .containsAll(read(file("campaigns-without-id.csv")).table().header().columns());
  }

  @Test
  void readsTheLinksOfTheReportOfOneCampaignAndNothingThatTheListHasToo() throws IOException {
    ReadTable links = read(file("single-campaign.csv")).table();

    assertThat(links.header().dataset().name()).isEqualTo("email_links");
    assertThat(links.column("campaign")).containsOnly("Autumn menu");
    assertThat(links.column("sent_at")).containsOnly(LocalDateTime.of(2025, 9, 3, 9, 15));
    assertThat(links.column("clicks_total")).containsExactly(50L, 21L);
    assertThat(links.column("clicks_unique")).containsExactly(40L, 15L);
  }

  @Test
  void refusesAReportOfOneCampaignWithoutLinksAndNamesTheRightExport() throws IOException {
    assertThat(mailchimp.recognise(file("ab-campaign.csv")))
        .isInstanceOfSatisfying(
            Recognition.Refused.class,
            refused -> assertThat(refused.reason()).contains("campaigns.csv"));
  }

  @Test
  void readsAFileThatExcelSavedAgain() throws IOException {
    var saved =
        TestFile.of(
            "Campaigns.csv",
            ("\uFEFFTitle;Subject;List;Send Date;Total Recipients;Successful Deliveries;Unique"
                    + " Clicks;Click Rate;Unique Id;Total Revenue\r\n"
                    + "A;B;C;26.10.2018 14:56;1 204;1190;48;4,03%;70a1b2c3d4;198,30\r\n"
                    + "A;B;C;03.11.2018 09:00;3;3;0;0,00%;6f70a1b2c3;0\r\n")
                .getBytes(StandardCharsets.UTF_8));

    ReadTable campaigns = read(saved).table();

    assertThat(campaigns.column("sent_at"))
        .containsExactly(
            LocalDateTime.of(2018, 10, 26, 14, 56), LocalDateTime.of(2018, 11, 3, 9, 0));
    assertThat(campaigns.column("recipients")).containsExactly(1204L, 3L);
    assertThat(campaigns.column("revenue"))
        .containsExactly(new BigDecimal("198.30"), BigDecimal.ZERO);
  }

  @Test
  void asksWhenEveryDateReadsBothWays() throws IOException {
    var sink =
        read(
            TestFile.of(
                "campaigns.csv",
                """
                Title,Send Date,Total Recipients,Successful Deliveries,Unique Id
                A,03/04/2025 14:56,3,3,a1
                """));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.column()).isEqualTo("Send Date");
              assertThat(issue.saw()).contains("03/04/2025 14:56");
            });
  }

  @Test
  void rejectsARowWithTextWhereACountBelongs() throws IOException {
    ReadTable campaigns =
        read(TestFile.of(
                "campaigns.csv",
                """
                Title,Send Date,Total Recipients,Successful Deliveries,Unique Id
                A,"Oct 26, 2018 02:56 pm",3,three,a1
                B,"Oct 27, 2018 02:56 pm",n/a,3,a2
                C,,3,3,a3
                """))
            .table();

    assertThat(campaigns.column("campaign_id")).containsExactly("a2");
    assertThat(campaigns.column("recipients")).containsExactly((Object) null);
    assertThat(campaigns.rejected()).hasSize(2);
    assertThat(campaigns.rejected().get(0).issue().line()).isEqualTo(2);
    assertThat(campaigns.rejected().get(0).issue().column()).isEqualTo("Successful Deliveries");
    assertThat(campaigns.rejected().get(0).issue().saw()).isEqualTo("three");
    assertThat(campaigns.rejected().get(1).issue().column()).isEqualTo("Send Date");
  }

  @Test
  void readsTheGenuineExport() throws IOException {
    var genuine = Samples.find("mailchimp/campaigns.csv");
    assumeThat(genuine).isPresent();

    ReadTable campaigns = read(TestFile.of(genuine.orElseThrow())).table();

    assertThat(campaigns.rows()).hasSize(872);
    assertThat(campaigns.rejected()).isEmpty();
    assertThat(campaigns.column("campaign_id")).doesNotHaveDuplicates();
    assertThat(campaigns.column("delivered")).allMatch(Objects::nonNull);
  }

  private static TestFile file(String name) {
    return TestFile.resource(MailchimpTest.class, name);
  }
}
