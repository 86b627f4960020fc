package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Terms.Term;
import io.retainer.model.fact.Aggregation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The mean of what each row has, so many times: {@code 12 * avg(total)} is no year's, since an
 * order is as large in a year as in a month. What each customer brings grows with the time, and may
 * be multiplied.
 */
public final class ScaledMeans {

  private static final MathContext DIGITS = new MathContext(12);

  private ScaledMeans() {}

  /** By what such a mean is multiplied, without its sign; one for not, and where there is none. */
  public static BigDecimal factor(Formula formula) {
    List<Term> terms = Terms.of(formula);
    if (terms.isEmpty() || !terms.stream().allMatch(ScaledMeans::isMean)) {
      return BigDecimal.ONE;
    }
    Set<BigDecimal> factors = terms.stream().map(ScaledMeans::factor).collect(Collectors.toSet());
    return factors.size() == 1 ? factors.iterator().next() : BigDecimal.ONE;
  }

  private static boolean isMean(Term term) {
    if (!(term.of() instanceof Aggregate of)) {
      return false;
    }
    boolean isOfRows = of.rows().perKey().isEmpty();
    return term.over().isEmpty()
        ? isOfRows && of.aggregation() instanceof Aggregation.WeightedMean
        : isOfRows
            && of.aggregation() instanceof Aggregation.Sum
            && term.over().size() == 1
            && isNumberOfRowsOf(of, Terms.of(term.over().get(0)));
  }

  private static boolean isNumberOfRowsOf(Aggregate sum, List<Term> over) {
    return over.size() == 1
        && over.get(0).over().isEmpty()
        && over.get(0).of() instanceof Aggregate count
        && count.aggregation() instanceof Aggregation.Count
        && count.rows().perKey().isEmpty()
        && count.rows().dataset().equals(sum.rows().dataset());
  }

  private static BigDecimal factor(Term term) {
    BigDecimal inside = RowFactor.of(((Aggregate) term.of()).aggregation());
    BigDecimal below =
        term.over().isEmpty() ? BigDecimal.ONE : Terms.of(term.over().get(0)).get(0).factor();
    return term.factor()
        .multiply(inside)
        .divide(below, MathContext.DECIMAL128)
        .abs()
        .round(DIGITS)
        .stripTrailingZeros();
  }
}
