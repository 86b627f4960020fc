package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkedInAdsTest extends AdsContract {

  private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

  private final LinkedInAds ads = new LinkedInAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("campaigns.csv"), file("ads-nl.csv"), file("campaigns-de.csv"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(LinkedInAdsTest.class, "linkedin/" + name);
  }

  @Test
  void readsDaysWithTheMonthFirstAsEnglishReportsHaveIt() throws IOException {
    ReadTable table = read(file("campaigns.csv")).table();

    assertThat(table.header().title()).isEqualTo("Campaign Performance Report (in UTC)");
    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().period())
        .contains(DateSpan.ofDays(OCTOBER, LocalDate.of(2026, 10, 3)));
    assertThat(table.header().currency()).contains("USD");
    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(0).period()).isEqualTo(DateSpan.ofDay(OCTOBER));
    assertThat(table.rows().get(0).values())
        .containsEntry("campaign", "B2B kettles")
        .containsEntry("cost", new BigDecimal("1033.33"))
        .containsEntry("impressions", 10_000L)
        .containsEntry("clicks", 41L)
        .containsEntry("link_clicks", 33L)
        .containsEntry("reach", 8100L)
        .containsEntry("conversions", new BigDecimal("3"))
        .containsEntry("conversion_value", new BigDecimal("300.00"));
  }

  @Test
  void readsTheReportOfASingleCampaignBelowLinesWithMoreCommasThanItHasRows() throws IOException {
    String report =
        """
        Campaign Performance Report (in UTC)
        Report Start: October 1, 2026, 12:00 AM
        Report End: October 31, 2026, 11:59 PM
        Date Generated: November 1, 2026, 9:00 AM

        Start Date (in UTC)\tAccount Name\tCurrency\tCampaign Name\tCampaign ID\tTotal Spent\tImpressions\tClicks
        10/1/2026\tKettles\tEUR\tB2B kettles\t2\t10.50\t1000\t20
        """;

    ReadTable table =
        read(TestFile.of("report.csv", report.getBytes(StandardCharsets.UTF_16))).table();

    assertThat(table.column("cost")).containsExactly(new BigDecimal("10.50"));
    assertThat(table.column("campaign")).containsExactly("B2B kettles");
  }

  @Test
  void givesTheWholePeriodToRowsThatOnlyNameItsBeginning() throws IOException {
    ReadTable table = read(file("ads-nl.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.rows())
        .allSatisfy(
            row ->
                assertThat(row.period())
                    .isEqualTo(DateSpan.ofDays(OCTOBER, LocalDate.of(2026, 10, 31))));
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "ad_group", "ad");
    assertThat(table.column("cost"))
        .containsExactly(new BigDecimal("1055.39"), new BigDecimal("9.36"));
    assertThat(table.column("impressions")).containsExactly(12_345L, 820L);
    assertThat(table.header().currency()).contains("EUR");
  }

  @Test
  void readsMonthsThatAreNamedByTheirFirstDay() throws IOException {
    ReadTable table = read(file("campaigns-de.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.MONTH);
    assertThat(table.rows())
        .extracting(row -> row.period().toString())
        .containsExactly("2026-08-01..2026-08-31", "2026-09-01..2026-09-30");
    assertThat(sum(table, "cost")).isEqualByComparingTo("450.51");
  }

  @Test
  void namesTheAccountOfTheFile() throws IOException {
    assertThat(readWithoutAccount(file("campaigns.csv")).table().header().account())
        .isEqualTo("Kiosk North");
  }

  @Test
  void saysWhatItLeavesOut() throws IOException {
    assertThat(read(file("campaigns.csv")).passedOver().get(6L)).contains("Leads");
  }
}
