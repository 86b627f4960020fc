package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.Terms.Term;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.util.List;

/**
 * The first and the last level added: who follows at both times is in it twice. Their difference is
 * what was gained, and half of their sum is a mean.
 */
public final class TwoTimes {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private TwoTimes() {}

  public static boolean areAddedIn(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return formula instanceof Formula.Power power && areAddedIn(power.base());
    }
    if (isChangeByMean(combined)) {
      return false;
    }
    boolean isQuotient =
        combined.operator() == Operator.DIVIDED_BY && !(combined.right() instanceof Constant);
    if (isQuotient) {
      return areAddedIn(combined.left()) || areAddedIn(combined.right());
    }
    List<Term> terms = Terms.of(combined);
    return terms.stream().anyMatch(one -> terms.stream().anyMatch(two -> areAdded(one, two)))
        || terms.stream().flatMap(term -> term.over().stream()).anyMatch(TwoTimes::areAddedIn);
  }

  /**
   * {@code 2 * (last(a) - first(a)) / (first(a) + last(a))}: what was gained, by half of the sum.
   */
  public static boolean isChangeByMean(Formula formula) {
    return Fraction.of(formula)
        .filter(of -> isByMean(of.numerator(), of.denominator()))
        .isPresent();
  }

  private static boolean isByMean(Formula gained, Formula both) {
    List<Term> changes = Terms.of(gained);
    List<Term> ends = Terms.of(both);
    return ends.size() == 2
        && changes.size() == 2
        && areOfBothEnds(ends)
        && areOfBothEnds(changes)
        && !changes.get(0).hasSignOf(changes.get(1))
        && ends.stream().allMatch(end -> isHalfOf(end, changes.get(0)) && end.factor().signum() > 0)
        && isHalfOf(ends.get(0), changes.get(1))
        && changes.stream().allMatch(change -> ends.stream().anyMatch(end -> isLike(end, change)));
  }

  private static boolean areOfBothEnds(List<Term> terms) {
    return areEnds(terms.get(0), terms.get(1)) || areEnds(terms.get(1), terms.get(0));
  }

  private static boolean isLike(Term one, Term other) {
    return one.of().equals(other.of()) && one.over().isEmpty() && other.over().isEmpty();
  }

  private static boolean isHalfOf(Term half, Term whole) {
    BigDecimal twice = half.factor().abs().multiply(BigDecimal.valueOf(2));
    return twice.compareTo(whole.factor().abs()) == 0;
  }

  private static boolean areAdded(Term one, Term other) {
    return areEnds(one, other)
        && one.hasSignOf(other)
        && !(one.factor().abs().compareTo(HALF) == 0
            && other.factor().compareTo(one.factor()) == 0);
  }

  /** The first and the last level of one column, in this order. */
  private static boolean areEnds(Term one, Term other) {
    return one.of() instanceof Aggregate first
        && other.of() instanceof Aggregate last
        && first.aggregation() instanceof Aggregation.Level level
        && last.aggregation() instanceof Aggregation.Level another
        && level.first()
        && !another.first()
        && level.column().equals(another.column());
  }
}
