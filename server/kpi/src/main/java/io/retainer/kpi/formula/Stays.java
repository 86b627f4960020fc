package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a rate is of what stays from one period to the next, which is the only one that is
 * compounded: who is lost in a month is not lost again and again.
 */
public final class Stays {

  private static final String OF_LOSS = "1 - compounded(1 - kpi('customers.churn-rate'), 12)";

  /** What the periods of a rate have to do with each other. */
  private enum Kept {
    STAYS,
    IS_LOST,
    UNKNOWN
  }

  private Stays() {}

  /**
   * @throws Refused when it is of what is lost, or of something else
   */
  static void check(Formula rate) throws Refused {
    switch (kept(rate)) {
      case STAYS -> {}
      case IS_LOST ->
          throw new Refused(
              "compounds what is lost from one period to the next",
              "what stays is compounded, and what is lost in all is the rest of it: " + OF_LOSS);
      case UNKNOWN ->
          throw new Refused(
              "compounds a rate that is not known to be of what stays from one period to the next",
              "compound what stays, like compounded(kpi('customers.retention-rate'), 12); of a rate"
                  + " of loss it is "
                  + OF_LOSS
                  + "; a ratio that is no share is shown as it is");
    }
  }

  private static Kept kept(Formula rate) {
    if (rate instanceof Formula.Power power) {
      return kept(power.base());
    }
    if (!(rate instanceof Combined combined)) {
      return Kept.UNKNOWN;
    }
    Formula left = combined.left();
    Formula right = combined.right();
    return switch (combined.operator()) {
      case PLUS -> isOne(left) || isOne(right) ? Kept.STAYS : Kept.UNKNOWN;
      case MINUS -> isOne(left) ? rest(kept(right)) : Kept.UNKNOWN;
      case TIMES -> Kept.UNKNOWN;
      case DIVIDED_BY -> quotient(left, right);
    };
  }

  private static Kept quotient(Formula part, Formula whole) {
    if (part instanceof Combined rest
        && rest.operator() == Operator.MINUS
        && rest.left().equals(whole)) {
      return rest(quotient(rest.right(), whole));
    }
    if (!(part instanceof Formula.Aggregate keys)) {
      return Kept.UNKNOWN;
    }
    if (keys.aggregation() instanceof Aggregation.LostKeys) {
      return Kept.IS_LOST;
    }
    return keys.aggregation() instanceof Aggregation.RetainedKeys ? Kept.STAYS : Kept.UNKNOWN;
  }

  /** What is taken off all is taken for a loss, where it is not known to stay. */
  private static Kept rest(Kept kept) {
    return kept == Kept.STAYS ? Kept.IS_LOST : Kept.STAYS;
  }

  private static boolean isOne(Formula formula) {
    return formula instanceof Constant constant && constant.value().compareTo(BigDecimal.ONE) == 0;
  }

  /** The rates that a formula compounds, as far as they are the rest of a share, or one. */
  public static List<Formula> sharesIn(Formula formula) {
    List<Formula> found = new ArrayList<>();
    collect(formula, found);
    return found;
  }

  private static void collect(Formula formula, List<Formula> found) {
    if (formula instanceof Combined combined) {
      collect(combined.left(), found);
      collect(combined.right(), found);
    } else if (formula instanceof Formula.Power power) {
      boolean isGrowth = power.base() instanceof Combined sum && sum.operator() == Operator.PLUS;
      if (power.base() instanceof Formula.Power) {
        collect(power.base(), found);
      } else if (!isGrowth) {
        found.add(power.base());
      }
    }
  }
}
