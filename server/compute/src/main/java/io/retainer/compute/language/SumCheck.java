package io.retainer.compute.language;

import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Sums;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/**
 * Finds totals and means of values that have none, in a tree that is admitted: of a series, of what
 * is left of it, and step by step in a loop.
 */
final class SumCheck extends CodeVisitorSupport {

  private static final Set<String> SIZES = Set.of("size", "known");
  private static final Set<String> EACH = Set.of("each", "eachWithIndex");

  private final Map<String, Sums> sums;
  private final Origins origins;
  private final AddedValues added;
  private final Findings findings;
  private int loops;

  SumCheck(Map<String, Sums> sums, Findings findings) {
    this.sums = sums;
    this.origins = new Origins(sums);
    this.added = new AddedValues(sums, origins);
    this.findings = findings;
  }

  @Override
  public void visitMethodCallExpression(MethodCallExpression call) {
    if (call.isImplicitThis()
        && call.getArguments() instanceof TupleExpression arguments
        && arguments.getExpressions().size() == 1) {
      Optional<String> series = origins.ofList(arguments.getExpression(0));
      String word = String.valueOf(call.getMethodAsString());
      if (word.equals("total")) {
        series.flatMap(name -> PutTogether.total(name, sums.get(name))).ifPresent(at(call));
      } else if (word.equals("mean")) {
        series.flatMap(name -> PutTogether.mean(name, sums.get(name))).ifPresent(at(call));
      }
    }
    if (!call.isImplicitThis()
        && "add".equals(call.getMethodAsString())
        && call.getObjectExpression() instanceof VariableExpression list
        && call.getArguments() instanceof TupleExpression arguments
        && arguments.getExpressions().size() == 1) {
      origins.grows(list.getName(), arguments.getExpression(0));
    }
    boolean isLoop =
        !call.isImplicitThis() && EACH.contains(String.valueOf(call.getMethodAsString()));
    if (isLoop) {
      element(call).ifPresent(name -> origins.goesThrough(name, call.getObjectExpression()));
      loops++;
    }
    super.visitMethodCallExpression(call);
    if (isLoop) {
      loops--;
    }
  }

  /** What a block calls the element that it is given. */
  private static Optional<String> element(MethodCallExpression call) {
    return call.getArguments() instanceof TupleExpression arguments
            && !arguments.getExpressions().isEmpty()
            && arguments.getExpression(0) instanceof ClosureExpression block
            && block.getParameters() != null
        ? Optional.of(block.getParameters().length == 0 ? "it" : block.getParameters()[0].getName())
        : Optional.empty();
  }

  /** Groovy's own step goes into the left side twice, and so for ever in a nest of them. */
  @Override
  public void visitShortTernaryExpression(ElvisOperatorExpression elvis) {
    elvis.getTrueExpression().visit(this);
    elvis.getFalseExpression().visit(this);
  }

  @Override
  public void visitForLoop(ForStatement loop) {
    origins.goesThrough(loop.getValueVariable().getName(), loop.getCollectionExpression());
    loops++;
    super.visitForLoop(loop);
    loops--;
  }

  @Override
  public void visitWhileLoop(WhileStatement loop) {
    loops++;
    super.visitWhileLoop(loop);
    loops--;
  }

  @Override
  public void visitDeclarationExpression(DeclarationExpression declaration) {
    super.visitDeclarationExpression(declaration);
    origins.assign(declaration.getVariableExpression().getName(), declaration.getRightExpression());
  }

  @Override
  public void visitBinaryExpression(BinaryExpression binary) {
    added.in(binary).or(() -> timesSize(binary)).ifPresent(at(binary));
    super.visitBinaryExpression(binary);
    if (!(binary.getLeftExpression() instanceof VariableExpression variable)) {
      return;
    }
    Optional<Expression> more = added(binary, variable.getName());
    if (more.isPresent() && origins.isList(variable.getName())) {
      origins.grows(variable.getName(), more.get());
      return;
    }
    more.filter(any -> loops > 0)
        .flatMap(origins::ofElement)
        .flatMap(name -> PutTogether.total(name, sums.get(name)))
        .ifPresent(at(binary));
    if (binary.getOperation().getText().equals("=")) {
      origins.assign(variable.getName(), binary.getRightExpression());
    }
  }

  /** A mean by the number of values is their total. */
  private Optional<Finding> timesSize(BinaryExpression product) {
    if (!product.getOperation().getText().equals("*")) {
      return Optional.empty();
    }
    Expression left = product.getLeftExpression();
    Expression right = product.getRightExpression();
    return (isSize(right) ? ofMean(left) : isSize(left) ? ofMean(right) : Optional.<String>empty())
        .flatMap(name -> PutTogether.total(name, sums.get(name)));
  }

  private Optional<String> ofMean(Expression expression) {
    return expression instanceof MethodCallExpression call
            && call.isImplicitThis()
            && "mean".equals(call.getMethodAsString())
            && call.getArguments() instanceof TupleExpression arguments
            && arguments.getExpressions().size() == 1
        ? origins.ofList(arguments.getExpression(0))
        : Optional.empty();
  }

  private static boolean isSize(Expression expression) {
    return expression instanceof PropertyExpression property
            && SIZES.contains(String.valueOf(property.getPropertyAsString()))
        || expression instanceof MethodCallExpression call
            && "size".equals(call.getMethodAsString());
  }

  /** What {@code s += x} and {@code s = s + x} add to {@code s}. */
  private static Optional<Expression> added(BinaryExpression binary, String name) {
    String operator = binary.getOperation().getText();
    if (operator.equals("+=")) {
      return Optional.of(binary.getRightExpression());
    }
    boolean isSum =
        operator.equals("=")
            && binary.getRightExpression() instanceof BinaryExpression sum
            && sum.getOperation().getText().equals("+");
    if (!isSum) {
      return Optional.empty();
    }
    BinaryExpression sum = (BinaryExpression) binary.getRightExpression();
    if (isNamed(sum.getLeftExpression(), name)) {
      return Optional.of(sum.getRightExpression());
    }
    return isNamed(sum.getRightExpression(), name)
        ? Optional.of(sum.getLeftExpression())
        : Optional.empty();
  }

  private static boolean isNamed(Expression expression, String name) {
    return expression instanceof VariableExpression variable && variable.getName().equals(name);
  }

  private Consumer<Finding> at(ASTNode node) {
    return finding -> findings.add(node, finding.message(), finding.advice());
  }
}
