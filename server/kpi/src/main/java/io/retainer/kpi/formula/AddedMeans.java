package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Additivity;
import java.util.Optional;

/** Two means that are added, which is not what either of them is a mean of. */
final class AddedMeans {

  private AddedMeans() {}

  /** What to write instead, where both are means of columns of the same rows. */
  static Optional<String> advice(Formula one, Formula other) {
    Optional<Formula.Aggregate> first = summed(one);
    Optional<Formula.Aggregate> second = summed(other);
    if (first.isEmpty() || second.isEmpty()) {
      return Optional.empty();
    }
    if (isMark(first.get()) || isMark(second.get())) {
      return Optional.of(
          "answers to several questions have no mean together; make each a KPI of its own, and show"
              + " them side by side");
    }
    boolean areOfOne =
        first.get().rows().equals(second.get().rows())
            && first.get().aggregation().where().equals(second.get().aggregation().where());
    return areOfOne
        ? Optional.of(
            "take the mean of both together: avg(%s + %s)"
                .formatted(
                    FormulaWords.of(value(first.get())), FormulaWords.of(value(second.get()))))
        : Optional.empty();
  }

  /** The sum of a mean, which is written out as a sum by a number of rows. */
  private static Optional<Formula.Aggregate> summed(Formula mean) {
    return mean instanceof Combined quotient
            && quotient.operator() == Operator.DIVIDED_BY
            && quotient.left() instanceof Formula.Aggregate sum
            && sum.aggregation() instanceof Aggregation.Sum
            && quotient.right() instanceof Formula.Aggregate number
            && number.aggregation() instanceof Aggregation.Count
        ? Optional.of(sum)
        : Optional.empty();
  }

  private static RowValue value(Formula.Aggregate sum) {
    return ((Aggregation.Sum) sum.aggregation()).value();
  }

  private static boolean isMark(Formula.Aggregate sum) {
    return NamedColumns.of(value(sum)).stream()
        .flatMap(name -> sum.rows().dataset().find(name).stream())
        .anyMatch(column -> column.additivity() == Additivity.MARK);
  }
}
