package io.retainer.app.inbox;

import io.retainer.app.imports.Intake;
import io.retainer.app.imports.Sketches;
import io.retainer.model.client.Client;
import io.retainer.model.client.ClientId;
import io.retainer.model.imports.ImportResult;
import io.retainer.spi.ReadIssue;
import io.retainer.warehouse.imports.ImportOptions;
import io.retainer.warehouse.imports.ReceivedFile;
import io.retainer.workspace.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Imports what came and keeps what became of it. */
final class Taking {

  private static final String BY = "inbox";

  private final Workspace workspace;
  private final Intake intake;
  private final Sketches sketches;
  private final Arrivals arrivals;
  private final long largest;

  Taking(Workspace workspace, Intake intake, Sketches sketches, Arrivals arrivals, long largest) {
    this.workspace = workspace;
    this.intake = intake;
    this.sketches = sketches;
    this.arrivals = arrivals;
    this.largest = largest;
  }

  long largest() {
    return largest;
  }

  /** The name is of a folder; each has one at a time. */
  OwnCopies copies(String name) {
    return OwnCopies.in(workspace.home().run().resolve(name));
  }

  Instant now() {
    return workspace.clock().instant();
  }

  Client client(ClientId id) {
    return workspace.clients().named(id);
  }

  List<ImportResult> take(Client client, List<ReceivedFile> files) {
    List<ImportResult> results = imported(client, files);
    keep(client, results);
    return results;
  }

  /** Imports, and leaves it to the caller to keep what became of the files. */
  List<ImportResult> imported(Client client, List<ReceivedFile> files) {
    List<ImportResult> results = intake.take(client, files, ImportOptions.none().by(BY));
    sketches.keep(client.id(), files, results);
    return results;
  }

  ImportResult refused(Client client, Sight tooLarge) {
    var result =
        new ImportResult(
            tooLarge.name(),
            "",
            ImportResult.Status.REJECTED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(
                ReadIssue.ofFile(
                    "a file of " + megabytes(tooLarge.size()) + " MB",
                    "at most " + megabytes(largest) + " MB",
                    "Split the export by time, or raise retainer.imports.largest-upload.")),
            1,
            List.of());
    keep(client, List.of(result));
    intake.refused(client, result);
    return result;
  }

  private void keep(Client client, List<ImportResult> results) {
    Instant now = now();
    arrivals.add(
        results.stream()
            .map(
                result ->
                    Arrival.of(Arrival.Way.FOLDER, client.id(), result, Optional.empty(), now))
            .toList());
  }

  /** What a mail brought. */
  List<Arrival> arrivals(Client client, List<ImportResult> results, String mail) {
    Instant now = now();
    return results.stream()
        .map(result -> Arrival.of(Arrival.Way.MAIL, client.id(), result, Optional.of(mail), now))
        .toList();
  }

  private static long megabytes(long bytes) {
    return bytes / (1024 * 1024);
  }
}
