package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Terms.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was counted, paid or measured, all of it so many times: {@code sum(total) * 12} was paid by
 * nobody. Parts of a sum may weigh differently, and a sum may be divided by the number of its
 * parts.
 */
public final class ScaledAmounts {

  private static final MathContext DIGITS = new MathContext(12);
  private static final BigDecimal TWICE = BigDecimal.valueOf(2);

  private ScaledAmounts() {}

  /** By what a value that is no rate is multiplied as a whole, without its sign; one for not. */
  public static BigDecimal factor(Formula formula) {
    List<Term> terms = Terms.of(formula);
    if (isPriced(formula) || terms.stream().anyMatch(ScaledAmounts::isOtherwiseRead)) {
      return BigDecimal.ONE;
    }
    Set<BigDecimal> factors = terms.stream().map(ScaledAmounts::factor).collect(Collectors.toSet());
    BigDecimal first = factors.stream().findFirst().orElse(BigDecimal.ONE);
    boolean isMean = isOne(first.multiply(BigDecimal.valueOf(terms.size())));
    return factors.size() > 1 || isMean ? BigDecimal.ONE : first;
  }

  /** A part of an amount is one, such as a fee or a tax, and so is an amount with its tax. */
  public static boolean isAmountOfMoney(BigDecimal factor) {
    return factor.compareTo(TWICE) < 0;
  }

  /** Rates are free of units, and levels have rules of their own. */
  private static boolean isOtherwiseRead(Term term) {
    return !term.over().isEmpty() || ScaledLevels.isLevel(term.of());
  }

  /** So much for each: what it is multiplied by is an amount. */
  private static boolean isPriced(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return !constant.isPlain();
    }
    return formula instanceof Formula.Combined combined
        && (isPriced(combined.left()) || isPriced(combined.right()));
  }

  private static BigDecimal factor(Term term) {
    BigDecimal inside =
        term.of() instanceof Aggregate aggregate
            ? RowFactor.of(aggregate.aggregation())
            : BigDecimal.ONE;
    return term.factor().multiply(inside).abs().round(DIGITS).stripTrailingZeros();
  }

  private static boolean isOne(BigDecimal factor) {
    return factor.round(DIGITS).compareTo(BigDecimal.ONE) == 0;
  }
}
