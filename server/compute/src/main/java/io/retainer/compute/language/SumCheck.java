package io.retainer.compute.language;

import io.retainer.compute.protocol.Finding;
import io.retainer.compute.protocol.Input;
import io.retainer.compute.protocol.Sums;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/**
 * Finds totals and means of values that have none, in a tree that is admitted. It goes through the
 * statements as if it ran them, with what values are of in the place of values: a rate stays a rate
 * through every word, method and container there is, until it is compared, counted, or divided by a
 * value of its own.
 */
final class SumCheck {

  /** Elements that a loop is gone through one by one for. */
  private static final int MOST_ONE_BY_ONE = 16;

  /** After so many rounds of a loop nothing new is learnt. */
  private static final int MOST_ROUNDS = 6;

  private static final int MOST_STEPS = 20_000;
  private static final int DEEP = 4;

  private final Map<String, Held> names = new HashMap<>();
  private final Set<String> reassigned = new HashSet<>();
  private final Kinds kinds;
  private final Findings findings;
  private final Map<ASTNode, Boolean> told = new IdentityHashMap<>();
  private final Values values;
  private int steps;
  private boolean isLost;
  private int loops;
  private int conditions;
  private Held returned = Held.NOTHING;

  SumCheck(List<Input> inputs, Findings findings) {
    Map<String, Sums> sums = new HashMap<>();
    for (Input input : inputs) {
      sums.put(input.name(), input.sums());
      var points = new Held.Points(input.name(), input.values().length);
      names.put(input.name(), Held.ofSeries(Set.of(points)));
    }
    this.kinds = new Kinds(Map.copyOf(sums));
    this.findings = findings;
    this.values = new Values(this);
  }

  void check(BlockStatement block) {
    statement(block);
  }

  /** Whether a name is an input, and was given nothing else. */
  boolean isInput(String name) {
    return kinds.ofSeries().containsKey(name) && !reassigned.contains(name);
  }

  Held named(String name) {
    return names.getOrDefault(name, Held.PLAIN);
  }

  void declare(String name, Held value) {
    names.put(name, value);
  }

  void assign(String name, Held value) {
    reassigned.add(name);
    names.put(name, isSure() ? value : named(name).or(value));
  }

  /** Whether what stands here happens in any case. */
  boolean isSure() {
    return conditions == 0;
  }

  boolean isInLoop() {
    return loops > 0;
  }

  Kinds kinds() {
    return kinds;
  }

  /** Something is wrong here; said once, however often it is come by. */
  void find(ASTNode at, Finding finding) {
    if (told.put(at, true) == null) {
      findings.add(at, finding.message(), finding.advice());
    }
  }

  /** Whether there are steps left; a text that needs more is not followed, and so not admitted. */
  boolean hasNext(ASTNode at) {
    if (++steps <= MOST_STEPS) {
      return true;
    }
    if (!isLost) {
      isLost = true;
      find(
          at,
          new Finding(0, 0, "loops within loops that cannot be followed", "write fewer of them"));
    }
    return false;
  }

  /** What may happen and may not. */
  <T> T maybe(Supplier<T> what) {
    conditions++;
    T result = what.get();
    conditions--;
    return result;
  }

  /** Goes through a list; the results are what the body gives for its elements. */
  List<Held> each(Held list, Body body) {
    loops++;
    List<Held> results =
        list.items()
            .flatMap(Items::written)
            .filter(all -> all.size() <= MOST_ONE_BY_ONE)
            .map(all -> oneByOne(all, body))
            .orElseGet(
                () -> {
                  Held any = list.items().map(Items::any).orElse(Held.PLAIN);
                  return List.of(again(() -> body.of(any, Held.PLAIN)));
                });
    loops--;
    return results;
  }

  private static List<Held> oneByOne(List<Held> elements, Body body) {
    return IntStream.range(0, elements.size())
        .mapToObj(i -> body.of(elements.get(i), Held.of(Term.plain(i))))
        .toList();
  }

  /** What is done for one element. */
  interface Body {
    Held of(Held element, Held index);
  }

  /** Until nothing changes. */
  private Held again(Supplier<Held> body) {
    Held result = Held.NOTHING;
    String before = "";
    for (int round = 0; round < MOST_ROUNDS; round++) {
      result = result.or(maybe(body));
      String after = shape();
      if (after.equals(before)) {
        break;
      }
      before = after;
    }
    return result;
  }

  private String shape() {
    steps += names.size();
    StringBuilder shape = new StringBuilder();
    names.forEach((name, held) -> shape.append(name).append(Items.shape(held, DEEP)));
    return shape.toString();
  }

  /** What a block gives; its names are its own. */
  Held run(ClosureExpression block, Held element, Held index) {
    String first = block.getParameters().length == 0 ? "it" : block.getParameters()[0].getName();
    Held hidden = names.get(first);
    Held outer = returned;
    returned = Held.NOTHING;
    names.put(first, element);
    if (block.getParameters().length > 1) {
      names.put(block.getParameters()[1].getName(), index);
    }
    Held result = statement(block.getCode()).or(returned);
    returned = outer;
    if (hidden == null) {
      names.remove(first);
    } else {
      names.put(first, hidden);
    }
    return result;
  }

  /** Its value where it is the last of a block. */
  private Held statement(Statement statement) {
    if (!hasNext(statement)) {
      return Held.NOTHING;
    }
    Held result = Held.NOTHING;
    if (statement instanceof BlockStatement block) {
      for (Statement line : block.getStatements()) {
        result = statement(line);
      }
    } else if (statement instanceof ExpressionStatement line) {
      result = values.of(line.getExpression());
    } else if (statement instanceof ReturnStatement end) {
      returned = returned.or(values.of(end.getExpression()));
    } else if (statement instanceof IfStatement choice) {
      values.of(choice.getBooleanExpression());
      Held one = maybe(() -> statement(choice.getIfBlock()));
      result = one.or(maybe(() -> statement(choice.getElseBlock())));
    } else if (statement instanceof WhileStatement loop) {
      loops++;
      again(
          () -> {
            values.of(loop.getBooleanExpression());
            return statement(loop.getLoopBlock());
          });
      loops--;
    } else if (statement instanceof ForStatement loop) {
      overList(loop.getCollectionExpression(), loop.getValueVariable().getName(), loop);
    }
    return result;
  }

  private void overList(Expression list, String name, ForStatement loop) {
    each(
        values.of(list),
        (element, index) -> {
          declare(name, element);
          return statement(loop.getLoopBlock());
        });
  }
}
