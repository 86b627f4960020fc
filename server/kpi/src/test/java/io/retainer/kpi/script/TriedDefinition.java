package io.retainer.kpi.script;

import io.retainer.kpi.Authors;
import io.retainer.kpi.Computing;
import io.retainer.kpi.KpiProblem;
import io.retainer.kpi.KpiScriptCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One definition in a file of its own, and what is said of it. */
record TriedDefinition(Path folder) {

  /**
   * What is wrong with a definition whose settings begin in line 5, each with its place.
   *
   * @param settings with {@code ;;} for the end of a line
   */
  List<String> problems(String id, String unit, String settings, String value) throws IOException {
    return problems(
        "kpi('%s') {\n  title en: 'A'\n  unit %s\n  better higher\n  %s\n  value { %s }\n%s}\n"
            .formatted(
                id,
                unit,
                settings.replace(" ;; ", "\n  "),
                value,
                PlacedOrders.where(settings.replaceFirst("^from ", ""), value)));
  }

  List<String> problems(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("a.groovy"), text);
    return KpiScriptCheck.check(List.of(script), Computing.in(script, Authors.none()))
        .scripts()
        .get(0)
        .problems()
        .stream()
        .map(KpiProblem::toString)
        .map(problem -> problem.replace(script + ":", ""))
        .toList();
  }
}
