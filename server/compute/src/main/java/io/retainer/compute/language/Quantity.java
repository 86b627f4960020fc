package io.retainer.compute.language;

import io.retainer.compute.language.Term.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a number is made of: terms added and subtracted. */
record Quantity(List<Term> terms) {

  /** A number of which nothing is told. */
  static final Quantity PLAIN = of(Term.plain(Term.UNKNOWN));

  private static final double EXACT = 1e-9;

  Quantity {
    terms = List.copyOf(terms);
  }

  static Quantity of(Term term) {
    return new Quantity(List.of(term));
  }

  boolean isPlain() {
    return terms.stream().allMatch(Term::isPlain);
  }

  /** The number itself, where the text tells it. */
  Optional<Double> number() {
    double sum = terms.stream().mapToDouble(Term::factor).sum();
    return isPlain() && Term.isKnown(sum) ? Optional.of(sum) : Optional.empty();
  }

  Quantity plus(Quantity other) {
    List<Term> all = new ArrayList<>();
    List<Term> plain = new ArrayList<>();
    for (Term term : concat(terms, other.terms)) {
      if (term.isPlain()) {
        plain.add(term);
      } else if (term.factor() != 0) {
        add(all, term);
      }
    }
    if (plain.size() == 1 && (all.isEmpty() || plain.get(0).factor() != 0)) {
      all.add(plain.get(0));
    } else if (plain.size() > 1) {
      double sum = plain.stream().mapToDouble(Term::factor).sum();
      all.add(Term.plain(Double.isNaN(sum) ? Term.UNKNOWN : sum));
    } else if (all.isEmpty()) {
      all.add(Term.plain(0));
    }
    return new Quantity(all);
  }

  private static List<Term> concat(List<Term> one, List<Term> other) {
    List<Term> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  /** The same value, subtracted again, is not there; added again, it is there twice. */
  private static void add(List<Term> all, Term term) {
    for (int i = 0; i < all.size(); i++) {
      Term own = all.get(i);
      boolean isSame =
          !term.of().text().isEmpty()
              && own.of().equals(term.of())
              && own.powers().equals(term.powers());
      if (isSame && (own.of().isSame() || own.factor() * term.factor() < 0)) {
        double left = own.factor() + term.factor();
        if (Double.isNaN(left) || Math.abs(left) < EXACT) {
          all.remove(i);
        } else {
          all.set(i, own.anySo(left).from(own.of()));
        }
        return;
      }
    }
    all.add(term);
  }

  Quantity times(double by) {
    return new Quantity(terms.stream().map(term -> term.times(by)).toList());
  }

  /** Of a sum and another quantity: what it is about is not looked for in every product. */
  Quantity times(Quantity other) {
    if (isPlain() && !other.isPlain()) {
      return other.times(this);
    } else if (isDifference() && other.isPlain() && other.number().isEmpty()) {
      // A distance, so far as anybody can tell: in a trend each counts by how far it is from the
      // middle.
      return of(term().times(other.term()));
    } else if (other.isPlain() || other.terms.size() == 1 && !isDifference()) {
      Term by = other.term();
      return new Quantity(terms.stream().map(term -> term.times(by)).toList());
    } else if (terms.size() == 1 && !other.isDifference()) {
      return other.times(this);
    }
    return of(term().times(other.term()));
  }

  Quantity inverted() {
    return of(term().inverted());
  }

  Quantity raised(double to) {
    return of(term().raised(to));
  }

  Quantity in(Shape shape) {
    return isPlain() ? PLAIN : of(term().in(shape));
  }

  /** A distance as it is, without its sign: so many times it may be added again. */
  Quantity asWidth() {
    Term width = term();
    double times =
        terms.stream()
            .filter(term -> !term.isPlain())
            .mapToDouble(term -> Math.abs(term.factor()))
            .max()
            .orElse(Term.UNKNOWN);
    return terms.size() == 2 ? of(width.anySo(times)) : of(width);
  }

  /** As a single term: that of a difference is a width, that of a complement what it is of. */
  Term term() {
    List<Term> valued = terms.stream().filter(term -> !term.isPlain()).toList();
    if (terms.size() == 1) {
      return terms.get(0);
    } else if (valued.isEmpty()) {
      return Term.plain(number().orElse(Term.UNKNOWN));
    } else if (isDifference()) {
      return valued.get(0).in(Shape.WIDTH);
    }
    return valued.get(0).anySo(Term.UNKNOWN);
  }

  /** Whether values are only set against each other. */
  boolean isDifference() {
    return !isPlain() && byPowers().values().stream().allMatch(Quantity::cancel);
  }

  static boolean cancel(List<Term> alike) {
    boolean isBoth =
        alike.stream().anyMatch(term -> term.factor() > 0)
            && alike.stream().anyMatch(term -> term.factor() < 0);
    double sum = alike.stream().mapToDouble(Term::factor).sum();
    return isBoth && (Double.isNaN(sum) || Math.abs(sum) < EXACT);
  }

  /** Terms of the same series, which are added to each other. */
  Map<Map<Term.Part, Double>, List<Term>> byPowers() {
    Map<Map<Term.Part, Double>, List<Term>> alike = new LinkedHashMap<>();
    for (Term term : terms) {
      if (!term.isPlain()) {
        alike.computeIfAbsent(term.powers(), any -> new ArrayList<>()).add(term);
      }
    }
    return alike;
  }
}
