package io.retainer.kpi.formula;

import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether it depends on the weekday if a row counts: of other days there are others of them. */
final class Weekdays {

  private Weekdays() {}

  static boolean decideIn(Optional<Condition> condition) {
    return condition.filter(Weekdays::decideIn).isPresent();
  }

  private static boolean decideIn(Condition condition) {
    if (condition instanceof Condition.Not not) {
      return decideIn(not.condition());
    } else if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(Weekdays::decideIn);
    } else if (condition instanceof Condition.AnyOf any) {
      return any.conditions().stream().anyMatch(Weekdays::decideIn);
    }
    return condition instanceof Condition.CompareNumbers numbers
        && Stream.of(numbers.left(), numbers.right()).anyMatch(Weekdays::areIn);
  }

  private static boolean areIn(RowValue value) {
    if (value instanceof RowValue.Arithmetic arithmetic) {
      return areIn(arithmetic.left()) || areIn(arithmetic.right());
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      return areIn(ifMissing.value()) || areIn(ifMissing.otherwise());
    }
    return value instanceof RowValue.Weekday
        || value instanceof RowValue.OfMoment moment && moment.part() == RowValue.Part.WEEKDAY;
  }
}
