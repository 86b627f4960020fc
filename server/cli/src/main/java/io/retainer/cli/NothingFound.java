package io.retainer.cli;

import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck.Script;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files and folders without a KPI: that nothing failed in them is no good news. */
final class NothingFound {

  private NothingFound() {}

  /** The scripts that were checked, and what was named and has none. */
  static List<Script> among(List<Path> named, List<Script> checked) {
    List<Script> all = new ArrayList<>();
    checked.forEach(script -> all.add(script.isEmpty() ? withoutKpi(script.file()) : script));
    for (Path path : named) {
      boolean isEmpty =
          Files.isDirectory(path)
              && checked.stream().noneMatch(script -> Path.of(script.file()).startsWith(path));
      if (isEmpty) {
        all.add(withoutScript(path.toString()));
      }
    }
    if (all.isEmpty()) {
      all.add(withoutScript("kpi-scripts"));
    }
    return all;
  }

  private static Script withoutKpi(String file) {
    return found(file, "no KPI here", "write kpi('area.name') { … }, or leave the file out");
  }

  private static Script withoutScript(String folder) {
    return found(
        folder,
        "no script in this folder",
        "the name of a script ends with .groovy, and does not begin with a dot");
  }

  private static Script found(String where, String what, String advice) {
    return new Script(where, List.of(new KpiProblem(where, 0, 0, what, advice)), List.of());
  }
}
