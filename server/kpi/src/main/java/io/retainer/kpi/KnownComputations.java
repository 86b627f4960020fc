package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.ParsedScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Those of the program were tried when it was built, others when they were saved.
 *
 * @param below tries those of all layers but the last, if others do that; one that hangs is not run
 *     again for each draft that somebody lays on top of it
 */
record KnownComputations(
    Computing computing,
    List<Path> layers,
    ParsedScripts parsed,
    Trials trials,
    Optional<Trials> below)
    implements ComputationLinker.Known {

  @Override
  public boolean isKnown(int layer, ComputationDraft draft) {
    return isOfProgram(layer) || parsed.isKnownGood(trial(draft));
  }

  @Override
  public boolean isOfProgram(int layer) {
    return computing.isOfProgram(layers.get(layer));
  }

  @Override
  public void know(ComputationDraft draft) {
    parsed.knowGood(trial(draft));
  }

  @Override
  public Optional<Verdict> tried(int layer, Trial trial) {
    return below.isPresent() && layer < layers.size() - 1
        ? Optional.of(below.get().known(trial).orElseGet(() -> Verdict.notYet(trial)))
        : trials.of(trial);
  }

  private static String trial(ComputationDraft draft) {
    return "trial of " + draft.id() + " at " + draft.source().line() + ": " + draft.text();
  }
}
