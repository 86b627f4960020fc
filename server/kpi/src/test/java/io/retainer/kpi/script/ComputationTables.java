package io.retainer.kpi.script;

import io.retainer.compute.language.Admitted;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The lists of computations as the guide has them. */
final class ComputationTables {

  private ComputationTables() {}

  static String text() {
    return table("Word", Admitted.WORDS)
        + "\n"
        + table("Property", Admitted.PROPERTIES)
        + "\n"
        + table("Method", Admitted.METHODS)
        + "\n"
        + table("Operator", Admitted.OPERATORS);
  }

  private static String table(String heading, Admitted list) {
    return "| "
        + heading
        + " | Means |\n|---|---|\n"
        + list.entries().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> "| `" + shown(entry.getKey()) + "` | " + entry.getValue() + " |\n")
            .collect(Collectors.joining());
  }

  /** A bar would end the cell. */
  private static String shown(String entry) {
    return Set.of("[").contains(entry) ? "[ ]" : entry.replace("|", "\\|");
  }
}
