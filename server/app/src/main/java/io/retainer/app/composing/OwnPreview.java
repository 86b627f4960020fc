package io.retainer.app.composing;

import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.composing.ReportDraft;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;

/**
 * A report that is composed, with the client's own figures of the last whole period that there are
 * any of. Few are made at a time: each asks the facts for all that a report does.
 */
final class OwnPreview {

  private static final int AT_A_TIME = 2;

  private final Semaphore places = new Semaphore(AT_A_TIME);
  private final Workspace workspace;

  OwnPreview(Workspace workspace) {
    this.workspace = workspace;
  }

  byte[] pdf(Client client, String report, ReportDraft draft) {
    LocalDate today = LocalDate.now(workspace.clock().withZone(client.zone()));
    Period period =
        workspace
            .coverage(client)
            .lastWhole(workspace.reports().usualKind(report), today)
            .orElseThrow(
                () ->
                    Problem.conflict(
                        "The client has no data of a whole period yet. Import some, or choose the"
                            + " preview with invented figures."));
    if (!places.tryAcquire()) {
      throw Problem.tooMany("Others are looking at previews. Try yours again in some seconds.");
    }
    try {
      return workspace
          .reports()
          .preview(client, report, draft.folder(), period)
          .bytes(ReportFormat.PDF);
    } finally {
      places.release();
    }
  }
}
