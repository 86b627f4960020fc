package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Datasets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a formula measures, whatever is done with it: columns, or the rows of a dataset under its
 * name.
 *
 * @param above the line of a rate, or all of it where it is none
 * @param below the line
 * @param conditions those of each number, without what admits rows of which nothing is known
 * @param chosen which of several values: the largest, the middle, the first one
 */
public record Measured(
    Set<String> datasets,
    Set<String> above,
    Set<String> below,
    Set<Set<Condition>> conditions,
    Set<Object> chosen) {

  public static Measured in(Formula formula) {
    Measured found =
        new Measured(
            new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new HashSet<>(), new HashSet<>());
    Fraction.of(formula)
        .ifPresentOrElse(
            fraction -> {
              fraction.numerator().eachLeaf(leaf -> found.add(leaf, found.above));
              fraction.denominator().eachLeaf(leaf -> found.add(leaf, found.below));
            },
            () -> formula.eachLeaf(leaf -> found.add(leaf, found.above)));
    return found;
  }

  /** Whether one asks what the other asks, of the same rows. */
  public boolean isSameAs(Measured other) {
    boolean isOfSameRows =
        datasets.equals(other.datasets)
            ? conditions.equals(other.conditions) && chosen.equals(other.chosen)
            : isUnconditional() && other.isUnconditional() && namesDatasets();
    return hasWordsOf(other) && isOfSameRows;
  }

  /** Whether both are made of the same columns, or of numbers of one dataset. */
  public boolean isNear(Measured other) {
    return datasets.equals(other.datasets) || hasWordsOf(other);
  }

  private boolean hasWordsOf(Measured other) {
    return above.equals(other.above) && below.equals(other.below);
  }

  private boolean isUnconditional() {
    return conditions.stream().allMatch(Set::isEmpty);
  }

  /** A column that is called like a dataset counts its rows: live links, of an index or a list. */
  private boolean namesDatasets() {
    return Stream.concat(above.stream(), below.stream())
        .allMatch(word -> Datasets.find(word).isPresent());
  }

  private void add(Formula leaf, Set<String> words) {
    RowSet rows = Formula.rows(leaf);
    datasets.add(rows.dataset().name());
    Set<Condition> all = new HashSet<>(Condition.conjuncts(rows.where()));
    if (leaf instanceof Formula.AsCounted counted) {
      words.add(counted.column());
    } else {
      Aggregation aggregation =
          leaf instanceof Formula.OfTotal total
              ? total.aggregation()
              : ((Formula.Aggregate) leaf).aggregation();
      all.addAll(Condition.conjuncts(aggregation.where()));
      words.addAll(words(rows, aggregation));
      choice(aggregation).ifPresent(chosen::add);
    }
    all.removeIf(Measured::admitsUnknown);
    conditions.add(all);
  }

  private static Optional<Object> choice(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Statistic statistic) {
      return Optional.of(statistic.function());
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      return Optional.of(percentile.percent());
    }
    return aggregation instanceof Aggregation.Level level
        ? Optional.of(level.first())
        : Optional.empty();
  }

  private static Set<String> words(RowSet rows, Aggregation aggregation) {
    Set<String> words = new TreeSet<>(NamedColumns.ofValues(aggregation));
    rows.perKey()
        .ifPresent(
            inner -> {
              for (Measure result : inner.measures()) {
                if (words.remove(result.name())) {
                  words.addAll(named(rows, result.aggregation()));
                }
              }
            });
    return words.isEmpty()
        ? Set.of(rows.perKey().map(inner -> inner.key()).orElse(rows.dataset().name()))
        : words;
  }

  private static Set<String> named(RowSet rows, Aggregation inner) {
    Set<String> columns = NamedColumns.ofValues(inner);
    return columns.isEmpty() ? Set.of(rows.dataset().name()) : columns;
  }

  /** What is not known to be lost, where an index says of no link that it is. */
  private static boolean admitsUnknown(Condition condition) {
    return condition instanceof Condition.AnyOf any
        && any.conditions().stream().anyMatch(Condition.Missing.class::isInstance);
  }

  /** {@code clicks_unique by delivered of email_campaigns}. */
  @Override
  public String toString() {
    return words(above)
        + (below.isEmpty() ? "" : " by " + words(below))
        + " of "
        + String.join(", ", datasets);
  }

  private String words(Set<String> of) {
    return of.stream()
        .map(word -> datasets.contains(word) ? "rows" : word)
        .collect(Collectors.joining(", "));
  }
}
