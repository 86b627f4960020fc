package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Additivity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Distinct people of each key added up over keys: who saw two posts counts twice. A mean over the
 * keys adds nobody twice.
 */
public final class AddedPeople {

  private AddedPeople() {}

  /** The column whose people are added up. */
  public static Optional<String> in(Formula formula) {
    Set<Formula> means = new HashSet<>();
    means(formula, means);
    String[] found = {null};
    formula.eachLeaf(
        leaf -> {
          if (found[0] == null && !means.contains(leaf)) {
            found[0] = people(leaf).orElse(null);
          }
        });
    return Optional.ofNullable(found[0]);
  }

  private static void means(Formula formula, Set<Formula> found) {
    if (formula instanceof Formula.Combined combined) {
      if (combined.operator() == Operator.DIVIDED_BY
          && combined.right() instanceof Aggregate by
          && by.aggregation() instanceof Aggregation.Count
          && by.rows().perKey().isPresent()) {
        combined.left().eachLeaf(found::add);
      }
      means(combined.left(), found);
      means(combined.right(), found);
    }
  }

  private static Optional<String> people(Formula leaf) {
    if (!(leaf instanceof Aggregate aggregate)
        || !(aggregate.aggregation() instanceof Aggregation.Sum sum)
        || aggregate.rows().perKey().isEmpty()) {
      return Optional.empty();
    }
    Set<String> named = NamedColumns.of(sum.value());
    return aggregate.rows().perKey().get().measures().stream()
        .filter(measure -> named.contains(measure.name()))
        .flatMap(measure -> NamedColumns.ofValues(measure.aggregation()).stream())
        .filter(column -> isOfPeople(aggregate.rows(), column))
        .findFirst();
  }

  private static boolean isOfPeople(RowSet rows, String column) {
    return rows.dataset()
        .find(column)
        .filter(known -> known.additivity() == Additivity.DISTINCT)
        .isPresent();
  }
}
