package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.RowValue.Operator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the rates of a formula are taken of: how sure they are is told by the smallest of them. A
 * rate by a rate, such as a change of one, rests on the wholes of both, and not on what it is
 * divided by.
 */
public final class Wholes {

  private Wholes() {}

  public static List<Formula> of(Formula formula) {
    Set<Formula> found = new LinkedHashSet<>();
    collect(formula, found);
    return List.copyOf(found);
  }

  /**
   * @return whether it has a rate in it, one that was found before too
   */
  private static boolean collect(Formula formula, Set<Formula> found) {
    if (formula instanceof Formula.Power power) {
      return collect(power.base(), found);
    }
    if (!(formula instanceof Combined combined)) {
      return false;
    }
    boolean isLeftRate = collect(combined.left(), found);
    boolean isRightRate = collect(combined.right(), found);
    Formula by = withoutFactor(combined.right());
    if (combined.operator() == Operator.DIVIDED_BY && !isRightRate && counts(by)) {
      found.add(by);
      return true;
    }
    return isLeftRate || isRightRate;
  }

  /** A median says nothing of how many values it is the middle of, nor does a model. */
  private static boolean counts(Formula by) {
    return !(by instanceof Constant)
        && !(by instanceof Formula.Expectation)
        && LeafNature.of(first(by)) != Nature.DISTRIBUTION;
  }

  private static Formula first(Formula formula) {
    Formula[] first = {null};
    formula.eachLeaf(leaf -> first[0] = first[0] == null ? leaf : first[0]);
    return first[0];
  }

  private static Formula withoutFactor(Formula formula) {
    if (formula instanceof Combined combined) {
      boolean isProduct = combined.operator() == Operator.TIMES;
      if (combined.right() instanceof Constant
          && (isProduct || combined.operator() == Operator.DIVIDED_BY)) {
        return withoutFactor(combined.left());
      } else if (combined.left() instanceof Constant && isProduct) {
        return withoutFactor(combined.right());
      }
    }
    return formula;
  }
}
