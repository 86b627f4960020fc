package io.retainer.compute.language;

import io.retainer.compute.language.Term.Shape;
import io.retainer.compute.protocol.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
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
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** What expressions hold. Sums are looked at as a whole, however they are bracketed. */
final class Values {

  private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/");
  private static final int LONGEST_RANGE = 40;

  private final SumCheck run;
  private final Calls calls;

  Values(SumCheck run) {
    this.run = run;
    this.calls = new Calls(run, this);
  }

  /** What an expression holds, once the sum that it is was looked at. */
  Held of(Expression expression) {
    return settled(part(expression), expression);
  }

  Held settled(Held held, Expression at) {
    if (held.numbers().isEmpty()) {
      return held;
    }
    List<Quantity> settled = new ArrayList<>();
    for (Quantity number : held.numbers()) {
      run.kinds().ofSum(number).ifPresent(finding -> run.find(at, finding));
      settled.add(Kinds.settled(number));
    }
    return new Held(settled, held.series(), held.items(), held.block());
  }

  /** What is part of a larger sum is not looked at by itself. */
  private Held part(Expression expression) {
    if (!run.hasNext(expression)) {
      return Held.NOTHING;
    } else if (expression instanceof ConstantExpression constant) {
      return constant.getValue() instanceof Number number
          ? Held.of(Term.plain(number.doubleValue()))
          : Held.NOTHING;
    } else if (expression instanceof VariableExpression variable) {
      return run.named(variable.getName());
    } else if (expression instanceof DeclarationExpression declaration) {
      Held value = of(declaration.getRightExpression());
      run.declare(declaration.getVariableExpression().getName(), value);
      return value;
    } else if (expression instanceof BinaryExpression binary) {
      return binary(binary);
    } else if (expression instanceof UnaryMinusExpression minus) {
      return part(minus.getExpression()).map(number -> number.times(-1));
    } else if (expression instanceof MethodCallExpression call) {
      return calls.of(call);
    } else if (expression instanceof PropertyExpression property) {
      return property(property);
    } else if (expression instanceof ClosureExpression block) {
      return Held.of(block);
    }
    return chosen(expression);
  }

  private Held chosen(Expression expression) {
    if (expression instanceof ElvisOperatorExpression elvis) {
      Held one = of(elvis.getTrueExpression());
      return one.or(run.maybe(() -> of(elvis.getFalseExpression())));
    } else if (expression instanceof TernaryExpression choice) {
      of(choice.getBooleanExpression());
      Held one = run.maybe(() -> of(choice.getTrueExpression()));
      return one.or(run.maybe(() -> of(choice.getFalseExpression())));
    } else if (expression instanceof BooleanExpression condition) {
      of(condition.getExpression());
      return Held.NOTHING;
    } else if (expression instanceof PostfixExpression step) {
      return stepped(step.getExpression());
    } else if (expression instanceof PrefixExpression step) {
      return stepped(step.getExpression());
    } else if (expression instanceof ListExpression list) {
      return Held.of(Items.written(list.getExpressions().stream().map(this::of).toList()));
    } else if (expression instanceof MapExpression map) {
      return map(map);
    }
    return expression instanceof RangeExpression range ? range(range) : Held.NOTHING;
  }

  /** A number that grows by steps counts them. */
  private Held stepped(Expression variable) {
    String name = ((VariableExpression) variable).getName();
    Held before = run.named(name);
    run.assign(name, before.with(Held.of(Term.plain(1)), (old, one) -> counted(old).orElse(old)));
    return before;
  }

  private static Optional<Quantity> counted(Quantity old) {
    return old.isPlain() ? Optional.of(Quantity.of(Term.count(Term.UNKNOWN))) : Optional.empty();
  }

  private Held map(MapExpression map) {
    Items items = Items.many(Held.NOTHING, 0);
    for (MapEntryExpression entry : map.getMapEntryExpressions()) {
      items.put(
          ItemCalls.key(entry.getKeyExpression()), of(entry.getValueExpression()), run.isSure());
    }
    return Held.of(items);
  }

  private Held range(RangeExpression range) {
    Optional<Double> from = of(range.getFrom()).number();
    Optional<Double> to =
        of(range.getTo()).number().map(last -> range.isInclusive() ? last : last - 1);
    boolean isTold =
        from.isPresent()
            && to.isPresent()
            && from.get() <= to.get()
            && to.get() - from.get() < LONGEST_RANGE;
    return Held.of(
        isTold
            ? Items.written(
                IntStream.rangeClosed(from.get().intValue(), to.get().intValue())
                    .mapToObj(i -> Held.of(Term.plain(i)))
                    .toList())
            : Items.many(Held.PLAIN, 0));
  }

  private Held property(PropertyExpression property) {
    Held of = of(property.getObjectExpression());
    return switch (String.valueOf(property.getPropertyAsString())) {
      case "values" -> calls.values(of);
      case "last" -> calls.value(of, property.getObjectExpression(), ".last");
      case "size", "known", "missing" -> Held.of(Term.count(Term.UNKNOWN));
      case "error" -> of.map(number -> number.in(Shape.WIDTH));
      default -> of;
    };
  }

  private Held binary(BinaryExpression binary) {
    String operator = binary.getOperation().getText();
    Expression left = binary.getLeftExpression();
    Expression right = binary.getRightExpression();
    if (operator.equals("=")) {
      return assigned(left, grown(left, right).orElseGet(() -> of(right)));
    } else if (operator.length() == 2 && "+-*/".indexOf(operator.charAt(0)) >= 0) {
      Held value =
          grown(operator, left, right)
              .orElseGet(() -> settled(put(operator.substring(0, 1), part(left), right), binary));
      return assigned(left, value);
    } else if (operator.equals("[")) {
      Held index = of(right);
      return of(left).items().map(items -> items.at(index.number())).orElse(Held.PLAIN);
    } else if (operator.equals("+") && (isText(left) || isText(right))) {
      of(left);
      of(right);
      return Held.NOTHING;
    } else if (ARITHMETIC.contains(operator)) {
      return put(operator, part(left), right);
    } else if (operator.equals("%")) {
      of(right);
      return of(left);
    }
    of(left);
    run.maybe(() -> of(right));
    return Held.PLAIN;
  }

  /** Numbers in it are written one after the other and not added. */
  private static boolean isText(Expression expression) {
    return expression instanceof ConstantExpression constant
            && constant.getValue() instanceof String
        || expression instanceof BinaryExpression sum
            && sum.getOperation().getText().equals("+")
            && (isText(sum.getLeftExpression()) || isText(sum.getRightExpression()));
  }

  private Held assigned(Expression left, Held value) {
    if (left instanceof VariableExpression variable) {
      run.assign(variable.getName(), value);
    }
    return value;
  }

  /** {@code n = n + 1} in a loop counts. */
  private Optional<Held> grown(Expression left, Expression right) {
    boolean isOfItself =
        right instanceof BinaryExpression sum
            && left instanceof VariableExpression name
            && sum.getLeftExpression() instanceof VariableExpression same
            && same.getName().equals(name.getName());
    return isOfItself
        ? grown(
            ((BinaryExpression) right).getOperation().getText() + "=",
            left,
            ((BinaryExpression) right).getRightExpression())
        : Optional.empty();
  }

  private Optional<Held> grown(String operator, Expression left, Expression right) {
    boolean isCount =
        run.isInLoop()
            && operator.equals("+=")
            && right instanceof ConstantExpression constant
            && constant.getValue() instanceof Integer
            && of(left).numbers().stream().allMatch(Quantity::isPlain)
            && of(left).items().isEmpty();
    return isCount ? Optional.of(Held.of(Term.count(Term.UNKNOWN))) : Optional.empty();
  }

  /** Numbers of an operator, or lists that are joined. */
  private Held put(String operator, Held left, Expression second) {
    if (operator.equals("+") && left.items().isPresent()) {
      return new ItemCalls(run, this).joined(left, of(second));
    }
    Held right = part(second);
    return switch (operator) {
      case "+" -> left.with(right, Quantity::plus);
      case "-" -> left.with(right, (one, other) -> one.plus(other.times(-1)));
      case "*" -> multiplied(left, right, second, false);
      default -> multiplied(left, right, second, true);
    };
  }

  /** A sum that is multiplied by more than a number is looked at before. */
  private Held multiplied(Held left, Held right, Expression at, boolean isDivided) {
    return left.with(
        right,
        (one, other) -> {
          boolean isScaled = other.isPlain() || one.isPlain() && !isDivided;
          Quantity first = isScaled ? one : looked(one, at);
          Quantity second = isScaled ? other : looked(other, at);
          return first.times(isDivided ? second.inverted() : second);
        });
  }

  private Quantity looked(Quantity number, Expression at) {
    Optional<Finding> finding = run.kinds().ofSum(number);
    finding.ifPresent(found -> run.find(at, found));
    return Kinds.settled(number);
  }
}
