package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.RowValue.Operator;

/** What is so much money for each: a count multiplied by an amount that a parameter states. */
final class Prices {

  private Prices() {}

  /** Whether all of it is counts, each multiplied by a price. */
  static boolean areAllOf(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return false;
    }
    return switch (combined.operator()) {
      case PLUS, MINUS -> areAllOf(combined.left()) && areAllOf(combined.right());
      case TIMES ->
          isOne(combined.left())
              || isOne(combined.right())
              || areAllOf(combined.left()) && combined.right() instanceof Constant
              || areAllOf(combined.right()) && combined.left() instanceof Constant;
      case DIVIDED_BY -> areAllOf(combined.left()) && combined.right() instanceof Constant;
    };
  }

  private static boolean isOne(Formula formula) {
    return formula instanceof Constant constant && constant.dimension().equals(Dimension.MONEY)
        || formula instanceof Combined product
            && product.operator() == Operator.TIMES
            && (isOne(product.left()) && product.right() instanceof Constant
                || isOne(product.right()) && product.left() instanceof Constant);
  }
}
