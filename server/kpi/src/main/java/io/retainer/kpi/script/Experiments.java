package io.retainer.kpi.script;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How many experiments the parts of a comparison are of: those of two buttons and those of two
 * headers together are no test of anything.
 */
final class Experiments {

  private static final String EXPERIMENT = "experiment";

  private Experiments() {}

  /** A number of experiments in all rows that count; empty where rows do not say theirs. */
  static Optional<Formula> in(List<Formula> parts) {
    Map<RowSet, List<Optional<Condition>>> conditions = new LinkedHashMap<>();
    parts.forEach(
        part ->
            part.eachLeaf(
                leaf -> {
                  RowSet rows = Formula.rows(leaf);
                  if (leaf instanceof Formula.Aggregate aggregate
                      && rows.perKey().isEmpty()
                      && rows.dataset().find(EXPERIMENT).isPresent()) {
                    conditions
                        .computeIfAbsent(rows, any -> new ArrayList<>())
                        .add(aggregate.aggregation().where());
                  }
                }));
    return conditions.entrySet().stream()
        .findFirst()
        .map(
            of ->
                new Formula.Aggregate(
                    of.getKey(), new Aggregation.Distinct(EXPERIMENT, any(of.getValue()))));
  }

  private static Optional<Condition> any(List<Optional<Condition>> conditions) {
    return conditions.stream().allMatch(Optional::isPresent)
        ? Optional.of(
            new Condition.AnyOf(conditions.stream().flatMap(Optional::stream).distinct().toList()))
        : Optional.empty();
  }
}
