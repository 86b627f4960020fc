package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.RowValue.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * A quotient that a formula takes for a part of a whole: {@code a / b}, and also in {@code 1 - a /
 * b}, which is what is left. {@code a / b - 1} is how much more one is than the other.
 *
 * @param isTakenOff whether what is left of it is the value
 */
public record Share(Formula part, Formula whole, boolean isTakenOff) {

  public static List<Share> in(Formula formula) {
    List<Share> found = new ArrayList<>();
    collect(formula, false, found);
    return found;
  }

  private static void collect(Formula formula, boolean isTakenOff, List<Share> found) {
    if (!(formula instanceof Combined combined)) {
      return;
    }
    Formula left = combined.left();
    Formula right = combined.right();
    switch (combined.operator()) {
      case DIVIDED_BY -> {
        if (right instanceof Constant) {
          collect(left, isTakenOff, found);
        } else {
          found.add(new Share(left, right, isTakenOff));
        }
      }
      case TIMES -> {
        if (left instanceof Constant) {
          collect(right, isTakenOff, found);
        } else if (right instanceof Constant) {
          collect(left, isTakenOff, found);
        }
      }
      case PLUS, MINUS -> {
        boolean isMinus = combined.operator() == Operator.MINUS;
        if (!isChange(isMinus, left, right)) {
          collect(left, isTakenOff, found);
          collect(right, isTakenOff ^ isMinus, found);
        }
      }
    }
  }

  private static boolean isChange(boolean isMinus, Formula left, Formula right) {
    return right instanceof Constant number && (isMinus ? 1 : -1) * number.value().signum() > 0
        || !isMinus && left instanceof Constant first && first.value().signum() < 0;
  }
}
