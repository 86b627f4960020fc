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

class BrevoTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Brevo();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("brevo-campaigns.csv"), file("brevo-campaigns-fr.csv"));
  }

  @Test
  void readsCampaigns() throws IOException {
    ReadTable campaigns = read(file("brevo-campaigns.csv")).table();

    assertThat(campaigns.rows()).hasSize(2);
    assertThat(campaigns.rows().get(1).values())
        .containsEntry("campaign", "Loyal guests")
        .containsEntry("sent_at", LocalDateTime.of(2025, 10, 26, 14, 56))
        .containsEntry("recipients", 10540L)
        .containsEntry("delivered", 10498L)
        .containsEntry("opens_unique", 4120L)
        .containsEntry("clicks_unique", 803L)
        .containsEntry("unsubscribes", 22L)
        .containsEntry("complaints", 2L);
  }

  @Test
  void readsFrenchHeadingsAndNumbers() throws IOException {
    RecordingSink sink = read(file("brevo-campaigns-fr.csv"));

    assertThat(sink.table().column("delivered")).containsExactly(1190L, 10498L);
    assertThat(sink.table().column("opens_unique")).containsExactly(412L, 4120L);
    assertThat(sink.table().column("sent_at"))
        .containsExactly(
            LocalDateTime.of(2025, 9, 3, 9, 15), LocalDateTime.of(2025, 10, 26, 14, 56));
  }

  private static TestFile file(String name) {
    return TestFile.resource(BrevoTest.class, name);
  }
}
