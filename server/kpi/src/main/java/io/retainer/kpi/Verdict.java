package io.retainer.kpi;

import io.retainer.kpi.script.Place;
import io.retainer.kpi.script.Problems;
import java.util.List;

/**
 * What became of the trial of a computation.
 *
 * @param problems why its text is refused
 */
record Verdict(List<KpiProblem> problems, List<KpiScriptCheck.Example> examples) {

  Verdict {
    problems = List.copyOf(problems);
    examples = List.copyOf(examples);
  }

  /** Runs the trial, which takes as long as it takes. */
  static Verdict of(Trial trial) {
    Problems found = new Problems(trial.draft().file());
    List<KpiScriptCheck.Example> examples = trial.run(found);
    return new Verdict(found.list(), examples);
  }

  /** Of one that others try, and have not come to yet. */
  static Verdict notYet(Trial trial) {
    Problems found = new Problems(trial.draft().file());
    found.add(trial.draft().at(), "this is still being tried", "look again in a minute");
    return new Verdict(found.list(), List.of());
  }

  boolean isGood() {
    return problems.isEmpty() && examples.stream().allMatch(KpiScriptCheck.Example::passed);
  }

  void report(Problems to) {
    problems.forEach(
        problem ->
            to.add(
                new Place(problem.line(), problem.column()), problem.message(), problem.advice()));
  }
}
