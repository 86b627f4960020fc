package io.retainer.app.composing;

import io.retainer.app.shell.Problem;
import io.retainer.model.client.Client;
import io.retainer.model.time.Period;
import io.retainer.workspace.ReportFormat;
import io.retainer.workspace.Workspace;
import io.retainer.workspace.composing.ReportDraft;
import java.time.Duration;
import java.time.LocalDate;

/**
 * A report that is composed, with the client's own figures of the last whole period that there are
 * any of. Few are made at a time: each asks the facts for all that a report does.
 */
final class OwnPreview {

  private static final int AT_A_TIME = 2;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final TimedWork work = new TimedWork(AT_A_TIME, LONGEST);
  private final Workspace workspace;

  OwnPreview(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * What it would be about.
   *
   * @throws Problem when there are no figures of a whole period
   */
  Period period(Client client, String report) {
    LocalDate today = LocalDate.now(workspace.clock().withZone(client.zone()));
    return workspace
        .coverage(client)
        .lastWhole(workspace.reports().usualKind(report), today)
        .orElseThrow(
            () ->
                Problem.conflict(
                    "The client has no data of a whole period yet. Import some, or choose the"
                        + " preview with invented figures."));
  }

  byte[] pdf(Client client, String report, ReportDraft draft) {
    Period period = period(client, report);
    return work.of(
        () ->
            workspace
                .reports()
                .preview(client, report, draft.folder(), period)
                .bytes(ReportFormat.PDF));
  }
}
