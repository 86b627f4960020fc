package io.retainer.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retainer.model.client.ClientId;
import io.retainer.spi.ColumnType;
import io.retainer.spi.ConnectorDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client's connectors are always told. */
class KeptSettingsTest {

  private static final ClientId NORDIC = new ClientId("nordic");
  private static final List<ConnectorDescription> CONNECTORS =
      List.of(
          ConnectorDescription.of("crm", "CRM")
              .about("Deals.")
              .setting("won-stages", "stages that mean won", ColumnType.TEXT)
              .setting("tax-included", "whether amounts have tax", ColumnType.BOOLEAN)
              .build());

  @TempDir Path folder;
  private KeptSettings kept;

  @BeforeEach
  void open() {
    kept = new KeptSettings(folder);
  }

  @Test
  void keepsSettingsOfOneClientUntilTheyAreEmpty() {
    set("won-stages = Signed, Paid", "tax-included=true");
    assertThat(kept.lines(NORDIC)).isEqualTo("tax-included = true\nwon-stages = Signed, Paid");
    assertThat(kept.of(new ClientId("other"))).isEmpty();

    set("tax-included=");
    assertThat(kept.of(NORDIC)).isEqualTo(Map.of("won-stages", "Signed, Paid"));
  }

  @Test
  void whatIsEditedAsAWholeForgetsLinesThatAreGone() {
    set("won-stages=Signed", "tax-included=true");

    kept.replace(NORDIC, List.of("won-stages=Paid", ""), CONNECTORS);

    assertThat(kept.of(NORDIC)).isEqualTo(Map.of("won-stages", "Paid"));
  }

  @Test
  void aSettingThatNoConnectorHasOrThatDoesNotFitIsRefusedAndNothingChanges() {
    set("won-stages=Signed");

    assertThatThrownBy(() -> set("won-stage=Paid"))
        .hasMessageContaining("No connector has a setting \"won-stage\"; there are tax-included");
    assertThatThrownBy(() -> set("won-stages=Paid", "tax-included=maybe"))
        .hasMessageContaining("expected true or false");
    assertThat(kept.of(NORDIC)).isEqualTo(Map.of("won-stages", "Signed"));
  }

  @Test
  void aFileThatSomebodyBrokeIsNamed() throws IOException {
    Files.writeString(folder.resolve("nordic.json"), "{won");

    assertThatThrownBy(() -> kept.of(NORDIC))
        .hasMessageContaining("nordic.json is no JSON object of texts like {\"won-stages\"");
  }

  private void set(String... lines) {
    kept.set(NORDIC, List.of(lines), CONNECTORS);
  }
}
