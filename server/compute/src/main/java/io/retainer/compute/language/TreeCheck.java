package io.retainer.compute.language;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/**
 * Walks Groovy's tree of a computation by its own steps, not by those of a Groovy visitor: a kind
 * of node that is not listed, or listed and not known here, is refused, so a newer Groovy cannot
 * widen the language.
 */
final class TreeCheck {

  private static final Set<ClassNode> TYPES =
      Set.of(
          ClassHelper.int_TYPE,
          ClassHelper.long_TYPE,
          ClassHelper.double_TYPE,
          ClassHelper.boolean_TYPE);

  private static final String NAME = "[a-z][a-zA-Z0-9]*";

  private final Findings findings;
  private final Set<String> names;

  TreeCheck(Set<String> inputs, Findings findings) {
    this.findings = findings;
    this.names = new HashSet<>(inputs);
  }

  void check(BlockStatement block) {
    statement(block);
  }

  private boolean isAdmitted(ASTNode node) {
    Class<?> type =
        node.getClass().isAnonymousClass() ? node.getClass().getSuperclass() : node.getClass();
    String kind = type.getSimpleName();
    if (Admitted.NODES.has(kind)
        && node.getClass().getName().startsWith("org.codehaus.groovy.ast")) {
      return true;
    }
    String part = kind.replaceAll("(Expression|Statement)$", "");
    findings.add(
        node, "this is no part of a computation: " + Instead.words(part), Instead.ofPart(part));
    return false;
  }

  private void statement(Statement statement) {
    if (!isAdmitted(statement)) {
      return;
    }
    if (statement.getStatementLabels() != null) {
      findings.add(statement, "a label", "remove it");
    }
    if (statement instanceof BlockStatement block) {
      Set<String> outside = new HashSet<>(names);
      block.getStatements().forEach(this::statement);
      names.retainAll(outside);
    } else if (statement instanceof ExpressionStatement line) {
      expression(line.getExpression());
    } else if (statement instanceof ReturnStatement end) {
      expression(end.getExpression());
    } else if (statement instanceof IfStatement choice) {
      expression(choice.getBooleanExpression());
      statement(choice.getIfBlock());
      statement(choice.getElseBlock());
    } else if (statement instanceof WhileStatement loop) {
      expression(loop.getBooleanExpression());
      statement(loop.getLoopBlock());
    } else if (statement instanceof ForStatement loop) {
      loop(loop);
    }
  }

  private void loop(ForStatement loop) {
    Parameter each = loop.getValueVariable();
    if (each == null || each == ForStatement.FOR_LOOP_DUMMY || loop.getIndexVariable() != null) {
      findings.add(loop, "a loop that is not over a list", "write for (x in list) { … }");
      return;
    }
    expression(loop.getCollectionExpression());
    boolean isNew = declare(each);
    statement(loop.getLoopBlock());
    if (isNew) {
      names.remove(each.getName());
    }
  }

  private boolean declare(Parameter parameter) {
    if (parameter.hasInitialExpression() || !parameter.getAnnotations().isEmpty()) {
      findings.add(parameter, "a parameter with more than a name", "write its name only");
    }
    return declare(parameter, parameter.getName(), parameter.getType(), parameter.isDynamicTyped());
  }

  private boolean declare(ASTNode at, String name, ClassNode type, boolean isDynamic) {
    boolean plain =
        isDynamic
            || TYPES.contains(type) && type.getGenericsTypes() == null
            || type.equals(ClassHelper.OBJECT_TYPE) && type.getGenericsTypes() == null;
    if (!plain) {
      findings.add(
          type.getLineNumber() > 0 ? type : at,
          "'" + written(type) + "' is no type to declare",
          "write def " + name);
    }
    if (!name.matches(NAME)) {
      findings.add(at, "'" + name + "' cannot be a name", "begin with a small letter");
      return false;
    }
    return names.add(name);
  }

  /** As an author writes it, and not as a class file does. */
  private static String written(ClassNode type) {
    return type.isArray() ? written(type.getComponentType()) + "[]" : type.getNameWithoutPackage();
  }

  private void expression(Expression expression) {
    if (!isAdmitted(expression)) {
      return;
    }
    Class<?> kind = expression.getClass();
    if (kind == ConstantExpression.class) {
      constant((ConstantExpression) expression);
    } else if (kind == VariableExpression.class) {
      name((VariableExpression) expression);
    } else if (expression instanceof DeclarationExpression declaration) {
      declaration(declaration);
    } else if (expression instanceof BinaryExpression binary) {
      operator(binary);
      expression(binary.getLeftExpression());
      expression(binary.getRightExpression());
    } else if (expression instanceof MethodCallExpression call) {
      call(call);
    } else if (kind == PropertyExpression.class) {
      property((PropertyExpression) expression);
    } else if (expression instanceof ClosureExpression closure) {
      closure(closure);
    } else {
      inside(expression);
    }
  }

  /** Expressions that are admitted when their parts are. */
  private void inside(Expression expression) {
    if (expression instanceof ElvisOperatorExpression elvis) {
      expression(elvis.getTrueExpression());
      expression(elvis.getFalseExpression());
    } else if (expression instanceof TernaryExpression ternary) {
      expression(ternary.getBooleanExpression());
      expression(ternary.getTrueExpression());
      expression(ternary.getFalseExpression());
    } else if (expression instanceof NotExpression not) {
      expression(not.getExpression());
    } else if (expression instanceof BooleanExpression condition) {
      expression(condition.getExpression());
    } else if (expression instanceof UnaryMinusExpression minus) {
      expression(minus.getExpression());
    } else if (expression instanceof PostfixExpression step) {
      step(step, step.getExpression());
    } else if (expression instanceof PrefixExpression step) {
      step(step, step.getExpression());
    } else if (expression instanceof ListExpression list) {
      list.getExpressions().forEach(this::expression);
    } else if (expression instanceof MapExpression map) {
      map.getMapEntryExpressions().forEach(this::expression);
    } else if (expression instanceof MapEntryExpression entry) {
      expression(entry.getKeyExpression());
      expression(entry.getValueExpression());
    } else if (expression instanceof RangeExpression range) {
      range(range);
      expression(range.getFrom());
      expression(range.getTo());
    } else if (expression instanceof TupleExpression tuple) {
      tuple.getExpressions().forEach(this::expression);
    } else if (expression != org.codehaus.groovy.ast.expr.EmptyExpression.INSTANCE) {
      findings.add(expression, "this is no part of a computation", "remove it");
    }
  }

  private void range(RangeExpression range) {
    String operator =
        (range.isExclusiveLeft() ? "<" : "") + ".." + (range.isExclusiveRight() ? "<" : "");
    if (!Admitted.OPERATORS.has(operator)) {
      findings.add(
          range, "'" + operator + "' is no operator of a computation", "write 1..3, or 1..<4");
    }
  }

  private void step(Expression step, Expression variable) {
    if (variable.getClass() != VariableExpression.class) {
      findings.add(step, "'++' or '--' of something that is no variable", "write x = x + 1");
    } else {
      expression(variable);
    }
  }

  private void constant(ConstantExpression constant) {
    Object value = constant.getValue();
    boolean plain =
        value == null
            || value instanceof String
            || value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long
            || value instanceof java.math.BigDecimal;
    if (!plain) {
      findings.add(constant, "a constant of an unusual kind", "write a number or a text");
    }
  }

  private void name(VariableExpression variable) {
    if (!names.contains(variable.getName())) {
      findings.add(
          variable,
          "unknown name '" + variable.getName() + "'",
          Instead.ofName(variable.getName(), new TreeSet<>(names)));
    }
  }

  private void declaration(DeclarationExpression declaration) {
    if (declaration.isMultipleAssignmentDeclaration()
        || declaration.getLeftExpression().getClass() != VariableExpression.class
        || !declaration.getAnnotations().isEmpty()) {
      findings.add(declaration, "a declaration of several names", "declare one by one");
      return;
    }
    expression(declaration.getRightExpression());
    VariableExpression variable = declaration.getVariableExpression();
    declare(variable, variable.getName(), variable.getOriginType(), variable.isDynamicTyped());
  }

  private void operator(BinaryExpression binary) {
    String operator = binary.getOperation().getText();
    if (!Admitted.OPERATORS.has(operator) || binary.isSafe()) {
      findings.add(
          binary.getOperation().getStartLine(),
          binary.getOperation().getStartColumn(),
          "'" + operator + "' is no operator of a computation",
          "there are " + String.join(" ", Admitted.OPERATORS.all()));
    }
    boolean assigns = operator.endsWith("=") && !Set.of("==", "!=", "<=", ">=").contains(operator);
    if (assigns && !(binary.getLeftExpression() instanceof VariableExpression)) {
      findings.add(
          binary,
          "an assignment to something that is no variable",
          "assign to a name, or write list.set(0, x), map.put('a', x)");
    }
  }

  private void call(MethodCallExpression call) {
    boolean plain =
        !call.isSafe()
            && !call.isSpreadSafe()
            && (call.getGenericsTypes() == null || call.getGenericsTypes().length == 0)
            && call.getMethod().getClass() == ConstantExpression.class
            && ((ConstantExpression) call.getMethod()).getValue() instanceof String
            && (call.getArguments().getClass() == ArgumentListExpression.class
                || call.getArguments().getClass() == TupleExpression.class);
    if (!plain) {
      findings.add(call, "a call of an unusual form", "write name(arguments) or list.name(…)");
      return;
    }
    String word = call.getMethodAsString();
    if (call.isImplicitThis()) {
      if (Admitted.WORDS.all().stream().noneMatch(w -> w.startsWith(word + "("))) {
        findings.add(call, "unknown word '" + word + "'", Instead.ofWord(word));
      }
    } else {
      if (Admitted.METHODS.all().stream().noneMatch(m -> m.contains("." + word + "("))) {
        findings.add(
            call.getMethod(),
            "'" + word + "' is no method of a computation",
            Instead.ofMethod(word));
      }
      PointsAsked.check(call, findings);
      expression(call.getObjectExpression());
    }
    expression(call.getArguments());
  }

  private void property(PropertyExpression property) {
    if (property.isSpreadSafe()) {
      findings.add(
          property,
          "'*.' is no operator of a computation",
          "write list.collect { x -> … }; the numbers of a series are its .values");
      return;
    }
    if (property.isSafe()) {
      findings.add(
          property,
          "'?.' is no operator of a computation",
          "write a point alone, like months.last; what is missing gives no value anyway");
      return;
    }
    boolean plain =
        !property.isImplicitThis() && property.getProperty().getClass() == ConstantExpression.class;
    String name = String.valueOf(property.getPropertyAsString());
    if (!plain || Admitted.PROPERTIES.all().stream().noneMatch(p -> p.endsWith("." + name))) {
      findings.add(
          property, "'" + name + "' is no property of a computation", Instead.ofProperty(name));
      return;
    }
    expression(property.getObjectExpression());
  }

  private void closure(ClosureExpression closure) {
    Set<String> outside = new HashSet<>(names);
    Parameter[] parameters = closure.getParameters();
    if (parameters == null) {
      findings.add(closure, "a block without a parameter", "write { x -> … }");
      return;
    }
    if (parameters.length == 0) {
      names.add("it");
    }
    for (Parameter parameter : parameters) {
      declare(parameter);
    }
    statement(closure.getCode());
    names.retainAll(outside);
  }
}
