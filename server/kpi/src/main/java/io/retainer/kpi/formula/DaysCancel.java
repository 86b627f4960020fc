package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.Aggregation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a formula is a rate that more days make no larger: what grows with the days, divided by
 * what grows with the same days. Clicks per impression are; people, levels and whatever is counted
 * by key or is the largest of something depend on which days there are, and on how many. So does
 * the share of some weekdays.
 */
public final class DaysCancel {

  private DaysCancel() {}

  public static boolean in(Formula formula) {
    // Days may be missing of one dataset and be there of the other.
    Set<String> datasets = new HashSet<>();
    formula.eachLeaf(leaf -> datasets.add(Formula.rows(leaf).dataset().name()));
    return datasets.size() == 1 && power(formula).filter(days -> days == 0).isPresent();
  }

  /** To which power of the days it grows; empty where nobody can tell. */
  private static Optional<Integer> power(Formula formula) {
    if (formula instanceof Constant) {
      return Optional.of(0);
    } else if (formula instanceof Combined combined) {
      return combined(combined);
    } else if (formula instanceof Formula.Power raised) {
      return power(raised.base()).map(days -> days * raised.exponent());
    } else if (formula instanceof Formula.Aggregate aggregate) {
      return Formula.rows(formula).perKey().isPresent()
          ? Optional.empty()
          : power(aggregate.aggregation());
    }
    return formula instanceof Formula.OfTotal total && total.rows().perKey().isEmpty()
        ? power(total.aggregation())
        : Optional.empty();
  }

  private static Optional<Integer> power(Aggregation aggregation) {
    if (Weekdays.decideIn(aggregation.where())) {
      return Optional.empty();
    } else if (aggregation instanceof Aggregation.Sum
        || aggregation instanceof Aggregation.Count
        || aggregation instanceof Aggregation.SumOfCounts) {
      return Optional.of(1);
    }
    return aggregation instanceof Aggregation.WeightedMean ? Optional.of(0) : Optional.empty();
  }

  private static Optional<Integer> combined(Combined combined) {
    Optional<Integer> left = power(combined.left());
    Optional<Integer> right = power(combined.right());
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    return switch (combined.operator()) {
      case TIMES -> Optional.of(left.get() + right.get());
      case DIVIDED_BY -> Optional.of(left.get() - right.get());
      case PLUS, MINUS -> left.equals(right) ? left : Optional.empty();
    };
  }
}
