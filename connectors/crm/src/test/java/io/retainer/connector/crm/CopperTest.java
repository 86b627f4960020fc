package io.retainer.connector.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopperTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Copper();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(file("copper-opportunities.csv"));
  }

  @Test
  void readsOpportunities() throws IOException {
    ReadTable deals = read(file("copper-opportunities.csv")).table();

    assertThat(deals.column("status")).containsExactly("won", "lost", "open");
    assertThat(deals.column("amount"))
        .containsExactly(new BigDecimal("12500.50"), new BigDecimal("800"), null);
    assertThat(deals.column("closed_at"))
        .containsExactly(
            LocalDateTime.of(2026, 10, 14, 0, 0), LocalDateTime.of(2026, 10, 20, 0, 0), null);
    assertThat(deals.column("probability").get(1)).isEqualTo(new BigDecimal("0.10"));
  }

  private static TestFile file(String name) {
    return TestFile.resource(CopperTest.class, name);
  }
}
