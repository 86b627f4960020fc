package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who is a promoter and who a detractor in a Net Promoter Score: 9 and 10, and 0 to 6 (Reichheld,
 * "The One Number You Need to Grow", 2003). A score of other groups cannot be set beside anybody's.
 */
public final class NpsBands {

  private static final String COLUMN = "nps";
  private static final int HIGHEST = 10;
  private static final Set<Integer> PROMOTERS = Set.of(9, 10);
  private static final Set<Integer> DETRACTORS = Set.of(0, 1, 2, 3, 4, 5, 6);

  private final Set<Set<Integer>> added = new LinkedHashSet<>();
  private final Set<Set<Integer>> takenOff = new LinkedHashSet<>();

  private NpsBands() {}

  /** The answers that are taken from others, and those others, where they are not these two. */
  public static Optional<String> othersIn(Formula formula) {
    NpsBands bands = new NpsBands();
    bands.collect(formula, true);
    boolean areRight = PROMOTERS.equals(all(bands.added)) && DETRACTORS.equals(all(bands.takenOff));
    boolean isDifference = !bands.added.isEmpty() && !bands.takenOff.isEmpty();
    return isDifference && !areRight
        ? Optional.of(written(bands.added) + " less " + written(bands.takenOff))
        : Optional.empty();
  }

  private static Set<Integer> all(Set<Set<Integer>> bands) {
    return bands.stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static String written(Set<Set<Integer>> bands) {
    return new TreeSet<>(all(bands))
        .stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** Of a quotient only what is divided tells. */
  private void collect(Formula formula, boolean isAdded) {
    if (formula instanceof Formula.Combined combined) {
      collect(combined.left(), isAdded);
      if (combined.operator() != RowValue.Operator.DIVIDED_BY) {
        collect(combined.right(), isAdded == (combined.operator() != RowValue.Operator.MINUS));
      }
    } else if (formula instanceof Formula.Aggregate aggregate
        && aggregate.aggregation() instanceof Aggregation.Count count) {
      count.where().flatMap(NpsBands::answers).ifPresent((isAdded ? added : takenOff)::add);
    }
  }

  /** Which answers meet a condition; empty where it is about anything else. */
  private static Optional<Set<Integer>> answers(Condition condition) {
    List<Condition> about =
        Condition.conjuncts(Optional.of(condition)).stream()
            .filter(each -> NamedColumns.of(each).equals(Set.of(COLUMN)))
            .toList();
    if (about.isEmpty() || about.stream().anyMatch(each -> !isPlain(each))) {
      return Optional.empty();
    }
    return Optional.of(
        IntStream.rangeClosed(0, HIGHEST)
            .filter(answer -> about.stream().allMatch(each -> holds(each, answer)))
            .boxed()
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static boolean isPlain(Condition condition) {
    return condition instanceof Condition.Compare compare && compare.literal() instanceof BigDecimal
        || condition instanceof Condition.OneOf oneOf
            && oneOf.literals().stream().allMatch(BigDecimal.class::isInstance);
  }

  private static boolean holds(Condition condition, int answer) {
    if (condition instanceof Condition.OneOf oneOf) {
      return oneOf.literals().stream()
          .anyMatch(one -> ((BigDecimal) one).compareTo(BigDecimal.valueOf(answer)) == 0);
    }
    Condition.Compare compare = (Condition.Compare) condition;
    int order = BigDecimal.valueOf(answer).compareTo((BigDecimal) compare.literal());
    return switch (compare.comparator()) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case GREATER -> order > 0;
      case AT_LEAST -> order >= 0;
    };
  }
}
