package io.retainer.compute.worker;

import java.math.BigDecimal;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Makes numbers that are written with a point what the values of series are. Groovy has decimals
 * for them, and of a list that begins as {@code [0.0]} or of {@code x = 0.7 * x + 0.3 * y} the
 * compiler would then say that values do not fit.
 */
final class Decimals extends ClassCodeExpressionTransformer {

  private final SourceUnit file;

  Decimals(SourceUnit file) {
    this.file = file;
  }

  @Override
  protected SourceUnit getSourceUnit() {
    return file;
  }

  @Override
  public Expression transform(Expression expression) {
    if (expression instanceof ConstantExpression constant
        && constant.getValue() instanceof BigDecimal decimal) {
      var number = new ConstantExpression(decimal.doubleValue(), true);
      number.setSourcePosition(constant);
      return number;
    } else if (expression instanceof ClosureExpression block) {
      block.getCode().visit(this);
      return block;
    }
    return super.transform(expression);
  }
}
