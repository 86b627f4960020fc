package io.retainer.model.fact;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which questions can only be answered by rows that are of a single day each. */
public final class SingleDays {

  private SingleDays() {}

  /** Whether a question looks at the weekdays of its rows. */
  public static boolean areAsked(FactQuery query) {
    List<Measure> ofRows = query.perKey().map(PerKey::measures).orElse(query.measures());
    return areNamed(query.where())
        || areNamed(query.history().flatMap(History::where))
        || ofRows.stream().map(Measure::aggregation).anyMatch(SingleDays::areNamed);
  }

  /** Whether an aggregation looks at them. */
  public static boolean areNamed(Aggregation aggregation) {
    return areNamed(aggregation.where())
        || aggregation instanceof Aggregation.Furthest furthest
            && furthest.steps().stream().anyMatch(SingleDays::areNamed);
  }

  /** Whether a condition looks at them. */
  public static boolean areNamed(Optional<Condition> condition) {
    return condition.filter(SingleDays::areNamed).isPresent();
  }

  private static boolean areNamed(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return areNamed(not.condition());
    } else if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(SingleDays::areNamed);
    } else if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream().anyMatch(SingleDays::areNamed);
    }
    return condition instanceof Condition.CompareNumbers numbers
        && Stream.of(numbers.left(), numbers.right()).anyMatch(SingleDays::areNamed);
  }

  private static boolean areNamed(RowValue value) {
    if (value instanceof RowValue.Arithmetic arithmetic) {
      return areNamed(arithmetic.left()) || areNamed(arithmetic.right());
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      return areNamed(ifMissing.value()) || areNamed(ifMissing.otherwise());
    }
    return value instanceof RowValue.Weekday;
  }
}
