package io.retainer.connector.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PipedriveTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Pipedrive();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("pipedrive-deals-fr.csv"), file("pipedrive-deals-list.csv"));
  }

  @Test
  void readsDealsOfAFrenchAccount() throws IOException {
    ReadTable deals = read(file("pipedrive-deals-fr.csv")).table();

    assertThat(deals.column("status")).containsExactly("won", "open", "lost");
    assertThat(deals.column("stage")).containsExactly("Facturé", "Prospect", "RDV");
    assertThat(deals.column("amount"))
        .containsExactly(new BigDecimal("6363.64"), new BigDecimal("16166"), new BigDecimal("0"));
    assertThat(deals.column("currency")).containsOnly("EUR");
    assertThat(deals.column("lost_reason")).containsExactly(null, null, "Pas de nouvelles");
  }

  @Test
  void putsMomentsInUtcOnTheClientsClock() throws IOException {
    ReadTable deals = read(file("pipedrive-deals-fr.csv")).table();

    assertThat(deals.rows().get(0).period().start()).isEqualTo(LocalDate.of(2026, 10, 1));
    assertThat(deals.column("created_at").get(0)).isEqualTo(LocalDateTime.of(2026, 10, 1, 1, 30));
    assertThat(deals.column("closed_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 6, 1, 0), null, LocalDateTime.of(2026, 10, 7, 11, 51, 17));
  }

  @Test
  void believesTheStatusAndNotTheNameOfAStage() throws IOException {
    RecordingSink sink = read(file("pipedrive-deals-list.csv"));

    assertThat(sink.table().column("status")).containsExactly("open", "won", "lost");
    assertThat(sink.table().column("closed_at"))
        .containsExactly(
            null, LocalDateTime.of(2026, 10, 20, 15, 0), LocalDateTime.of(2026, 10, 21, 15, 0));
    assertThat(sink.transcript()).doesNotContain("pat@example.com", "Pat Example");
  }

  private static TestFile file(String name) {
    return TestFile.resource(PipedriveTest.class, name);
  }
}
