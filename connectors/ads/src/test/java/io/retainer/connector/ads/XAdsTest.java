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

class XAdsTest extends AdsContract {

  private final XAds ads = new XAds();

  @Override
  protected Connector connector() {
    return ads;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(TestFile.resource(XAdsTest.class, "x/campaigns.csv"));
  }

  @Test
  void readsMillionthsByDayAndPlacement() throws IOException {
    ReadTable table = read(samples().get(0)).table();

    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.header().cut()).containsExactlyInAnyOrder("campaign", "network");
    assertThat(table.rows()).hasSize(3);
    assertThat(table.rows().get(2).period()).isEqualTo(DateSpan.ofDay(LocalDate.of(2026, 10, 2)));
    assertThat(table.rows().get(2).values())
        .containsEntry("campaign", "hq0u9")
        .containsEntry("cost", new BigDecimal("46.646647"))
        .containsEntry("impressions", 20_000L)
        .containsEntry("clicks", 281L)
        .containsEntry("link_clicks", 90L);
  }

  @Test
  void refusesPlaces() throws IOException {
    String text =
        """
        segment,account_id,billed_charge_local_micro,campaign_id,clicks,date,impressions,placement
        Japan,a1b2,98500,hq0u9,12,2026-10-01 10:00:00,1200,PUBLISHER_NETWORK
        """;

    var sink = read(TestFile.of("places.csv", text));

    assertThat(sink.tables()).isEmpty();
    assertThat(sink.issues())
        .singleElement()
        .satisfies(i -> assertThat(i.saw()).contains("segment"));
  }
}
