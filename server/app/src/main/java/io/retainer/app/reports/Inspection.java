package io.retainer.app.reports;

import io.retainer.model.client.Client;
import io.retainer.model.report.ReportContent;
import io.retainer.workspace.ReportFormat;
import java.util.List;
import java.util.Map;

/** Looks at a report that was just rendered, before anybody else does. */
@FunctionalInterface
public interface Inspection {

  /** Finds nothing. */
  Inspection NONE = draft -> List.of();

  List<Finding> of(Draft draft);

  /**
   * A report with its files, not kept yet.
   *
   * @param files by format
   */
  record Draft(Run run, Client client, ReportContent content, Map<ReportFormat, byte[]> files) {}
}
