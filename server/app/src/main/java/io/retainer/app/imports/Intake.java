package io.retainer.app.imports;

import io.retainer.app.metrics.Metrics;
import io.retainer.app.shell.Input;
import io.retainer.app.shell.Problem;
import io.retainer.app.traces.Step;
import io.retainer.app.traces.Traces;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.model.time.Period;
import io.retainer.spi.TableChoices;
import io.retainer.warehouse.imports.GivenSettings;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.Progress;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Imports what was uploaded, for pages and programs alike. */
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Workspace workspace;
  private final RefusedFiles refused;

  public Intake(Workspace workspace) {
    this.workspace = workspace;
    this.refused = new RefusedFiles(workspace);
  }

  List<ImportResult> take(String clientId, Uploads.Received received, String by) {
    Client client = workspace.clients().named(Input.value(clientId, ClientId::new));
    if (received.files().isEmpty()) {
      throw Problem.invalid("No file was sent. Choose at least one.");
    }
    return take(client, received.files(), options(received.fields()).by(by), Progress.silent());
  }

  /** Whether a file that nobody knew has columns that somebody may name. */
  public boolean holdsATable(ReceivedFile file) {
    try {
      return !workspace.imports().draft(file, TableChoices.none()).sheets().isEmpty();
    } catch (IOException e) {
      LOG.warn("No table is found in {}", file.name(), e);
      return false;
    }
  }

  /** Imports files that arrived together. */
  public List<ImportResult> take(Client client, List<ReceivedFile> files, ImportOptions options) {
    return take(client, files, options, Progress.silent());
  }

  List<ImportResult> take(
      Client client, List<ReceivedFile> files, ImportOptions options, Progress progress) {
    long begin = System.nanoTime();
    List<ImportResult> results;
    try (Step step = Traces.begin("import").with("retainer.client", client.id())) {
      results = workspace.imports().importFiles(client, files, options, progress);
      step.with("retainer.files", results.size());
    }
    Metrics.imported(System.nanoTime() - begin);
    for (ImportResult result : results) {
      Metrics.file(result.status().word());
      LOG.info(
          "Import for {}: batch {}, {}",
          client.id(),
          result.batch().orElse("-"),
          result.status().word());
    }
    refused.note(client.id(), results);
    return results;
  }

  /** A file that was refused before anybody read it. */
  public void refused(Client client, ImportResult unread) {
    refused.note(client.id(), List.of(unread));
  }

  /**
   * What the fields of a form say about its files.
   *
   * @throws Problem naming the field that cannot be read
   */
  ImportOptions options(Map<String, String> fields) {
    ImportOptions options = ImportOptions.none();
    if (!field(fields, "account").isEmpty()) {
      options = options.withAccount(field(fields, "account"));
    }
    if (!field(fields, "mapping").isEmpty()) {
      options = options.withMapping(fields.get("mapping"));
    }
    if (!field(fields, "connector").isEmpty()) {
      options = options.withConnector(field(fields, "connector"));
    }
    if (!field(fields, "period").isEmpty()) {
      options = options.withPeriod(Input.value(field(fields, "period"), Period::parse).span());
    }
    if (!field(fields, "settings").isEmpty()) {
      List<String> lines = field(fields, "settings").lines().toList();
      options =
          options.withSettings(
              Input.value(
                  "settings",
                  name -> GivenSettings.of(lines, workspace.connectors().descriptions())));
    }
    return options;
  }

  private static String field(Map<String, String> fields, String name) {
    return fields.getOrDefault(name, "").strip();
  }
}
