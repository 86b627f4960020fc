package io.retainer.kpi.formula;

import io.retainer.kpi.formula.KeyCount.Which;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A percentage of keys that were there before the period: who came first in the period is above the
 * line and not below it, so that it may be over 100 %.
 */
public final class KeysOfPast {

  private KeysOfPast() {}

  /** Why a quotient is no share of them, in the words that follow "the unit is percent, and". */
  public static Optional<String> problem(Formula part, Formula whole) {
    List<Terms.Term> wholes = Terms.of(whole);
    if (wholes.size() != 1 || !wholes.get(0).over().isEmpty()) {
      return Optional.empty();
    }
    Optional<KeyCount> keys = KeyCount.of(wholes.get(0).of()).filter(KeyCount::looksBack);
    List<Terms.Term> parts = Terms.of(part);
    boolean isAdded =
        parts.stream().allMatch(term -> term.factor().signum() > 0 && term.over().isEmpty());
    return isAdded
        ? keys.filter(all -> parts.stream().anyMatch(term -> isOfOthers(term.of(), all)))
            .map(KeysOfPast::words)
        : Optional.empty();
  }

  private static boolean isOfOthers(Formula leaf, KeyCount whole) {
    return leaf instanceof Formula.Aggregate aggregate
        && aggregate.rows().dataset().equals(whole.rows().dataset())
        && KeyCount.of(leaf).filter(KeyCount::looksBack).isEmpty();
  }

  private static String words(KeyCount whole) {
    String share =
        whole.which() == Which.ACTIVE
            ? "1 - lost(%1$s, %2$s) / activeBefore(%1$s, %2$s)"
                .formatted(
                    whole.key(), whole.days().map(BigDecimal::valueOf).orElse(BigDecimal.ONE))
            : "retained(%1$s) / existing(%1$s)".formatted(whole.key());
    return "who came first in the period is counted above the line and not below it, so that the value may be over 100 %: of those who were there before, "
        + share
        + " came again, and so many for each of them are a ratio";
  }
}
