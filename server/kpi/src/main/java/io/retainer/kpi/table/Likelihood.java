package io.retainer.kpi.table;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The largest likelihood over positive parameters. They are searched by their logarithms, and the
 * search begins anew where it ended until nothing is won by that.
 */
final class Likelihood {

  private static final int MOST_STARTS = 20;
  private static final int MOST_EVALUATIONS = 20_000;
  private static final double NOTHING_WON = 1e-7;

  /** Beyond these the data say nothing of a parameter. */
  private static final double LARGEST_LOGARITHM = 14;

  private Likelihood() {}

  /**
   * @param logarithm of the likelihood
   * @return the parameters; empty when they run away
   */
  static Optional<double[]> largest(int parameters, ToDoubleFunction<double[]> logarithm) {
    double[] at = new double[parameters];
    double best = Double.NEGATIVE_INFINITY;
    try {
      for (int start = 0; start < MOST_STARTS; start++) {
        PointValuePair found = search(at, logarithm);
        at = found.getPoint();
        if (found.getValue() - best < NOTHING_WON) {
          break;
        }
        best = found.getValue();
      }
    } catch (MathRuntimeException e) {
      return Optional.empty();
    }
    boolean isInside = Arrays.stream(at).allMatch(l -> Math.abs(l) < LARGEST_LOGARITHM);
    return isInside ? Optional.of(Arrays.stream(at).map(Math::exp).toArray()) : Optional.empty();
  }

  private static PointValuePair search(double[] from, ToDoubleFunction<double[]> logarithm) {
    return new SimplexOptimizer(1e-12, 1e-10)
        .optimize(
            new MaxEval(MOST_EVALUATIONS),
            GoalType.MAXIMIZE,
            new InitialGuess(from),
            new NelderMeadSimplex(from.length, 0.5),
            new ObjectiveFunction(point -> inside(point, logarithm)));
  }

  private static double inside(double[] point, ToDoubleFunction<double[]> logarithm) {
    double value = logarithm.applyAsDouble(Arrays.stream(point).map(Math::exp).toArray());
    return Double.isNaN(value) || value == Double.POSITIVE_INFINITY
        ? -1e300
        : Math.max(value, -1e300);
  }
}
