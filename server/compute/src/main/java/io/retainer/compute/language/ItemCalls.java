package io.retainer.compute.language;

import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;

/** What methods of lists and maps make, and what is in them afterwards. */
record ItemCalls(SumCheck run, Values values) {

  Held of(MethodCallExpression call, Held of, Held first, List<Expression> arguments) {
    switch (call.getMethodAsString()) {
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
        return call.getMethodAsString().equals("findAll") ? copy(of) : of;
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
        return Calls.unknown(run, call);
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

  static Held any(Held list) {
    return list.items().map(Items::any).orElse(Held.PLAIN);
  }
}
