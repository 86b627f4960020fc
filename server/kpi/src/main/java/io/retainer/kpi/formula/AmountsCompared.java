package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Condition.Comparator;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import io.retainer.spi.Dataset;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Amounts that a condition compares. A row that should have one and lacks it fulfils no comparison,
 * but nobody can tell that it would not. A position that is empty says that there is none, so it is
 * not about what only describes a row. Who asks whether the column is empty has thought of it, and
 * more than nothing is what one asks for to leave such rows out.
 */
public final class AmountsCompared {

  private final Set<String> compared = new TreeSet<>();
  private final Set<String> thoughtOf = new HashSet<>();

  private AmountsCompared() {}

  /** The columns of a dataset's amounts. */
  public static Set<String> of(Dataset dataset, Optional<Condition> where) {
    AmountsCompared all = new AmountsCompared();
    where.ifPresent(all::add);
    all.compared.removeAll(all.thoughtOf);
    all.compared.removeIf(
        column ->
            dataset
                .find(column)
                .filter(known -> known.additivity() == Additivity.ADDITIVE)
                .isEmpty());
    return all.compared;
  }

  private void add(Condition condition) {
    if (condition instanceof Condition.Compare compare
        && compare.literal() instanceof BigDecimal number) {
      if (!isMoreThanNothing(compare.comparator(), number)) {
        compared.add(compare.column());
      }
    } else if (condition instanceof Condition.CompareNumbers numbers) {
      boolean isThere =
          numbers.right() instanceof RowValue.Constant constant
              && isMoreThanNothing(numbers.comparator(), constant.value());
      if (!isThere) {
        Columns.bare(numbers.left()).forEach(compared::add);
        Columns.bare(numbers.right()).forEach(compared::add);
      }
    } else if (condition instanceof Condition.Missing missing) {
      thoughtOf.add(missing.column());
    } else {
      inside(condition).forEach(this::add);
    }
  }

  private static List<Condition> inside(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return List.of(not.condition());
    } else if (condition instanceof Condition.All all) {
      return all.conditions();
    }
    return condition instanceof Condition.AnyOf any ? any.conditions() : List.of();
  }

  private static boolean isMoreThanNothing(Comparator comparator, BigDecimal number) {
    return comparator == Comparator.GREATER && number.signum() == 0;
  }
}
