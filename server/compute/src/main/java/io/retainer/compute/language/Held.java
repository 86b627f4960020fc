package io.retainer.compute.language;

import io.retainer.compute.language.Term.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.codehaus.groovy.ast.expr.ClosureExpression;

/**
 * What a name or an expression may hold. Where it depends on a condition, it holds each of the
 * possibilities.
 *
 * @param numbers what it may be as a number
 * @param series which series it may be
 * @param items what is in it, as a list or a map; names of the same list share them
 * @param block the block it is
 */
record Held(
    List<Quantity> numbers,
    Set<Points> series,
    Optional<Items> items,
    Optional<ClosureExpression> block) {

  private static final int MOST_NUMBERS = 8;

  /**
   * @param name of the series
   * @param number how many points of it; zero where the text does not tell
   */
  record Points(String name, int number) {}

  /** A text, a truth, nothing. */
  static final Held NOTHING = new Held(List.of(), Set.of(), Optional.empty(), Optional.empty());

  static final Held PLAIN = of(Quantity.PLAIN);

  Held {
    numbers = few(numbers);
    series = Set.copyOf(series);
  }

  static Held of(Quantity number) {
    return ofNumbers(List.of(number));
  }

  static Held of(Term term) {
    return of(Quantity.of(term));
  }

  static Held ofNumbers(List<Quantity> numbers) {
    return new Held(numbers, Set.of(), Optional.empty(), Optional.empty());
  }

  static Held ofSeries(Set<Points> series) {
    return new Held(List.of(), series, Optional.empty(), Optional.empty());
  }

  static Held of(Items items) {
    return new Held(List.of(), Set.of(), Optional.of(items), Optional.empty());
  }

  static Held of(ClosureExpression block) {
    return new Held(List.of(), Set.of(), Optional.empty(), Optional.of(block));
  }

  /** One or the other. */
  Held or(Held other) {
    List<Quantity> both = new ArrayList<>(numbers);
    both.addAll(other.numbers);
    Set<Points> all = new LinkedHashSet<>(series);
    all.addAll(other.series);
    Optional<Items> one = items.or(other::items);
    if (items.isPresent() && other.items.isPresent()) {
      items.get().mayBe(other.items.get());
    }
    return new Held(both, all, one, block.or(other::block));
  }

  Held map(UnaryOperator<Quantity> change) {
    return ofNumbers(numbers.stream().map(change).toList());
  }

  /**
   * Each possibility of the one with each of the other. Which belong together is not known: where
   * some are of the same series, only these.
   */
  Held with(Held other, BinaryOperator<Quantity> put) {
    List<Quantity> all = new ArrayList<>();
    List<Quantity> related = new ArrayList<>();
    for (Quantity one : numbers.isEmpty() ? List.of(Quantity.PLAIN) : numbers) {
      for (Quantity two : other.numbers.isEmpty() ? List.of(Quantity.PLAIN) : other.numbers) {
        Quantity both = put.apply(one, two);
        all.add(both);
        if (isRelated(one, two)) {
          related.add(both);
        }
      }
    }
    return ofNumbers(related.isEmpty() ? all : related);
  }

  private static boolean isRelated(Quantity one, Quantity two) {
    Set<String> names = names(one);
    names.retainAll(names(two));
    return !names.isEmpty();
  }

  private static Set<String> names(Quantity quantity) {
    Set<String> names = new LinkedHashSet<>();
    quantity
        .terms()
        .forEach(t -> t.powers().keySet().stream().map(Part::series).forEach(names::add));
    return names;
  }

  Optional<Double> number() {
    return numbers.size() == 1 ? numbers.get(0).number() : Optional.empty();
  }

  /** Many possibilities are told apart by what they are of, and no more by how many times. */
  private static List<Quantity> few(List<Quantity> numbers) {
    Set<Quantity> different = new LinkedHashSet<>(numbers);
    if (different.size() <= MOST_NUMBERS) {
      return List.copyOf(different);
    }
    Map<List<Map<Part, Double>>, Quantity> byKind = new LinkedHashMap<>();
    for (Quantity number : different) {
      List<Term> terms =
          number.terms().stream()
              .map(term -> term.anySo(Math.signum(term.factor()) * Term.UNKNOWN))
              .map(term -> Double.isNaN(term.factor()) ? term.anySo(Term.UNKNOWN) : term)
              .toList();
      byKind.putIfAbsent(terms.stream().map(Term::powers).toList(), new Quantity(terms));
    }
    return byKind.values().stream().limit(2L * MOST_NUMBERS).toList();
  }
}
