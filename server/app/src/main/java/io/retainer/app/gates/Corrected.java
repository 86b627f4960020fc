package io.retainer.app.gates;

import io.retainer.app.reports.Inspection;
import io.retainer.app.reports.RunStep;
import io.retainer.app.reports.RunSteps;
import io.retainer.app.reports.Runs;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * When the report was issued that recipients of a draft have of the same period, by whatever
 * schedule: also one that was removed since.
 */
final class Corrected implements Function<Inspection.Draft, Optional<LocalDate>> {

  private final Runs runs;
  private final RunSteps steps;

  Corrected(Runs runs, RunSteps steps) {
    this.runs = runs;
    this.steps = steps;
  }

  @Override
  public Optional<LocalDate> apply(Inspection.Draft draft) {
    return draft
        .run()
        .origin()
        .corrects()
        .flatMap(runs::find)
        .flatMap(
            earlier ->
                steps.of(earlier).stream()
                    .filter(step -> step.kind() == RunStep.Kind.ISSUED)
                    .findFirst())
        .map(step -> LocalDate.ofInstant(step.at(), draft.client().zone()));
  }
}
