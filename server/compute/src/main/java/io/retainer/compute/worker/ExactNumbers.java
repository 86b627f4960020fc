package io.retainer.compute.worker;

import org.codehaus.groovy.runtime.typehandling.NumberMath;

/**
 * Whole numbers that do not run over: 60000 * 60000 is never negative. Called by the code of
 * computations in the place of Java's own and Groovy's arithmetic, see {@link ExactCode}.
 */
public final class ExactNumbers {

  private ExactNumbers() {}

  public static Number plus(Number left, Number right) {
    return areWhole(left, right)
        ? fitting(left, right, Math.addExact(left.longValue(), right.longValue()))
        : NumberMath.add(left, right);
  }

  public static Number minus(Number left, Number right) {
    return areWhole(left, right)
        ? fitting(left, right, Math.subtractExact(left.longValue(), right.longValue()))
        : NumberMath.subtract(left, right);
  }

  public static Number multiply(Number left, Number right) {
    return areWhole(left, right)
        ? fitting(left, right, Math.multiplyExact(left.longValue(), right.longValue()))
        : NumberMath.multiply(left, right);
  }

  /**
   * Of numbers with decimals, whose quotient by zero is none and would be noticed far from here.
   */
  public static double divide(double left, double right) {
    if (right == 0) {
      Undefined.note("a division by zero");
    }
    return left / right;
  }

  public static Number div(Number left, Number right) {
    if (right.doubleValue() == 0) {
      Undefined.note("a division by zero");
    }
    return NumberMath.divide(left, right);
  }

  public static Number next(Number number) {
    return plus(number, 1);
  }

  public static Number previous(Number number) {
    return minus(number, 1);
  }

  private static boolean areWhole(Number left, Number right) {
    return isWhole(left) && isWhole(right);
  }

  private static boolean isWhole(Number number) {
    return number instanceof Integer || number instanceof Long;
  }

  private static Number fitting(Number left, Number right, long result) {
    boolean isLong = left instanceof Long || right instanceof Long;
    return isLong ? (Number) result : (Number) Math.toIntExact(result);
  }
}
