package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import io.retainer.spi.Additivity;
import io.retainer.spi.Dataset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A mean by a mean, or a median by a median, of values that other rows lack: {@code avg(margin) /
 * avg(total)} is no margin where nobody knows that of the large orders. Neither of the two lacks
 * anything by itself.
 */
final class MeansOfOtherRows {

  private MeansOfOtherRows() {}

  /**
   * @param columns in which each of its rows has something
   */
  private record Middle(String word, Aggregate values, Set<String> columns) {

    boolean isOfRowsOf(Middle other) {
      RowSet own = values.rows();
      RowSet others = other.values.rows();
      return own.dataset().equals(others.dataset()) && own.perKey().equals(others.perKey());
    }
  }

  /**
   * @throws Meaning.Refused when one may have rows that the other has not, for want of a value
   */
  static void check(Formula part, Formula whole) throws Meaning.Refused {
    Optional<Middle> above = middle(part);
    Optional<Middle> below = middle(whole);
    if (above.isEmpty()
        || below.isEmpty()
        || !above.get().isOfRowsOf(below.get())
        || above.get().columns.equals(below.get().columns)
        || isOfAnswers(above.get())) {
      return;
    }
    Set<String> all = new TreeSet<>(above.get().columns);
    all.addAll(below.get().columns);
    boolean areMeans = isMean(above.get()) && isMean(below.get());
    throw new Meaning.Refused(
        "divides %s by %s of other rows, since a row may have the one value and lack the other"
            .formatted(above.get().word, below.get().word),
        (areMeans
                ? "divide what is known of both: "
                    + FormulaWords.of(above.get().values)
                    + " / "
                    + FormulaWords.of(below.get().values)
                    + "; or "
                : "")
            + "write the same where("
            + all.stream().map(column -> column + " != null").collect(Collectors.joining(" && "))
            + ") after both");
  }

  private static boolean isMean(Middle middle) {
    return middle.values.aggregation() instanceof Aggregation.Sum;
  }

  private static Optional<Middle> middle(Formula formula) {
    if (formula instanceof Aggregate one) {
      return statistic(one.aggregation())
          .map(value -> new Middle("a median", one, had(one, one, value)));
    }
    return formula instanceof Combined mean
            && mean.operator() == Operator.DIVIDED_BY
            && mean.left() instanceof Aggregate values
            && mean.right() instanceof Aggregate number
            && values.aggregation() instanceof Aggregation.Sum sum
            && number.aggregation() instanceof Aggregation.Count
            && values.rows().equals(number.rows())
            && MeansOfKnown.sums(mean).contains(values)
        ? Optional.of(new Middle("a mean", values, had(values, number, sum.value())))
        : Optional.empty();
  }

  private static Optional<RowValue> statistic(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Percentile percentile) {
      return Optional.of(percentile.value());
    }
    return aggregation instanceof Aggregation.Statistic one
            && one.function() == Aggregation.Function.MEDIAN
        ? Optional.of(one.value())
        : Optional.empty();
  }

  /** Each answers its own question, and is the mean of whoever answered that. */
  private static boolean isOfAnswers(Middle middle) {
    Dataset dataset = middle.values.rows().dataset();
    return middle.columns.stream()
        .flatMap(column -> dataset.find(column).stream())
        .anyMatch(column -> column.additivity() == Additivity.MARK);
  }

  private static Set<String> had(Aggregate values, Aggregate number, RowValue value) {
    Set<String> columns = Columns.bare(value).collect(Collectors.toCollection(TreeSet::new));
    columns.addAll(MeansOfKnown.known(number.aggregation().where()));
    if (values.rows().perKey().isEmpty()) {
      columns.addAll(MeansOfKnown.known(values.rows().where()));
    }
    return columns;
  }
}
