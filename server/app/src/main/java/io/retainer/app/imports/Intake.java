package io.retainer.app.imports;

import io.retainer.app.metrics.Metrics;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.time.Period;
import io.retainer.warehouse.imports.GivenSettings;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.Workspace;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports what was uploaded, for pages and programs alike. */
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Workspace workspace;

  public Intake(Workspace workspace) {
    this.workspace = workspace;
  }

  List<ImportResult> take(String clientId, Uploads.Received received, String by) {
    Client client = workspace.clients().named(Input.value(clientId, ClientId::new));
    if (received.files().isEmpty()) {
      throw Problem.invalid("No file was sent. Choose at least one.");
    }
    return take(client, received.files(), options(received).by(by));
  }

  /** Imports files that arrived together. */
  public List<ImportResult> take(Client client, List<ReceivedFile> files, ImportOptions options) {
    long begin = System.nanoTime();
    List<ImportResult> results =
        workspace.imports().importFiles(client, files, options, Progress.silent());
    Metrics.imported(System.nanoTime() - begin);
    for (ImportResult result : results) {
      Metrics.file(result.status().word());
      LOG.info(
          "Import for {}: batch {}, {}",
          client.id(),
          result.batch().orElse("-"),
          result.status().word());
    }
    return results;
  }

  private ImportOptions options(Uploads.Received received) {
    ImportOptions options = ImportOptions.none();
    if (!received.field("account").isEmpty()) {
      options = options.withAccount(received.field("account"));
    }
    if (!received.field("mapping").isEmpty()) {
      options = options.withMapping(received.fields().get("mapping"));
    }
    if (!received.field("period").isEmpty()) {
      options = options.withPeriod(Input.value(received.field("period"), Period::parse).span());
    }
    if (!received.field("settings").isEmpty()) {
      List<String> lines = received.field("settings").lines().toList();
      options =
          options.withSettings(
              Input.value(
                  "settings",
                  name -> GivenSettings.of(lines, workspace.connectors().descriptions())));
    }
    return options;
  }
}
