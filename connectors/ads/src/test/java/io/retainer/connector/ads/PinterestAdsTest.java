package io.retainer.connector.ads;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PinterestAdsTest extends AdsContract {

  private static final DateSpan OCTOBER =
      DateSpan.ofDays(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));

  private final PinterestAds ads = new PinterestAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("days.csv"), file("campaigns.csv"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(PinterestAdsTest.class, "pinterest/" + name);
  }

  @Test
  void readsDaysAndChecksThemAgainstTheLineOfTotals() throws IOException {
    ReadTable table = read(file("days.csv")).tables().get(0);

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "ad_group", "ad");
    assertThat(table.header().complete()).isTrue();
    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(2).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
    assertThat(table.rows().get(2).values())
        .containsEntry("campaign", "Slow tea")
        .containsEntry("ad_group", "Home")
        .containsEntry("ad", "Porcelain")
        .containsEntry("cost", new BigDecimal("1012.00"))
        .containsEntry("impressions", 1_006_000L)
        .containsEntry("clicks", 180L)
        .containsEntry("link_clicks", 75L)
        .containsEntry("conversions", new BigDecimal("2"))
        .containsEntry("conversion_value", new BigDecimal("117.98"));
    assertAddsUp(table);
  }

  @Test
  void leavesOutConversionsOfEveryKind() throws IOException {
    assertThat(read(file("days.csv")).passedOver().get(1L))
        .contains("Total conversions")
        .contains("Result");
  }

  @Test
  void readsCampaignsOfTheNamedPeriod() throws IOException {
    ReadTable table = read(file("campaigns.csv")).table();

    assertThat(table.header().grain()).isEqualTo(Grain.PERIOD);
    assertThat(table.header().period()).contains(OCTOBER);
    assertThat(table.column("impressions")).containsExactly(7500L, 0L);
    assertThat(table.column("link_clicks")).containsExactly(90L, 0L);
    assertThat(sum(table, "cost")).isEqualByComparingTo("15.50");
  }
}
