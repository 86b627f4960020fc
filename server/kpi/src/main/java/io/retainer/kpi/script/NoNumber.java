package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.ScaledAmounts;
import io.retainer.model.fact.Aggregation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;

/** A value that looks like a number of something, and is one of nothing. */
final class NoNumber {

  private static final Set<Nature> AMOUNTS =
      Set.of(Nature.FLOW, Nature.DISTINCT, Nature.DISTRIBUTION);

  private NoNumber() {}

  /** A number of things, an amount or a time that is multiplied as a whole was never there. */
  static Optional<String> multiplied(Meaning meaning) {
    boolean isAmount =
        AMOUNTS.contains(meaning.nature()) && !meaning.dimension().equals(Dimension.POSITION);
    BigDecimal factor = isAmount ? ScaledAmounts.factor(meaning.formula()) : BigDecimal.ONE;
    boolean isMoney = meaning.dimension().equals(Dimension.MONEY);
    if (factor.compareTo(BigDecimal.ONE) == 0 || isMoney && ScaledAmounts.isAmountOfMoney(factor)) {
      return Optional.empty();
    }
    String whole = isMoney ? "an amount" : "a number";
    return Optional.of(
        "the value is "
            + (meaning.nature() == Nature.DISTRIBUTION ? "a statistic" : whole)
            + " multiplied by "
            + ShownNumber.of(factor.round(new MathContext(4)).stripTrailingZeros())
            + " as a whole, which "
            + (isMoney ? "nobody paid or got" : "nobody counted or measured")
            + ": leave the factor out, or give it to a part that weighs more, like sum(a) + 2 * sum(b)");
  }

  /** Stars of all ratings added up are a part of their mean. */
  static Optional<String> ofStars(Meaning meaning) {
    boolean[] found = {false};
    if (meaning.nature() == Nature.STOCK || meaning.nature() == Nature.FLOW) {
      meaning.formula().eachLeaf(leaf -> found[0] |= areStars(leaf));
    }
    return found[0]
        ? Optional.of(
            "the value is the stars of all ratings added up, and no number of anything: their mean is"
                + " last(stars_total) / last(ratings_total), with unit score")
        : Optional.empty();
  }

  private static boolean areStars(Formula leaf) {
    return leaf instanceof Formula.Aggregate aggregate
        && aggregate.aggregation() instanceof Aggregation.Level level
        && level.column().equals("stars_total");
  }
}
