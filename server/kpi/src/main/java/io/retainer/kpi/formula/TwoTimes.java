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
    boolean isQuotient =
        combined.operator() == Operator.DIVIDED_BY && !(combined.right() instanceof Constant);
    if (isQuotient) {
      return areAddedIn(combined.left()) || areAddedIn(combined.right());
    }
    List<Term> terms = Terms.of(combined);
    return terms.stream().anyMatch(one -> terms.stream().anyMatch(two -> areAdded(one, two)))
        || terms.stream().flatMap(term -> term.over().stream()).anyMatch(TwoTimes::areAddedIn);
  }

  private static boolean areAdded(Term one, Term other) {
    return one.of() instanceof Aggregate first
        && other.of() instanceof Aggregate last
        && first.aggregation() instanceof Aggregation.Level level
        && last.aggregation() instanceof Aggregation.Level another
        && level.first()
        && !another.first()
        && level.column().equals(another.column())
        && one.hasSignOf(other)
        && !(one.factor().abs().compareTo(HALF) == 0
            && other.factor().compareTo(one.factor()) == 0);
  }
}
