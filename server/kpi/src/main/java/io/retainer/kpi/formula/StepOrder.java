package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.Measure;
import io.retainer.spi.Dataset;
import java.util.List;
import java.util.Optional;

/** Steps that stand the wrong way round: a purchase before the view of what was bought. */
final class StepOrder {

  private StepOrder() {}

  static Optional<Misuse> in(Formula.Aggregate leaf) {
    return leaf.rows().perKey().stream()
        .flatMap(inner -> inner.measures().stream())
        .map(Measure::aggregation)
        .filter(Aggregation.Furthest.class::isInstance)
        .flatMap(
            furthest ->
                of(leaf.rows().dataset(), ((Aggregation.Furthest) furthest).steps()).stream())
        .findFirst();
  }

  private static Optional<Misuse> of(Dataset dataset, List<Condition> steps) {
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i - 1) instanceof Condition.Compare first
          && steps.get(i) instanceof Condition.Compare second
          && first.comparator() == Comparator.EQUAL
          && second.comparator() == Comparator.EQUAL
          && first.column().equals(second.column())) {
        String before = first.literal().toString();
        String after = second.literal().toString();
        if (dataset.relations().isAfter(first.column(), before, after)) {
          return Optional.of(
              new Misuse(
                  "the step %s stands before %s, which comes first".formatted(before, after),
                  "write the steps in the order in which they happen"));
        }
      }
    }
    return Optional.empty();
  }
}
