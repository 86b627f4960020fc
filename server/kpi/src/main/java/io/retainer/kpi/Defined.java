package io.retainer.kpi;

import io.retainer.kpi.script.Nearest;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A definition in force.
 *
 * @param ways the ways to compute it, in the order they are tried; none when a worker computes it
 * @param others the KPIs that it is made of, where it is made of nothing else
 */
record Defined(
    KpiDefinition definition,
    List<Way> ways,
    Optional<Computation> computation,
    Set<KpiId> others) {

  Defined {
    others = Set.copyOf(others);
  }

  Defined(KpiDefinition definition, List<Way> ways, Set<KpiId> others) {
    this(definition, ways, Optional.empty(), others);
  }

  Defined(KpiDefinition definition, Computation computation, Set<KpiId> others) {
    this(definition, List.of(), Optional.of(computation), others);
  }

  /**
   * Those of some ids, in their order.
   *
   * @throws IllegalArgumentException naming the id nobody defined, and the nearest one
   */
  static List<Defined> named(Map<KpiId, Defined> inForce, List<KpiId> ids) {
    return ids.stream()
        .map(
            id -> {
              Defined defined = inForce.get(id);
              if (defined == null) {
                throw new IllegalArgumentException(nobodyDefined(id, inForce));
              }
              return defined;
            })
        .toList();
  }

  private static String nobodyDefined(KpiId id, Map<KpiId, Defined> inForce) {
    List<String> known = inForce.keySet().stream().map(KpiId::value).toList();
    return "There is no KPI "
        + id
        + Nearest.to(id.value(), known).map(near -> "; did you mean " + near + "?").orElse("");
  }

  /**
   * As it is with values that make it illegal: not computable.
   *
   * @param parameters what was chosen; it is shown as what is in force
   */
  Defined without(Reason why, Map<String, String> parameters) {
    return new Defined(
        new KpiDefinition(
            definition.descriptor().with(parameters),
            definition.file(),
            definition.line(),
            definition.text()),
        ways.stream().map(way -> way.without(why, parameters)).toList(),
        computation,
        others);
  }
}
