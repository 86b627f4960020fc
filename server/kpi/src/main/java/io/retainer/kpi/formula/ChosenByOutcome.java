package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.NamedColumns;
import io.retainer.spi.Additivity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A rate of the rows that had a success: cost of the days with conversions, impressions of the
 * queries with clicks. What was spent in vain is left out, and how much that is depends on how
 * finely the source was exported.
 */
final class ChosenByOutcome {

  private static final Set<String> SPENT = Set.of("cost");

  private ChosenByOutcome() {}

  static Optional<Misuse> in(Formula part, Formula whole) {
    Set<String> below = new HashSet<>();
    whole.eachLeaf(leaf -> below.addAll(values(leaf)));
    List<Condition> chosen = new ArrayList<>();
    part.eachLeaf(leaf -> chosen.addAll(choices(leaf)));
    whole.eachLeaf(leaf -> chosen.addAll(choices(leaf)));
    return chosen.stream()
        .filter(
            choice -> isSpent(part) || NamedColumns.of(choice).stream().noneMatch(below::contains))
        .findFirst()
        .map(ChosenByOutcome::misuse);
  }

  /** Whether it is there without any success: rows without the denominator matter then. */
  private static boolean isSpent(Formula part) {
    Set<String> above = new HashSet<>();
    part.eachLeaf(leaf -> above.addAll(values(leaf)));
    return above.stream().anyMatch(SPENT::contains);
  }

  private static Set<String> values(Formula leaf) {
    return leaf instanceof Aggregate aggregate
        ? NamedColumns.ofValues(aggregate.aggregation())
        : Set.of();
  }

  /** Conditions on amounts, of sums over rows that are cuts of a day and no things. */
  private static List<Condition> choices(Formula leaf) {
    if (!(leaf instanceof Aggregate sum)
        || !(sum.aggregation() instanceof Aggregation.Sum)
        || sum.rows().perKey().isPresent()
        || !sum.rows().dataset().key().isEmpty()) {
      return List.of();
    }
    List<Condition> all = new ArrayList<>(Condition.conjuncts(sum.aggregation().where()));
    all.addAll(Condition.conjuncts(sum.rows().where()));
    return all.stream()
        .filter(
            condition ->
                condition instanceof Condition.Compare compare
                    && sum.rows()
                        .dataset()
                        .find(compare.column())
                        .filter(column -> column.additivity() == Additivity.ADDITIVE)
                        .isPresent())
        .toList();
  }

  private static Misuse misuse(Condition condition) {
    String column = String.join(", ", NamedColumns.of(condition));
    return new Misuse(
        "takes rows with "
            + ConditionWords.of(condition)
            + " only, and a row is a cut of a day: what came to nothing is left out, the more the"
            + " finer the export is",
        "leave the condition out, since rows without "
            + column
            + " add nothing to it; what is chosen by its "
            + column
            + " as a whole, such as campaigns, is a result of per");
  }
}
