package io.retainer.connector.reputation;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a platform for requests promises, of a list that all of them write in their own way. */
abstract class SupportDeskContract extends ConnectorContract {

  private final SupportDesk connector;
  private final TestFile requests;
  private final String network;
  private final List<String> people;

  /**
   * @param requests a list of two requests, by e-mail and by a network
   * @param network the network's name
   * @param people what the list says of the customers
   */
  SupportDeskContract(SupportDesk connector, String requests, String network, String... people) {
    this.connector = connector;
    this.requests = file(requests);
    this.network = network;
    this.people = List.of(people);
  }

  @Override
  protected final Connector connector() {
    return connector;
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(requests);
  }

  @Test
  void readsRequests() throws IOException {
    ReadTable table = read(requests).table();

    assertThat(table.column("created_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 1, 9, 0), LocalDateTime.of(2026, 10, 25, 11, 30));
    assertThat(table.column("first_human_reply_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 1, 10, 30), null);
    assertThat(table.column("resolved_at"))
        .containsExactly(LocalDateTime.of(2026, 10, 2, 10, 0), null);
    assertThat(table.column("network")).containsExactly(null, network);
    assertThat(table.column("owner")).containsExactly("Anna", "Ben");
    assertThat(table.column("customer_key")).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void keepsNoNameAndNoAddress() throws IOException {
    assertThat(requests.text()).contains(people);
    assertThat(read(requests).transcript()).doesNotContain(people);
  }

  @Test
  void saysThatNothingChangesWhenARequestCame() throws IOException {
    assertThat(read(requests).unchanging()).containsExactly("created_at");
  }

  static TestFile file(String name) {
    return TestFile.resource(SupportDeskContract.class, name);
  }
}
