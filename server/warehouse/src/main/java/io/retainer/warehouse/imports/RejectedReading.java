package io.retainer.warehouse.imports;

import io.retainer.model.client.Client;
import io.retainer.spi.ReadSettings;
import io.retainer.warehouse.ImportBatch;
import io.retainer.warehouse.RejectedRow;
import io.retainer.warehouse.Told;
import io.retainer.warehouse.connector.ConnectorLibrary;
import io.retainer.warehouse.connector.InstalledConnector;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the file of an import once more, as it was read then, for the rows it left out. */
record RejectedReading(
    ConnectorLibrary.Use library,
    Map<String, String> settings,
    Client client,
    ImportBatch batch,
    Told told) {

  private static final Logger LOG = LoggerFactory.getLogger(RejectedReading.class);

  /** The rows with their texts; without, where they are not found again. */
  List<RejectedRow> texts(Path file, List<RejectedRow> rows) {
    RejectedTexts texts = new RejectedTexts(rows);
    Optional<InstalledConnector> connector =
        batch.result().connector().flatMap(id -> library.find(id));
    if (connector.isEmpty()) {
      return rows;
    }
    ArrivedFile kept =
        new ArrivedFile(batch.result().file(), file, batch.bytes(), batch.result().sha256(), "");
    try (OpenableFile source = new OpenableFile(kept, List.of())) {
      connector.get().connector().read(source, toldAgain(), texts);
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      LOG.info("The file of import {} cannot be read again", batch.id());
    }
    return rows.stream().map(texts::withText).toList();
  }

  private ReadSettings toldAgain() {
    Map<String, String> values = new HashMap<>(settings);
    values.putAll(told.settings());
    told.mapping().ifPresent(text -> values.put("mapping", text));
    return new ReadSettings(
        client.zone(), client.currency(), told.account(), told.period(), values);
  }
}
