package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.kpi.formula.Terms.Term;
import io.retainer.model.fact.RowValue.Operator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Rates over one whole are added where their parts could be added themselves: customers of two
 * channels are none the less counted twice for being divided by all of them.
 */
final class RatesOfOneWhole {

  private final String verb;

  private RatesOfOneWhole(String verb) {
    this.verb = verb;
  }

  /**
   * @throws Refused when the parts of the two, over one whole, could not be added themselves
   */
  static void check(Operator operator, Fraction left, Fraction right) throws Refused {
    boolean isPlus = operator == Operator.PLUS;
    var rates = new RatesOfOneWhole(isPlus ? "adds " : "subtracts ");
    Set<Formula> whole =
        Terms.of(left.denominator()).stream().map(Term::of).collect(Collectors.toSet());
    List<Term> parts = new ArrayList<>(Terms.of(left.numerator()));
    Terms.of(right.numerator()).forEach(part -> parts.add(isPlus ? part : part.negated()));
    parts.removeIf(part -> whole.contains(part.of()));
    for (int i = 0; i < parts.size(); i++) {
      for (Term other : parts.subList(i + 1, parts.size())) {
        rates.check(parts.get(i), other);
      }
    }
  }

  private void check(Term one, Term other) throws Refused {
    Nature nature = LeafNature.of(one.of());
    Nature others = LeafNature.of(other.of());
    if (nature != others || !one.over().equals(other.over())) {
      throw new Refused(
          verb + "rates of " + nature + " and of " + others,
          "parts of one whole are of one kind; show the two rates side by side");
    }
    if (LeafNature.areUnlike(one.of(), other.of())) {
      throw new Refused(
          verb + "rates of counts of " + dataset(one.of()) + " and of " + dataset(other.of()),
          "they are different things; show the two rates side by side");
    }
    if (one.hasSignOf(other)) {
      checkTogether(nature, one.of(), other.of());
    } else if (nature == Nature.DISTINCT) {
      boolean isFirst = one.factor().signum() > 0;
      Formula whole = isFirst ? one.of() : other.of();
      if (DistinctParts.isNoPart(isFirst ? other.of() : one.of(), whole)) {
        throw new Refused(
            "takes a rate of distinct things from another that does not hold it",
            "who is in both would be taken off as well; show the two rates side by side");
      }
    }
  }

  private void checkTogether(Nature nature, Formula one, Formula other) throws Refused {
    if (nature == Nature.DISTINCT && !areOfTheSameKeys(one, other)) {
      throw new Refused(
          verb + "rates of two counts of distinct things",
          "who is in both would count twice; count them at once, with a condition for both, like"
              + " distinct(key).where(a || b) / distinct(key)");
    }
    if (one.equals(other) || Twice.isIn(one, other)) {
      throw new Refused(
          verb + "rates of the same rows twice: all that one counts, the other counts too",
          "write the wider of the two alone, or one condition for both, like where(a || b)");
    }
  }

  /** Keys of one inner grouping are rows, of which no two are the same. */
  private static boolean areOfTheSameKeys(Formula one, Formula other) {
    return one instanceof Aggregate first
        && other instanceof Aggregate second
        && first.rows().perKey().isPresent()
        && first.rows().equals(second.rows());
  }

  private static String dataset(Formula leaf) {
    return Formula.rows(leaf).dataset().name();
  }
}
