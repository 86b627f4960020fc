package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.RowValue.Operator;
import java.util.Optional;

/**
 * Two shares of one whole, the one less the other, such as promoters less detractors by all that
 * answered. What is left of the whole is a share again, and what came on top of it a change.
 */
public final class DifferenceOfShares {

  private DifferenceOfShares() {}

  /** Whether a formula is one, whatever number it is multiplied by. */
  public static boolean is(Formula formula) {
    Optional<Fraction> fraction = Fraction.of(formula);
    return fraction.isPresent()
        && isIn(fraction.get().numerator(), unscaled(fraction.get().denominator()));
  }

  private static boolean isIn(Formula parts, Formula whole) {
    if (!(unscaled(parts) instanceof Combined combined)) {
      return false;
    }
    return switch (combined.operator()) {
      case PLUS -> isIn(combined.left(), whole) || isIn(combined.right(), whole);
      case MINUS ->
          !unscaled(combined.right()).equals(whole) && !unscaled(first(combined)).equals(whole);
      case TIMES, DIVIDED_BY -> false;
    };
  }

  /** What all others are taken off from. */
  private static Formula first(Formula parts) {
    return parts instanceof Combined combined && combined.operator() == Operator.MINUS
        ? first(combined.left())
        : parts;
  }

  /** Without the numbers that it is multiplied and divided by. */
  private static Formula unscaled(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return formula;
    }
    if (combined.operator() == Operator.TIMES && combined.left() instanceof Constant) {
      return unscaled(combined.right());
    }
    boolean isScaled =
        (combined.operator() == Operator.TIMES || combined.operator() == Operator.DIVIDED_BY)
            && combined.right() instanceof Constant;
    return isScaled ? unscaled(combined.left()) : formula;
  }
}
