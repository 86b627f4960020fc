package io.retainer.connector.google;

import static io.retainer.connector.google.AnalyticsFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.retainer.spi.Grain;
import io.retainer.testkit.RecordingSink;
import io.retainer.testkit.TestFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Tables whose first column counts from 0000 in a language that is not known. */
class NamelessDaysTest {

  private static RecordingSink overview(String heading, String lastDay, int rows)
      throws IOException {
    var text =
        new StringBuilder(
            """
            # ----------------------------------------
            # Visão geral do engajamento
            # Conta: Birch
            # Propriedade: birch.example
            # ----------------------------------------
            #
            # Data de início: 20261005
            # Data de término: %s
            %s,Visualizações
            """
                .formatted(lastDay, heading));
    for (int i = 0; i < rows; i++) {
      text.append("%04d,%d\n".formatted(i, 100 + i));
    }
    text.append(
        """

        #
        # Data de início: 20261005
        # Data de término: %s
        Nome do evento,Contagem de eventos
        page_view,900
        """
            .formatted(lastDay));
    return read(TestFile.of("overview.csv", text.toString()));
  }

  @Test
  void weeksAreNoDays() throws IOException {
    for (String heading : new String[] {"Nª semana", "Settimana ennesima"}) {
      RecordingSink sink = overview(heading, "20261101", 4);

      assertThat(sink.table().header().cut()).as(heading).containsExactly("event_name");
    }
  }

  @Test
  void asManyRowsAsDaysAreDays() throws IOException {
    RecordingSink sink = overview("Giorno ennesimo", "20261011", 7);

    assertThat(sink.tables().get(0).header().grain()).isEqualTo(Grain.DAY);
    assertThat(sink.tables().get(0).column("pageviews")).hasSize(7).contains(100L, 106L);
  }
}
