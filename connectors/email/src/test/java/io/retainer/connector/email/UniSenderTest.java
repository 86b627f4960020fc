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

class UniSenderTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new UniSender();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("unisender-campaigns.csv"));
  }

  @Test
  void readsCampaigns() throws IOException {
    ReadTable campaigns = read(file("unisender-campaigns.csv")).table();

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
  void reconcilesWithTheTotal() throws IOException {
    RecordingSink sink = read(file("unisender-campaigns.csv"));

    assertThat(sink.table().totals())
        .filteredOn(total -> total.column().equals("delivered"))
        .singleElement()
        .satisfies(total -> assertThat(total.value()).isEqualByComparingTo("11688"));
    assertThat(sink.passedOver().values()).containsExactly("the total of the list");
  }

  private static TestFile file(String name) {
    return TestFile.resource(UniSenderTest.class, name);
  }
}
