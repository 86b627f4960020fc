package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a platform for e-mail promises, of a list that all of them write in their own way. */
abstract class CampaignListContract extends ConnectorContract {

  private final CampaignListConnector connector;
  private final String secondCampaign;
  private final List<TestFile> samples;

  /**
   * @param secondCampaign the name of the second of two campaigns
   * @param samples the list of both first
   */
  CampaignListContract(CampaignListConnector connector, String secondCampaign, String... samples) {
    this.connector = connector;
    this.secondCampaign = secondCampaign;
    this.samples = Stream.of(samples).map(CampaignListContract::file).toList();
  }

  @Override
  protected final Connector connector() {
    return connector;
  }

  @Override
  protected final List<TestFile> samples() {
    return samples;
  }

  @Test
  void readsCampaigns() throws IOException {
    ReadTable campaigns = read(samples.get(0)).table();

    assertThat(campaigns.rows()).hasSize(2);
    assertThat(campaigns.rows().get(1).values())
        .containsEntry("campaign", secondCampaign)
        .containsEntry("sent_at", LocalDateTime.of(2025, 10, 26, 14, 56))
        .containsEntry("recipients", 10540L)
        .containsEntry("delivered", 10498L)
        .containsEntry("opens_unique", 4120L)
        .containsEntry("clicks_unique", 803L)
        .containsEntry("unsubscribes", 22L)
        .containsEntry("complaints", 2L);
  }

  @Test
  void saysThatNothingChangesWhenACampaignWasSent() throws IOException {
    assertThat(read(samples.get(0)).unchanging()).containsExactly("sent_at");
  }

  static TestFile file(String name) {
    return TestFile.resource(CampaignListContract.class, name);
  }
}
