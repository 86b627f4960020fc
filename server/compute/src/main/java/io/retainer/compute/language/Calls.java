package io.retainer.compute.language;

import io.retainer.compute.language.Term.Origin;
import io.retainer.compute.language.Term.Shape;
import io.retainer.compute.protocol.Finding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/**
 * What words and methods make of what they are given. There is a line for each that the lists
 * admit; one that is not here is not followed, and so not admitted.
 */
final class Calls {

  private final SumCheck run;
  private final Values values;

  Calls(SumCheck run, Values values) {
    this.run = run;
    this.values = values;
  }

  Held of(MethodCallExpression call) {
    List<Expression> arguments =
        call.getArguments() instanceof TupleExpression tuple ? tuple.getExpressions() : List.of();
    if (!call.isImplicitThis()) {
      return method(call, values.of(call.getObjectExpression()), arguments);
    }
    List<Held> given = arguments.stream().map(values::of).toList();
    return given.isEmpty() ? Held.NOTHING : word(call, given);
  }

  private Held word(MethodCallExpression call, List<Held> given) {
    Held first = given.get(0);
    return switch (call.getMethodAsString()) {
      case "total" -> total(call, first);
      case "mean" -> mean(call, first);
      case "median", "smallest", "largest" -> as(ItemCalls.any(first), call);
      case "deviation", "spread" -> ItemCalls.any(first).map(number -> number.in(Shape.WIDTH));
      case "round" -> first;
      case "absolute" -> first.map(Calls::withoutSign);
      case "limit", "estimate" -> given.stream().reduce(Held::or).orElseThrow();
      case "squareRoot" -> first.map(number -> root(call, number, 0.5));
      case "power" -> first.with(given.get(1), (base, exponent) -> power(call, base, exponent));
      case "logarithm", "exponential" -> first.map(number -> number.in(Shape.BENT));
      case "forecast" -> value(first, new Origin(call.getText(), false));
      case "notComputable", "tooFew" -> Held.NOTHING;
      default -> unknown(run, call);
    };
  }

  static Held unknown(SumCheck run, MethodCallExpression call) {
    run.find(
        call,
        new Finding(
            0,
            0,
            "'%s' cannot be followed".formatted(call.getMethodAsString()),
            "write it in another way"));
    return Held.NOTHING;
  }

  private Held method(MethodCallExpression call, Held of, List<Expression> arguments) {
    String method = call.getMethodAsString();
    Held first = arguments.isEmpty() ? Held.NOTHING : values.of(arguments.get(0));
    switch (method) {
      case "before", "latest" -> {
        return Held.ofSeries(part(of, first.number(), method.equals("latest")));
      }
      case "value" -> {
        return first
            .number()
            .map(n -> value(of, call.getObjectExpression(), "#" + n.intValue()))
            .orElseGet(() -> value(of, new Origin(call.getText(), false)));
      }
      case "has", "contains", "containsKey", "isEmpty", "compareTo" -> {
        return Held.PLAIN;
      }
      case "size", "length" -> {
        return Held.of(Term.count(Term.UNKNOWN));
      }
      default -> {
        return new ItemCalls(run, values).of(call, of, first, arguments);
      }
    }
  }

  /** The same values under a name of their own. */
  private static Held as(Held numbers, Expression call) {
    return numbers.map(
        number ->
            new Quantity(
                number.terms().stream()
                    .map(term -> term.from(new Origin(call.getText(), false)))
                    .toList()));
  }

  private Held total(MethodCallExpression call, Held list) {
    Optional<List<Held>> written = list.items().flatMap(Items::written);
    return written.isPresent()
        ? values.settled(sum(written.get()), call)
        : many(call, list, false, UnaryOperator.identity());
  }

  private Held mean(MethodCallExpression call, Held list) {
    Optional<List<Held>> written = list.items().flatMap(Items::written).filter(l -> !l.isEmpty());
    if (written.isPresent()) {
      double share = 1.0 / written.get().size();
      return values.settled(sum(written.get()).map(number -> number.times(share)), call);
    }
    int number = list.items().map(Items::most).orElse(0);
    return many(call, list, true, term -> term.asMeanOf(number));
  }

  private static Held sum(List<Held> elements) {
    return elements.stream()
        .reduce((one, other) -> one.with(other, Quantity::plus))
        .orElse(Held.of(Term.plain(0)));
  }

  private Held many(ASTNode call, Held list, boolean isMean, UnaryOperator<Term> result) {
    return ItemCalls.any(list)
        .map(
            each -> {
              Optional<Finding> finding = run.kinds().ofMany(each, isMean);
              finding.ifPresent(found -> run.find(call, found));
              return each.isPlain() ? Quantity.PLAIN : Quantity.of(result.apply(each.term()));
            });
  }

  private static Quantity withoutSign(Quantity number) {
    return number.isDifference() ? number.asWidth() : number;
  }

  private Quantity power(ASTNode call, Quantity base, Quantity exponent) {
    return exponent
        .number()
        .map(to -> to > 0 && to < 1 ? root(call, base, to) : base.raised(to))
        .orElseGet(() -> base.in(Shape.BENT));
  }

  /** The root of a product is a mean of what was multiplied. */
  private Quantity root(ASTNode call, Quantity of, double to) {
    run.kinds().ofRoot(of).ifPresent(finding -> run.find(call, finding));
    return of.raised(to);
  }

  /** The value of a series that stands at a place of it. */
  Held value(Held series, Expression of, String place) {
    return value(series, new Origin(of.getText() + place, isSame(of)));
  }

  private static Held value(Held series, Origin origin) {
    return Held.ofNumbers(
        series.series().stream().map(one -> Quantity.of(Term.value(one.name(), origin))).toList());
  }

  /** Whether an expression is the same series wherever it stands: no name of the text's own. */
  private boolean isSame(Expression series) {
    if (series instanceof VariableExpression variable) {
      return run.isInput(variable.getName());
    }
    return series instanceof MethodCallExpression call
        && call.getArguments() instanceof TupleExpression arguments
        && arguments.getExpressions().stream().allMatch(ConstantExpression.class::isInstance)
        && isSame(call.getObjectExpression());
  }

  /** The values of a series. */
  Held values(Held series) {
    Held each =
        Held.ofNumbers(
            series.series().stream()
                .map(one -> Quantity.of(Term.value(one.name(), Origin.NONE)))
                .toList());
    int most = series.series().stream().mapToInt(Held.Points::number).max().orElse(0);
    return Held.of(Items.many(each, series.series().size() == 1 ? most : 0));
  }

  private static Set<Held.Points> part(Held series, Optional<Double> number, boolean isLatest) {
    Set<Held.Points> parts = new LinkedHashSet<>();
    for (Held.Points all : series.series()) {
      int told = number.map(Double::intValue).orElse(0);
      int left = isLatest ? Math.min(all.number(), told) : all.number() - told;
      parts.add(new Held.Points(all.name(), number.isEmpty() ? 0 : Math.max(0, left)));
    }
    return parts;
  }
}
