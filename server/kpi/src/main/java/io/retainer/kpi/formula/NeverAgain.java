package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.model.fact.Aggregation;
import java.util.List;
import java.util.Optional;

/**
 * Who came again, asked of rows of which each key has one, such as a list of customers: nobody ever
 * did.
 */
final class NeverAgain {

  private NeverAgain() {}

  static Optional<Misuse> in(Aggregate leaf) {
    return key(leaf.aggregation())
        .filter(key -> leaf.rows().dataset().key().equals(List.of(key)))
        .map(key -> misuse(key, leaf.rows().dataset().name()));
  }

  private static Optional<String> key(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.RetainedKeys again) {
      return Optional.of(again.key());
    }
    return aggregation instanceof Aggregation.LostKeys lost
        ? Optional.of(lost.key())
        : Optional.empty();
  }

  private static Misuse misuse(String key, String dataset) {
    return new Misuse(
        "each "
            + key
            + " has one row of "
            + dataset
            + ", so that none ever comes again and all of them are lost",
        "take rows of what they do again and again: from orders, with where status == 'placed'");
  }
}
