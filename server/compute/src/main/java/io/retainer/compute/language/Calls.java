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
      case "median", "smallest", "largest" -> as(any(first), call);
      case "deviation", "spread" -> any(first).map(number -> number.in(Shape.WIDTH));
      case "round" -> first;
      case "absolute" -> first.map(Calls::withoutSign);
      case "limit", "estimate" -> given.stream().reduce(Held::or).orElseThrow();
      case "squareRoot" -> first.map(number -> number.raised(0.5));
      case "power" -> first.with(given.get(1), Calls::power);
      case "logarithm", "exponential" -> first.map(number -> number.in(Shape.BENT));
      case "forecast" -> value(first, new Origin(call.getText(), false));
      case "notComputable", "tooFew" -> Held.NOTHING;
      default -> unknown(call);
    };
  }

  private Held unknown(MethodCallExpression call) {
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
      case "count" -> {
        each(of, first);
        return Held.of(Term.count(Term.UNKNOWN));
      }
      case "any", "every" -> {
        each(of, first);
        return Held.PLAIN;
      }
      case "each", "eachWithIndex", "findAll" -> {
        each(of, first);
        return method.equals("findAll") ? copy(of) : of;
      }
      case "take", "takeRight", "drop", "reverse", "sort" -> {
        return copy(of);
      }
      case "collect" -> {
        List<Held> results = each(of, first);
        int most = of.items().map(Items::most).orElse(0);
        boolean isOneByOne =
            of.items().flatMap(Items::written).isPresent() && results.size() == most;
        return Held.of(
            isOneByOne
                ? Items.written(results)
                : Items.many(results.stream().reduce(Held.NOTHING, Held::or), most));
      }
      default -> {
        return changed(call, of, first, arguments);
      }
    }
  }

  private Held changed(MethodCallExpression call, Held of, Held first, List<Expression> arguments) {
    switch (call.getMethodAsString()) {
      case "max", "min" -> {
        return any(of);
      }
      case "get" -> {
        return of.items()
            .map(
                items ->
                    key(arguments.get(0))
                        .filter(String.class::isInstance)
                        .map(items::of)
                        .orElseGet(() -> items.at(first.number())))
            .orElse(Held.PLAIN);
      }
      case "plus" -> {
        return joined(of, first);
      }
      case "add" -> {
        of.items().ifPresent(items -> items.add(first, run.isSure()));
        return Held.NOTHING;
      }
      case "set" -> {
        Held element = values.of(arguments.get(1));
        of.items().ifPresent(items -> items.set(first.number(), element, run.isSure()));
        return element;
      }
      case "put" -> {
        Held value = values.of(arguments.get(1));
        of.items().ifPresent(items -> items.put(key(arguments.get(0)), value, run.isSure()));
        return value;
      }
      default -> {
        return unknown(call);
      }
    }
  }

  /** A key that is written as a text. */
  static Optional<Object> key(Expression expression) {
    return expression instanceof ConstantExpression constant
            && constant.getValue() instanceof String text
        ? Optional.of(text)
        : Optional.empty();
  }

  private List<Held> each(Held list, Held block) {
    return block
        .block()
        .map(code -> run.each(list, (element, index) -> run.run(code, element, index)))
        .orElse(List.of());
  }

  /** The same elements in another list. */
  private static Held copy(Held list) {
    return list.items()
        .map(
            items ->
                Held.of(
                    items
                        .written()
                        .map(Items::written)
                        .orElseGet(() -> Items.many(items.any(), items.most()))))
        .orElse(Held.PLAIN);
  }

  /** Both lists one after the other, or a list with one more. */
  Held joined(Held one, Held more) {
    if (one.items().isEmpty()) {
      return one.or(more);
    }
    Items items = copy(one).items().orElseThrow();
    if (more.items().isEmpty()) {
      items.add(more, run.isSure());
      return Held.of(items);
    }
    Optional<List<Held>> written = more.items().get().written();
    if (written.isPresent()) {
      written.get().forEach(element -> items.add(element, true));
    } else {
      items.add(more.items().get().any(), false);
    }
    return Held.of(items);
  }

  private static Held any(Held list) {
    return list.items().map(Items::any).orElse(Held.PLAIN);
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
    return any(list)
        .map(
            each -> {
              Optional<Finding> finding = run.kinds().ofMany(each, isMean);
              finding.ifPresent(found -> run.find(call, found));
              return each.isPlain() ? Quantity.PLAIN : Quantity.of(result.apply(each.term()));
            });
  }

  private static Quantity withoutSign(Quantity number) {
    return number.isDifference() ? number.in(Shape.WIDTH) : number;
  }

  private static Quantity power(Quantity base, Quantity exponent) {
    return exponent.number().map(base::raised).orElseGet(() -> base.in(Shape.BENT));
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
