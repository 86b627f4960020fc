package io.retainer.kpi;

import io.retainer.model.kpi.KpiId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is in force after one look at the scripts.
 *
 * @param problems by file, line and column
 * @param waiting scripts with computations that are still to be tried
 */
record Loaded(
    Linking linking,
    List<KpiProblem> problems,
    Set<String> waiting,
    Map<Map<String, String>, Map<KpiId, Defined>> ofClients) {

  Loaded(Linking linking, List<KpiProblem> problems, Set<String> waiting) {
    this(linking, List.copyOf(problems), Set.copyOf(waiting), new ConcurrentHashMap<>());
  }

  Map<KpiId, Defined> inForce() {
    return linking.defined();
  }

  /** What is in force for a client with values of its own for parameters. */
  Map<KpiId, Defined> inForce(Map<String, String> parameters) {
    return parameters.isEmpty()
        ? inForce()
        : ofClients.computeIfAbsent(Map.copyOf(parameters), linking::with);
  }
}
