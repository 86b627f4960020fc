package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import java.util.List;
import java.util.Optional;

/**
 * What keys of the past may be divided by: the keys that they are a part of, in the same number of
 * days. A factor changes nothing.
 */
final class LookBackDays {

  private LookBackDays() {}

  /**
   * @throws Meaning.Refused when a number of some keys is divided by one of others
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
    List<KeyCount> wholes = KeyCount.in(whole);
    for (KeyCount keys : KeyCount.in(part)) {
      for (KeyCount of : wholes) {
        if (keys.rows().dataset().equals(of.rows().dataset())
            && (keys.looksBack() && !keys.isKindOf(of) && !isOfOneMoment(keys, of))) {
          throw new Meaning.Refused(
              "divides a number of keys by one of other keys, of which they are no part",
              "write retained(key) / existing(key), retained(key) / distinct(key) or lost(key, 90)"
                  + " / activeBefore(key, 90), over the same rows");
        }
      }
    }
  }

  /** What counts the same of other rows is compared with it, such as of one status. */
  private static boolean isOfOneMoment(KeyCount one, KeyCount other) {
    return one.which() == other.which()
        && one.key().equals(other.key())
        && one.days().equals(other.days());
  }

  private static boolean isSumToAge(Formula formula) {
    boolean[] is = {false};
    formula.eachOfNoRate(
        leaf ->
            is[0] |=
                leaf instanceof Formula.Aggregate aggregate
                    && aggregate.aggregation() instanceof Aggregation.MaturedSum);
    return is[0];
  }

  private static boolean isOfAge(Formula formula) {
    boolean[] is = {true};
    formula.eachLeaf(
        leaf ->
            is[0] &=
                leaf instanceof Formula.Aggregate aggregate
                    && (aggregate.aggregation() instanceof Aggregation.MaturedSum
                        || aggregate.aggregation() instanceof Aggregation.MaturedKeys));
    return is[0];
  }

  /** Of the first part that looks at so many days. */
  private static Optional<Integer> of(Formula formula) {
    Integer[] found = {null};
    formula.eachOfNoRate(
        leaf -> {
          if (found[0] == null && leaf instanceof Formula.Aggregate aggregate) {
            found[0] =
                aggregate.aggregation() instanceof Aggregation.MaturedSum sum
                    ? Integer.valueOf(sum.days())
                    : KeyCount.of(leaf).flatMap(KeyCount::days).orElse(null);
          }
        });
    return Optional.ofNullable(found[0]);
  }
}
