package io.retainer.connector.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Connector;
import io.retainer.spi.Grain;
import io.retainer.testkit.ConnectorContract;
import io.retainer.testkit.RecordingSink.ReadTable;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days of Matomo by the mapping that comes with the connector. */
class MatomoTest extends ConnectorContract {

  @Override
  protected Connector connector() {
    return new Tabular();
  }

  @Override
  protected List<TestFile> samples() {
    return List.of(TestFile.resource(MatomoTest.class, "fixtures/matomo-days.csv"));
  }

  @Test
  void readsDaysWithTheNamesOfTheInterface() throws IOException {
    ReadTable table = read(samples().get(0)).table();

    assertThat(table.header().dataset().name()).isEqualTo("web_traffic");
    assertThat(table.header().grain()).isEqualTo(Grain.DAY);
    assertThat(table.rejected()).isEmpty();
    assertThat(table.column("sessions")).containsExactly(97L, 104L, 0L);
    assertThat(table.column("users")).containsExactly(84L, 91L, 0L);
    assertThat(table.column("bounce_sessions")).containsExactly(41L, 47L, 0L);
    assertThat(table.column("session_seconds")).startsWith(new BigDecimal("15840"));
  }

  @Test
  void readsDaysWithGermanHeadings() throws IOException {
    var file =
        TestFile.of(
            "Besuche.csv",
            "Datum,Eindeutige Besucher,Besuche,Aktionen,Absprünge,Gesamte Verweildauer der Besucher (in"
                + " Sekunden)\n2026-10-01,84,97,310,41,15840\n");

    assertThat(read(file).table().column("sessions")).containsExactly(97L);
  }
}
