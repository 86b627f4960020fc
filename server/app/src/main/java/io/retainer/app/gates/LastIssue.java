package io.retainer.app.gates;

import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.Run;
import io.retainer.app.reports.RunFiles;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import java.util.Optional;
import java.util.function.Function;

/** Finds what was issued before a draft. */
final class LastIssue implements Function<Inspection.Draft, Optional<EarlierIssue>> {

  private final Runs runs;
  private final RunSteps steps;
  private final RunFiles files;
  private final boolean isOfSchedule;

  /** By the same schedule. */
  static LastIssue ofSchedule(Runs runs, RunSteps steps, RunFiles files) {
    return new LastIssue(runs, steps, files, true);
  }

  /** By any schedule of the same report and client. */
  static LastIssue ofReport(Runs runs, RunSteps steps, RunFiles files) {
    return new LastIssue(runs, steps, files, false);
  }

  private LastIssue(Runs runs, RunSteps steps, RunFiles files, boolean isOfSchedule) {
    this.isOfSchedule = isOfSchedule;
    this.runs = runs;
    this.steps = steps;
    this.files = files;
  }

  @Override
  public Optional<EarlierIssue> apply(Inspection.Draft draft) {
    Run run = draft.run();
    return steps
        .lastIssued(
            run.client(), run.report(), isOfSchedule ? run.origin().schedule() : Optional.empty())
        .flatMap(runs::find)
        .map(this::issue);
  }

  private EarlierIssue issue(Run run) {
    return new EarlierIssue(run.period(), files.kpis(run));
  }
}
