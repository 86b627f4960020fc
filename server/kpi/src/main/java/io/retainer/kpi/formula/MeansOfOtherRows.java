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
import java.util.stream.Stream;

/**
 * A mean by a mean, or a median by a median, of values that other rows lack: {@code avg(margin) /
 * avg(total)} is no margin where nobody knows that of the large orders. Neither of the two lacks
 * anything by itself.
 */
final class MeansOfOtherRows {

  private static final String MEAN = "a mean";

  private MeansOfOtherRows() {}

  /**
   * @param columns in which each of its rows has something
   */
  private record Middle(String word, Aggregate values, Set<String> columns) {

    boolean isLike(Middle other) {
      RowSet own = values.rows();
      RowSet others = other.values.rows();
      return word.equals(other.word)
          && own.dataset().equals(others.dataset())
          && own.perKey().equals(others.perKey());
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
        || !above.get().isLike(below.get())
        || above.get().columns.equals(below.get().columns)) {
      return;
    }
    if (isOfAnswers(above.get()) && isOfAnswers(below.get())) {
      throw new Meaning.Refused(
          "divides the answers to one question by those to another",
          "each has a scale of its own; make each a KPI of its own, and show them side by side");
    }
    throw new Meaning.Refused(
        "divides %1$s by %1$s of other rows, since a row may have the one value and lack the other"
            .formatted(above.get().word),
        advice(above.get(), below.get()));
  }

  private static String advice(Middle above, Middle below) {
    Set<String> all = new TreeSet<>(above.columns);
    all.addAll(below.columns);
    boolean areSums =
        above.values.aggregation() instanceof Aggregation.Sum
            && below.values.aggregation() instanceof Aggregation.Sum
            && above.values.aggregation().where().equals(below.values.aggregation().where());
    return (areSums
            ? "divide what is known of both: "
                + FormulaWords.of(above.values)
                + " / "
                + FormulaWords.of(below.values)
                + "; or "
            : "")
        + "write the same where("
        + all.stream().map(column -> column + " != null").collect(Collectors.joining(" && "))
        + ") after both";
  }

  private static Optional<Middle> middle(Formula formula) {
    if (formula instanceof Aggregate one) {
      return one.aggregation() instanceof Aggregation.WeightedMean mean
          ? Optional.of(new Middle(MEAN, one, had(one, one, mean.value(), mean.weight())))
          : statistic(one.aggregation())
              .map(value -> new Middle("a median", one, had(one, one, value)));
    }
    return formula instanceof Combined mean
            && mean.operator() == Operator.DIVIDED_BY
            && mean.left() instanceof Aggregate values
            && mean.right() instanceof Aggregate number
            && values.aggregation() instanceof Aggregation.Sum sum
            && values.rows().equals(number.rows())
        ? mean(values, sum, number, MeansOfKnown.parts(mean).contains(values))
        : Optional.empty();
  }

  /** By a number of rows, or by what they weigh: {@code weightedMean(margin, items)}. */
  private static Optional<Middle> mean(
      Aggregate values, Aggregation.Sum sum, Aggregate number, boolean isOfKnown) {
    if (number.aggregation() instanceof Aggregation.Sum weights) {
      return isOfKnown
          ? Optional.of(new Middle(MEAN, values, had(values, number, sum.value(), weights.value())))
          : Optional.empty();
    }
    return number.aggregation() instanceof Aggregation.Count
        ? Optional.of(
            new Middle(
                MEAN, values, isOfKnown ? had(values, number, sum.value()) : had(values, number)))
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

  private static Set<String> had(Aggregate values, Aggregate number, RowValue... known) {
    Set<String> columns =
        Stream.of(known).flatMap(Columns::bare).collect(Collectors.toCollection(TreeSet::new));
    columns.addAll(MeansOfKnown.known(number.aggregation().where()));
    if (values.rows().perKey().isEmpty()) {
      columns.addAll(MeansOfKnown.known(values.rows().where()));
    }
    return columns;
  }
}
