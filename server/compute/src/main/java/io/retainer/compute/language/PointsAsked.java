package io.retainer.compute.language;

import java.util.Set;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;

/**
 * How many points of a series, or elements of a list, are taken or left out: never fewer than none.
 */
final class PointsAsked {

  private static final Set<String> TAKING = Set.of("before", "latest", "take", "takeRight", "drop");

  private PointsAsked() {}

  static void check(MethodCallExpression call, Findings findings) {
    String word = call.getMethodAsString();
    if (TAKING.contains(word)
        && call.getArguments() instanceof TupleExpression tuple
        && tuple.getExpressions().size() == 1
        && isNegative(tuple.getExpression(0))) {
      findings.add(
          tuple.getExpression(0),
          "'" + word + "' of fewer than none",
          "write a number from 1; there is nothing later than the period: months.before(1) ends a"
              + " point earlier, months.latest(12) are the last twelve");
    }
  }

  private static boolean isNegative(Expression number) {
    return number instanceof UnaryMinusExpression
            && ((UnaryMinusExpression) number).getExpression() instanceof ConstantExpression
        || number instanceof ConstantExpression constant
            && constant.getValue() instanceof Number value
            && value.doubleValue() < 0;
  }
}
