package io.retainer.kpi;

import io.retainer.kpi.script.Script;

/** Scripts that are well written and define nothing. */
final class NoDefinition {

  private NoDefinition() {}

  static boolean in(Script script) {
    return script.kpis().isEmpty() && script.problems().isEmpty();
  }

  static boolean in(KpiScriptCheck.Script script) {
    return script.isEmpty();
  }

  static KpiProblem anyMore(String file) {
    return new KpiProblem(
        file,
        1,
        1,
        "no definition in a file that had some, as of one that is half saved",
        "save it whole; delete the file to do without its KPIs");
  }

  static KpiProblem yet(String file) {
    return new KpiProblem(file, 1, 1, "no definition here", "write kpi('area.name') { … }");
  }
}
