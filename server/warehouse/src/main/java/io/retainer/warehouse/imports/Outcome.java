package io.retainer.warehouse.imports;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.ImportResult.Status;
import io.retainer.spi.ReadIssue;
import java.util.List;
import java.util.Optional;

/** Results of files that no connector reads. */
final class Outcome {

  private Outcome() {}

  /** The same bytes are there: what was said of them is said again. */
  static ImportResult duplicate(ArrivedFile file, ImportResult earlier) {
    return new ImportResult(
        file.name(),
        file.sha256(),
        Status.DUPLICATE,
        earlier.batch(),
        earlier.connector(),
        earlier.account(),
        earlier.tables(),
        earlier.issues(),
        earlier.issueCount(),
        earlier.reconciliation(),
        earlier.restatements(),
        earlier.doubled(),
        earlier.passedOver(),
        earlier.assumed());
  }

  static ImportResult refused(ArrivedFile file, Status status, List<ReadIssue> issues) {
    return of(file.name(), file.sha256(), status, issues);
  }

  /**
   * @param sha256 empty for a file that could not be received
   */
  static ImportResult of(String name, String sha256, Status status, List<ReadIssue> issues) {
    return new ImportResult(
        name,
        sha256,
        status,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Personal.without(issues),
        issues.size(),
        List.of());
  }
}
