package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.Terms.Term;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
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

  /**
   * Whether an amount is told in thousands or millions, or taken out of hundredths of cents: it is
   * divided by them as a whole. A part of an amount is multiplied, {@code 0.001 * sum(total)}.
   */
  public static boolean areInThousands(Formula formula) {
    List<Term> terms = Terms.of(formula);
    return isDividedByThousands(formula)
        && !isPriced(formula)
        && terms.stream().allMatch(ScaledAmounts::isOfColumns)
        && terms.stream().allMatch(term -> isThousands(divisor(term)));
  }

  private static boolean isDividedByThousands(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return formula instanceof Aggregate aggregate
          && RowFactor.isInThousands(aggregate.aggregation());
    }
    boolean isHere =
        combined.operator() == Operator.DIVIDED_BY
            && combined.right() instanceof Constant by
            && isThousands(by.value());
    boolean mayBeRight = combined.operator() != Operator.DIVIDED_BY;
    return isHere
        || isDividedByThousands(combined.left())
        || mayBeRight && isDividedByThousands(combined.right());
  }

  /** A thousand, or ten or a hundred or a thousand times as many. */
  static boolean isThousands(BigDecimal number) {
    BigDecimal digits = number.abs().stripTrailingZeros();
    return digits.unscaledValue().equals(BigInteger.ONE) && digits.scale() <= -3;
  }

  private static boolean isOfColumns(Term term) {
    return !(term.of() instanceof Aggregate aggregate)
        || RowFactor.isOfColumns(aggregate.aggregation());
  }

  private static BigDecimal divisor(Term term) {
    return BigDecimal.ONE.divide(factor(term), MathContext.DECIMAL64).round(DIGITS);
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
