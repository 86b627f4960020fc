package io.retainer.kpi;

import java.util.List;
import java.util.stream.Stream;

/**
 * What came of scripts that were tried on top of those in force.
 *
 * @param library what would be in force
 * @param checked what became of the scripts tried
 */
public record KpiTrial(KpiLibrary library, KpiScriptCheck.Report checked) {

  /** Why they could not come into force. One that defines nothing is no draft of a KPI. */
  public List<KpiProblem> problems() {
    return checked.scripts().stream().flatMap(KpiTrial::problems).toList();
  }

  private static Stream<KpiProblem> problems(KpiScriptCheck.Script script) {
    return NoDefinition.in(script)
        ? Stream.of(NoDefinition.yet(script.file()))
        : script.faults().stream();
  }
}
