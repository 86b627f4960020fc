package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendPulseTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new SendPulse();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("sendpulse-campaigns.csv"));
  }

  @Test
  void readsCampaigns() throws IOException {
    ReadTable campaigns = read(file("sendpulse-campaigns.csv")).table();

    assertThat(campaigns.rows()).hasSize(2);
    assertThat(campaigns.rows().get(1).values())
        .containsEntry("campaign", "Друзьям")
        .containsEntry("sent_at", LocalDateTime.of(2025, 10, 26, 14, 56))
        .containsEntry("recipients", 10540L)
        .containsEntry("delivered", 10498L)
        .containsEntry("opens_unique", 4120L)
        .containsEntry("clicks_unique", 803L)
        .containsEntry("unsubscribes", 22L)
        .containsEntry("complaints", 2L);
  }

  @Test
  void keepsTheAddressBookAsTheList() throws IOException {
    RecordingSink sink = read(file("sendpulse-campaigns.csv"));

    assertThat(sink.table().column("list")).containsOnly("Гости");
  }

  private static TestFile file(String name) {
    return TestFile.resource(SendPulseTest.class, name);
  }
}
