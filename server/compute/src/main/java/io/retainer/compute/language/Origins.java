package io.retainer.compute.language;

import io.retainer.compute.protocol.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** Of which series the values of an expression are, as far as the text shows it. */
final class Origins {

  private static final Set<String> PARTS_OF_SERIES = Set.of("before", "latest");
  private static final Set<String> PARTS_OF_LISTS =
      Set.of("findAll", "take", "takeRight", "drop", "reverse", "sort", "plus");

  private final Map<String, Sums> sums;
  private final Map<String, String> series = new HashMap<>();
  private final Map<String, String> lists = new HashMap<>();
  private final Map<String, String> elements = new HashMap<>();
  private final Set<String> listVariables = new HashSet<>();

  Origins(Map<String, Sums> sums) {
    this.sums = sums;
    sums.keySet().forEach(name -> series.put(name, name));
  }

  /** A variable is from now on what the expression is. */
  void assign(String variable, Expression value) {
    put(series, variable, ofSeries(value));
    put(lists, variable, ofList(value));
    put(elements, variable, ofElement(value));
    if (value instanceof ListExpression) {
      listVariables.add(variable);
    } else {
      listVariables.remove(variable);
    }
  }

  /** Whether a variable was given a list that is written out. */
  boolean isList(String variable) {
    return listVariables.contains(variable);
  }

  /** A list gets one more element, or those of another one. */
  void grows(String list, Expression more) {
    ofElement(more).or(() -> ofList(more)).ifPresent(name -> lists.put(list, name));
  }

  /** A variable is each element of a list in turn. */
  void goesThrough(String variable, Expression list) {
    put(elements, variable, ofList(list));
  }

  private static void put(Map<String, String> known, String variable, Optional<String> origin) {
    known.remove(variable);
    origin.ifPresent(name -> known.put(variable, name));
  }

  private Optional<String> ofSeries(Expression expression) {
    if (expression instanceof VariableExpression variable) {
      return Optional.ofNullable(series.get(variable.getName()));
    }
    return expression instanceof MethodCallExpression call
            && PARTS_OF_SERIES.contains(String.valueOf(call.getMethodAsString()))
        ? ofSeries(call.getObjectExpression())
        : Optional.empty();
  }

  Optional<String> ofList(Expression expression) {
    if (expression instanceof VariableExpression variable) {
      return Optional.ofNullable(lists.get(variable.getName()));
    } else if (expression instanceof PropertyExpression property) {
      return "values".equals(property.getPropertyAsString())
          ? ofSeries(property.getObjectExpression())
          : Optional.empty();
    } else if (expression instanceof MethodCallExpression call) {
      return ofCall(call);
    } else if (expression instanceof TernaryExpression choice) {
      return ofList(choice.getTrueExpression()).or(() -> ofList(choice.getFalseExpression()));
    } else if (expression instanceof BinaryExpression sum
        && sum.getOperation().getText().equals("+")) {
      return stricter(ofList(sum.getLeftExpression()), ofList(sum.getRightExpression()));
    }
    return expression instanceof ListExpression list ? ofElements(list) : Optional.empty();
  }

  private Optional<String> ofCall(MethodCallExpression call) {
    String method = String.valueOf(call.getMethodAsString());
    if (call.isImplicitThis()) {
      return Optional.empty();
    } else if (method.equals("collect")) {
      return isOnlyScaled(call) ? ofList(call.getObjectExpression()) : Optional.empty();
    }
    if (method.equals("plus")
        && call.getArguments() instanceof TupleExpression arguments
        && arguments.getExpressions().size() == 1) {
      return stricter(ofList(call.getObjectExpression()), ofList(arguments.getExpression(0)));
    }
    return PARTS_OF_LISTS.contains(method) ? ofList(call.getObjectExpression()) : Optional.empty();
  }

  /** Of two series in one list, the one whose values may be put together by less. */
  private Optional<String> stricter(Optional<String> one, Optional<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return sums.get(one.get()).compareTo(sums.get(other.get())) >= 0 ? one : other;
  }

  /** Values of one series, written one by one; of several they may make a score. */
  private Optional<String> ofElements(ListExpression list) {
    List<Optional<String>> found = new ArrayList<>();
    list.getExpressions().forEach(element -> found.add(ofElement(element)));
    return found.size() > 1 && found.stream().distinct().count() == 1
        ? found.get(0)
        : Optional.empty();
  }

  Optional<String> ofElement(Expression expression) {
    if (expression instanceof VariableExpression variable) {
      return Optional.ofNullable(elements.get(variable.getName()));
    } else if (expression instanceof PropertyExpression property) {
      return "last".equals(property.getPropertyAsString())
          ? ofSeries(property.getObjectExpression())
          : Optional.empty();
    } else if (expression instanceof BinaryExpression index
        && index.getOperation().getText().equals("[")) {
      return ofList(index.getLeftExpression());
    } else if (expression instanceof MethodCallExpression call && !call.isImplicitThis()) {
      return switch (String.valueOf(call.getMethodAsString())) {
        case "value" -> ofSeries(call.getObjectExpression());
        case "get" -> ofList(call.getObjectExpression());
        default -> Optional.empty();
      };
    }
    return Optional.empty();
  }

  /** Whether each value becomes itself or a multiple of itself: a rate in percent is a rate. */
  private static boolean isOnlyScaled(MethodCallExpression call) {
    if (!(call.getArguments() instanceof TupleExpression arguments)
        || arguments.getExpressions().size() != 1
        || !(arguments.getExpression(0) instanceof ClosureExpression block)
        || !(block.getCode() instanceof BlockStatement code)
        || code.getStatements().size() != 1) {
      return false;
    }
    Expression result = result(code.getStatements().get(0));
    if (result instanceof BinaryExpression product
        && Set.of("*", "/").contains(product.getOperation().getText())) {
      boolean isRight = product.getRightExpression() instanceof ConstantExpression;
      result = isRight ? product.getLeftExpression() : product.getRightExpression();
      return result instanceof VariableExpression
          && (isRight || product.getLeftExpression() instanceof ConstantExpression);
    }
    return result instanceof VariableExpression;
  }

  private static Expression result(Statement statement) {
    if (statement instanceof ReturnStatement end) {
      return end.getExpression();
    }
    return statement instanceof ExpressionStatement line ? line.getExpression() : null;
  }
}
