package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.kpi.formula.ScaledAmounts;
import io.retainer.kpi.formula.ScaledMeans;
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
    return inThousands(meaning).or(() -> multipliedMean(meaning)).or(() -> multipliedSum(meaning));
  }

  /** Whoever reads "1.2 €" of a million does not know. */
  private static Optional<String> inThousands(Meaning meaning) {
    return meaning.dimension().equals(Dimension.MONEY)
            && ScaledAmounts.areInThousands(meaning.formula())
        ? Optional.of(
            "the value is an amount in thousands or more, and reports print it as one in whole units"
                + " of its currency: leave the divisor out; cents and micros of a file become whole units"
                + " when it is imported, and a part of an amount, such as a fee, is multiplied, like"
                + " 0.001 * sum(total)")
        : Optional.empty();
  }

  /** Of what single things have; a part of it is a fee or a tax, as of other amounts. */
  static Optional<String> multipliedMean(Meaning meaning) {
    BigDecimal factor = ScaledMeans.factor(meaning.formula());
    return meaning.dimension().equals(Dimension.NONE)
            || meaning.dimension().equals(Dimension.POSITION)
            || ScaledAmounts.isAmountOfMoney(factor)
        ? Optional.empty()
        : Optional.of(
            "the value is a mean "
                + by(factor)
                + ", and a mean is as large in a year as in a month: leave the factor out; amounts are in"
                + " whole units of their currency, and what grows with time is a sum for each customer,"
                + " like 12 * sum(total).where(customer_key != null) / distinct(customer_key)");
  }

  private static Optional<String> multipliedSum(Meaning meaning) {
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
            + " "
            + by(factor)
            + " as a whole, which "
            + (isMoney ? "nobody paid or got" : "nobody counted or measured")
            + ": leave the factor out, or give it to a part that weighs more, like sum(a) + 2 * sum(b)");
  }

  /** As an author has written it, as far as that can be told: {@code count() / 30}. */
  static String by(BigDecimal factor) {
    BigDecimal divisor =
        factor.signum() == 0
            ? BigDecimal.ZERO
            : BigDecimal.ONE.divide(factor, new MathContext(8)).stripTrailingZeros();
    return divisor.compareTo(BigDecimal.ONE) > 0 && divisor.scale() <= 0
        ? "divided by " + ShownNumber.of(divisor)
        : "multiplied by " + shown(factor);
  }

  private static String shown(BigDecimal factor) {
    return ShownNumber.of(factor.round(new MathContext(4)).stripTrailingZeros());
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
