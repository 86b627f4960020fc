package io.retainer.connector.reputation;

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

class ZendeskTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Zendesk();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("zendesk-view.csv"), file("zendesk-explore.csv"));
  }

  @Test
  void readsRequests() throws IOException {
    ReadTable requests = read(file("zendesk-view.csv")).table();

    assertThat(requests.column("created_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 1, 9, 0), LocalDateTime.of(2026, 10, 25, 11, 30));
    assertThat(requests.column("first_human_reply_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 1, 10, 30), null);
    assertThat(requests.column("resolved_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 2, 10, 0), null);
    assertThat(requests.column("network")).containsExactly(null, "facebook");
    assertThat(requests.column("owner")).containsExactly("Anna", "Ben");
    assertThat(requests.column("customer_key")).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void keepsNoNameAndNoAddress() throws IOException {
    RecordingSink sink = read(file("zendesk-view.csv"));

    assertThat(sink.transcript()).doesNotContain("Pat Example", "lee@example.com");
  }

  @Test
  void readsExplore() throws IOException {
    ReadTable requests = read(file("zendesk-explore.csv")).table();

    assertThat(requests.column("request_id")).containsExactly("501", "502");
    assertThat(requests.column("channel")).containsExactly("Email", "Facebook Messenger");
    assertThat(requests.column("resolved_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 2, 0, 0), null);
  }

  private static TestFile file(String name) {
    return TestFile.resource(ZendeskTest.class, name);
  }
}
