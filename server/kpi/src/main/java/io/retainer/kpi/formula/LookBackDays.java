package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import java.util.Optional;

/** How many days a number of keys looks back or on: of two numbers divided, it is the same. */
final class LookBackDays {

  private LookBackDays() {}

  /**
   * @throws Meaning.Refused when a number of some days is divided by one of others
   */
  static void check(Formula part, Formula whole) throws Meaning.Refused {
    if (isSumToAge(part) && !isOfAge(whole)) {
      throw new Meaning.Refused(
          "divides what keys brought in their first days by a number of other keys",
          "write sumToAge(key, amount, 90) / matured(key, 90), which are the same keys");
    }
    Optional<Integer> days = of(part);
    Optional<Integer> others = of(whole);
    if (days.isPresent() && others.isPresent() && !days.equals(others)) {
      throw new Meaning.Refused(
          "divides a number of %d days by one of %d days".formatted(days.get(), others.get()),
          "they are about other keys; write the same number of days in both");
    }
  }

  private static boolean isSumToAge(Formula formula) {
    return formula instanceof Formula.Aggregate aggregate
        && aggregate.aggregation() instanceof Aggregation.MaturedSum;
  }

  private static boolean isOfAge(Formula formula) {
    return formula instanceof Formula.Aggregate aggregate
        && (aggregate.aggregation() instanceof Aggregation.MaturedSum
            || aggregate.aggregation() instanceof Aggregation.MaturedKeys);
  }

  private static Optional<Integer> of(Formula formula) {
    if (!(formula instanceof Formula.Aggregate aggregate)) {
      return Optional.empty();
    }
    Aggregation aggregation = aggregate.aggregation();
    if (aggregation instanceof Aggregation.ActiveKeys keys) {
      return Optional.of(keys.days());
    } else if (aggregation instanceof Aggregation.LostKeys keys) {
      return Optional.of(keys.days());
    } else if (aggregation instanceof Aggregation.MaturedKeys keys) {
      return Optional.of(keys.days());
    } else if (aggregation instanceof Aggregation.MaturedSum sum) {
      return Optional.of(sum.days());
    }
    return Optional.empty();
  }
}
