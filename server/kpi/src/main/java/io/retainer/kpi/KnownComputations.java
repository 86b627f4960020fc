package io.retainer.kpi;

import io.retainer.kpi.script.ComputationDraft;
import io.retainer.kpi.script.ParsedScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Those of the program were tried when it was built, others when they were saved. */
record KnownComputations(
    Computing computing, List<Path> layers, ParsedScripts parsed, Trials trials)
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
  public Optional<Verdict> tried(Trial trial) {
    return trials.of(trial);
  }

  private static String trial(ComputationDraft draft) {
    return "trial of " + draft.id() + " at " + draft.source().line() + ": " + draft.text();
  }
}
