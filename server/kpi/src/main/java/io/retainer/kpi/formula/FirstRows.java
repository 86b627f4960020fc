package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedColumns;
import java.util.Optional;

/** The first row of a key has no days since the one before: it is in no sum of them. */
final class FirstRows {

  private FirstRows() {}

  /**
   * @throws Meaning.Refused when rows are counted below the line that have nothing above it
   */
  static void check(Formula part, Formula whole) throws Meaning.Refused {
    if (part instanceof Aggregate above
        && above.aggregation() instanceof Aggregation.Sum sum
        && whole instanceof Aggregate below
        && below.aggregation() instanceof Aggregation.Count
        && above.rows().history().isPresent()
        && above.rows().history().equals(below.rows().history())) {
      History history = above.rows().history().get();
      Optional<String> gap =
          history.columns().stream()
              .filter(told -> told.tells() == History.Tells.DAYS_SINCE_PREVIOUS)
              .map(History.Told::name)
              .filter(NamedColumns.of(sum.value())::contains)
              .findFirst();
      if (gap.isPresent() && !isNarrowed(below, history)) {
        throw new Meaning.Refused(
            "divides %s by all rows, of which the first of each %s have none"
                .formatted(gap.get(), history.key()),
            "write avg(%s), the mean of those that have one".formatted(gap.get()));
      }
    }
  }

  private static boolean isNarrowed(Aggregate counted, History history) {
    return Condition.conjuncts(counted.aggregation().where()).stream()
        .flatMap(condition -> NamedColumns.of(condition).stream())
        .anyMatch(column -> history.find(column).isPresent());
  }
}
