package org.example.acmemail;

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

/** The contract's tests come with ConnectorContract; here is what is special about Acme Mail. */
class AcmeMailTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new AcmeMail();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("mailings.csv"), file("mailings-fi.csv"));
  }

  @Test
  void readsAMailingAsAnEventOfTheDayItWasSent() throws IOException {
    ReadTable mailings = read(file("mailings.csv")).table();

    assertThat(mailings.rows()).hasSize(3);
    assertThat(mailings.rows().get(0).values())
        .containsEntry("campaign_id", "M-101")
        .containsEntry("campaign", "Autumn news")
        .containsEntry("sent_at", LocalDateTime.of(2026, 10, 5, 9, 0))
        .containsEntry("delivered", 1180L)
        .containsEntry("opens_unique", 410L);
  }

  @Test
  void readsFinnishHeadingsAndNumbers() throws IOException {
    assertThat(read(file("mailings-fi.csv")).table().column("delivered"))
        .containsExactly(1180L, 85L);
  }

  @Test
  void aCellThatIsNoNumberRejectsItsRowAndNoOther() throws IOException {
    RecordingSink read =
        read(
            TestFile.of(
                "mailings.csv",
                """
                Mailing no.,Mailing,Sent,Delivered
                M-101,Autumn news,2026-10-05 09:00,many
                M-102,Rain,2026-10-12 09:00,1195
                """));

    assertThat(read.table().rows()).hasSize(1);
    assertThat(read.table().rejected())
        .singleElement()
        .satisfies(rejected -> assertThat(rejected.issue().line()).isEqualTo(2))
        .satisfies(rejected -> assertThat(rejected.issue().saw()).isEqualTo("many"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(AcmeMailTest.class, name);
  }
}
