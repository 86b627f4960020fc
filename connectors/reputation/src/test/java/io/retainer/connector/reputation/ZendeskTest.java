package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZendeskTest extends SupportDeskContract {

  ZendeskTest() {
    super(new Zendesk(), "zendesk-view.csv", "facebook", "Pat Example", "lee@example.com");
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("zendesk-view.csv"), file("zendesk-explore.csv"));
  }

  @Test
  void readsExplore() throws IOException {
    ReadTable requests = read(file("zendesk-explore.csv")).table();

    assertThat(requests.column("request_id")).containsExactly("501", "502");
    assertThat(requests.column("channel")).containsExactly("Email", "Facebook Messenger");
    assertThat(requests.column("resolved_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 2, 0, 0), null);
  }
}
