package io.retainer.kpi.script;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Translates Groovy's tree into ours. The kinds of Groovy's nodes that are let through are listed
 * by their exact class; whatever is not listed is refused, so a newer Groovy cannot widen the
 * language.
 */
final class GroovyTree {

  private static final Set<String> OPERATORS =
      Set.of("+", "-", "*", "/", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||", "=");

  private final String text;
  private final Problems problems;
  private final int[] lineStarts;

  GroovyTree(String text, Problems problems) {
    this.text = text;
    this.problems = problems;
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        starts.add(i + 1);
      }
    }
    lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
  }

  List<Node.Statement> statements(ModuleNode module) {
    boolean onlyStatements =
        module.getImports().isEmpty()
            && module.getStarImports().isEmpty()
            && module.getStaticImports().isEmpty()
            && module.getStaticStarImports().isEmpty()
            && module.getPackage() == null
            && module.getMethods().isEmpty()
            && module.getClasses().size() <= 1;
    if (!onlyStatements) {
      problems.addForFile(
          "the script declares more than KPIs", "write kpi('area.name') { … } only");
      return List.of();
    }
    return settings(module.getStatementBlock());
  }

  /** Of one that has something that is no part of a definition, its word alone. */
  private List<Node.Statement> settings(BlockStatement block) {
    List<Node.Statement> settings = new ArrayList<>();
    for (Statement statement : block.getStatements()) {
      int before = problems.size();
      List<Node.Statement> read = statements(List.of(statement));
      if (problems.size() > before) {
        List<String> labels = statement.getStatementLabels();
        String source = labels == null ? source(statement) : labels.get(0);
        settings.add(new Node.Statement(TornLines.standIn(place(statement), source), source));
      } else {
        settings.addAll(read);
      }
    }
    return settings;
  }

  private List<Node.Statement> statements(List<Statement> block) {
    List<Node.Statement> statements = new ArrayList<>();
    for (Statement statement : block) {
      if (statement.getClass() != ExpressionStatement.class) {
        refuse(statement);
      } else if (statement.getStatementLabels() != null) {
        problems.add(
            place(statement),
            "a colon after '" + statement.getStatementLabels().get(0) + "'",
            "leave it out, like unit percent; a result of per is written n = count()");
      } else {
        node(((ExpressionStatement) statement).getExpression())
            .ifPresent(node -> statements.add(new Node.Statement(node, source(statement))));
      }
    }
    return statements;
  }

  private Optional<Node> node(Expression expression) {
    Class<?> kind = expression.getClass();
    if (kind == ConstantExpression.class) {
      return constant((ConstantExpression) expression);
    }
    if (kind == VariableExpression.class) {
      return Optional.of(
          new Node.Name(place(expression), ((VariableExpression) expression).getName()));
    }
    if (kind == MethodCallExpression.class) {
      return call((MethodCallExpression) expression);
    }
    if (kind == BinaryExpression.class) {
      return binary((BinaryExpression) expression);
    }
    if (kind == NotExpression.class) {
      return node(((NotExpression) expression).getExpression())
          .map(inner -> new Node.Prefix(place(expression), "!", inner));
    }
    if (kind == UnaryMinusExpression.class) {
      return node(((UnaryMinusExpression) expression).getExpression())
          .map(inner -> new Node.Prefix(place(expression), "-", inner));
    }
    if (kind == ListExpression.class) {
      return Optional.of(
          new Node.Items(place(expression), nodes(((ListExpression) expression).getExpressions())));
    }
    if (kind == MapExpression.class) {
      return Optional.of(new Node.Entries(place(expression), entries((MapExpression) expression)));
    }
    if (kind == ClosureExpression.class) {
      return block((ClosureExpression) expression);
    }
    if (kind == PropertyExpression.class && source(expression).indexOf('.') < 0) {
      problems.add(
          place(expression),
          "several words side by side: " + Shown.briefly(source(expression)),
          "put a comma or a sign between them, and each setting on a line of its own");
      return Optional.empty();
    }
    if (kind == PropertyExpression.class) {
      problems.add(
          place(expression),
          "'" + source(expression) + "' with a point",
          "write a column alone, like total, the number of rows as count(), and another KPI as"
              + " kpi('orders.count')");
      return Optional.empty();
    }
    refuse(expression);
    return Optional.empty();
  }

  private List<Node> nodes(List<Expression> expressions) {
    return expressions.stream().flatMap(expression -> node(expression).stream()).toList();
  }

  private Optional<Node> constant(ConstantExpression constant) {
    Place at = place(constant);
    Object value = constant.getValue();
    if (value == null) {
      return Optional.of(new Node.Nothing(at));
    } else if (value instanceof String string) {
      return Optional.of(new Node.Text(at, string));
    } else if (value instanceof Boolean truth) {
      return Optional.of(new Node.Truth(at, truth));
    } else if (value instanceof BigDecimal number) {
      return Optional.of(new Node.Number(at, number));
    } else if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return Optional.of(new Node.Number(at, new BigDecimal(value.toString())));
    }
    refuse(constant);
    return Optional.empty();
  }

  private Optional<Node> binary(BinaryExpression binary) {
    String operator = binary.getOperation().getText();
    Place at =
        new Place(
            binary.getOperation().getStartLine(),
            Math.max(1, binary.getOperation().getStartColumn()));
    if (!OPERATORS.contains(operator)) {
      problems.add(
          at,
          "'" + operator + "' is no operator of a definition",
          switch (operator) {
            case "[" ->
                "write a column alone, like sum(total); its dataset is named once: from orders";
            case "===" -> "write ==";
            case "!==" -> "write !=";
            case "!in" -> "write !(%s in ['a', 'b'])".formatted(source(binary.getLeftExpression()));
            default -> "use + - * /";
          });
      return Optional.empty();
    }
    Optional<Node> left = node(binary.getLeftExpression());
    Optional<Node> right = node(binary.getRightExpression());
    return left.isPresent() && right.isPresent()
        ? Optional.of(new Node.Binary(at, operator, left.get(), right.get()))
        : Optional.empty();
  }

  private Optional<Node> call(MethodCallExpression call) {
    boolean plain =
        !call.isSafe()
            && !call.isSpreadSafe()
            && (call.getGenericsTypes() == null || call.getGenericsTypes().length == 0)
            && call.getMethod().getClass() == ConstantExpression.class
            && ((ConstantExpression) call.getMethod()).getValue() instanceof String
            && isBare(call.getMethod());
    if (!plain) {
      refuse(call);
      return Optional.empty();
    }
    Optional<Node> target = Optional.empty();
    if (!call.isImplicitThis()) {
      target = node(call.getObjectExpression());
      if (target.isEmpty()) {
        return Optional.empty();
      }
    }
    List<Node> arguments = new ArrayList<>();
    List<Node.Entry> named = new ArrayList<>();
    Expression list = call.getArguments();
    if (list.getClass() != ArgumentListExpression.class
        && list.getClass() != TupleExpression.class) {
      refuse(list);
      return Optional.empty();
    }
    for (Expression argument : ((TupleExpression) list).getExpressions()) {
      if (argument.getClass() == NamedArgumentListExpression.class
          || (argument.getClass() == MapExpression.class && isNamed(argument))) {
        named.addAll(entries((MapExpression) argument));
      } else {
        node(argument).ifPresent(arguments::add);
      }
    }
    return Optional.of(
        new Node.Call(
            place(call.getMethod()),
            target,
            (String) ((ConstantExpression) call.getMethod()).getValue(),
            arguments,
            named));
  }

  /** Groovy lets a word be quoted; here a quoted word is a text. */
  private boolean isBare(Expression word) {
    int offset = offset(word.getLineNumber(), word.getColumnNumber());
    return offset >= 0 && offset < text.length() && "'\"".indexOf(text.charAt(offset)) < 0;
  }

  /** Named arguments beside others arrive as a map that has no bracket in the text. */
  private boolean isNamed(Expression map) {
    int offset = offset(map.getLineNumber(), map.getColumnNumber());
    return offset < 0 || offset >= text.length() || text.charAt(offset) != '[';
  }

  private List<Node.Entry> entries(MapExpression map) {
    List<Node.Entry> entries = new ArrayList<>();
    for (MapEntryExpression entry : map.getMapEntryExpressions()) {
      Expression key = entry.getKeyExpression();
      if (entry.getClass() != MapEntryExpression.class
          || key.getClass() != ConstantExpression.class
          || !(((ConstantExpression) key).getValue() instanceof String name)) {
        problems.add(place(key), "a key that is no plain word", "write word: value");
        continue;
      }
      node(entry.getValueExpression())
          .ifPresent(value -> entries.add(new Node.Entry(place(key), name, value)));
    }
    return entries;
  }

  private Optional<Node> block(ClosureExpression closure) {
    boolean plain =
        closure.getParameters() != null
            && closure.getParameters().length == 0
            && closure.getCode().getClass() == BlockStatement.class;
    if (!plain) {
      problems.add(place(closure), "a block with '->'", "write { … } without parameters");
      return Optional.empty();
    }
    String source = source(closure);
    String inside =
        source.startsWith("{") && source.endsWith("}")
            ? source.substring(1, source.length() - 1)
            : source;
    return Optional.of(
        new Node.Block(
            place(closure),
            statements(((BlockStatement) closure.getCode()).getStatements()),
            inside.strip()));
  }

  private void refuse(ASTNode node) {
    NoPart.of(node.getClass().getSimpleName()).report(place(node), problems);
  }

  private static Place place(ASTNode node) {
    return new Place(Math.max(1, node.getLineNumber()), Math.max(1, node.getColumnNumber()));
  }

  private String source(ASTNode node) {
    int from = offset(node.getLineNumber(), node.getColumnNumber());
    int to = offset(node.getLastLineNumber(), node.getLastColumnNumber());
    return from < 0 || to < from ? "" : text.substring(from, Math.min(to, text.length())).strip();
  }

  private int offset(int line, int column) {
    return line < 1 || line > lineStarts.length ? -1 : lineStarts[line - 1] + column - 1;
  }
}
