package io.retainer.app.reports;

import io.retainer.model.imports.ImportResult;
import io.retainer.model.imports.Restatement;
import io.retainer.warehouse.ImportBatch;
import io.retainer.workspace.Workspace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What came or was taken back after a report was made, about its days or earlier ones, which it
 * compares itself with: made again, it may show other figures.
 */
public final class LaterData {

  private static final Set<ImportResult.Status> WITH_ROWS =
      Set.of(ImportResult.Status.ACCEPTED, ImportResult.Status.PARTIAL);

  private final Workspace workspace;

  LaterData(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * @param isUndone the import was taken back then; else it came then
   */
  public record Change(ImportBatch batch, Instant at, boolean isUndone) {}

  /** The latest first; nothing of a run that is not ready. */
  List<Change> since(Run run) {
    return run.state() != Run.State.READY || run.finishedAt().isEmpty()
        ? List.of()
        : workspace.warehouse().batches(run.client()).stream()
            .flatMap(batch -> change(batch, run.finishedAt().get(), run.period().span().end()))
            .sorted(Comparator.comparing(Change::at).reversed())
            .toList();
  }

  /** Which changes somebody has seen who saw these. */
  static String mark(List<Change> changes) {
    return changes.isEmpty() ? "" : changes.get(0).at().toString();
  }

  private static Stream<Change> change(ImportBatch batch, Instant made, LocalDate end) {
    boolean isLater = batch.importedAt().isAfter(made);
    if (batch.undone()) {
      return batch.undoing().stream()
          .filter(undoing -> !isLater && undoing.at().isAfter(made))
          .filter(undoing -> undoing.rowsInForce() + undoing.rowsReturned() > 0)
          .filter(undoing -> batch.result().tables().stream().anyMatch(each -> is(each, end)))
          .map(undoing -> new Change(batch, undoing.at(), true));
    }
    boolean isChange =
        isLater
            && WITH_ROWS.contains(batch.result().status())
            && batch.result().tables().stream()
                .anyMatch(each -> is(each, end) && isOther(batch.result(), each, end));
    return isChange ? Stream.of(new Change(batch, batch.importedAt(), false)) : Stream.empty();
  }

  private static boolean is(ImportResult.Table table, LocalDate end) {
    return table.span().filter(days -> days.start().isBefore(end)).isPresent();
  }

  /** Sources are asked about the same days again and again, and mostly say the same. */
  private static boolean isOther(ImportResult result, ImportResult.Table table, LocalDate end) {
    Optional<Restatement> restated =
        result.restatements().stream()
            .filter(each -> each.table().equals(table.table()))
            .filter(each -> each.dataset().equals(table.dataset()))
            .findFirst();
    return restated.isEmpty()
        || restated.get().periods().stream().anyMatch(each -> each.days().start().isBefore(end));
  }
}
