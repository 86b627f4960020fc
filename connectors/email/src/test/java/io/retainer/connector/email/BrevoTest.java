package io.retainer.connector.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.RecordingSink;
import java.io.IOException;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class BrevoTest extends CampaignListContract {

  BrevoTest() {
    super(new Brevo(), "Loyal guests", "brevo-campaigns.csv", "brevo-campaigns-fr.csv");
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
}
