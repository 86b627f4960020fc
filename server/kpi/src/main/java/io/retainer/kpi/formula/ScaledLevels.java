package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.Terms.Term;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is there on a day, so many times: nothing of which there is so much. It stands as it is, as
 * a difference or a mean of several, or in a rate.
 */
public final class ScaledLevels {

  /** A third has no end, and three of them are one. */
  private static final MathContext DIGITS = new MathContext(12);

  private ScaledLevels() {}

  /** Whether a value that is no rate has a multiple of a level in it. */
  public static boolean areIn(Formula formula) {
    List<Term> levels = levels(formula);
    boolean isBelowZero =
        !levels.isEmpty()
            && Terms.of(formula).stream().allMatch(term -> term.factor().signum() < 0);
    return isBelowZero
        || !isPlainOrMean(levels, term -> factor(term).signum() > 0)
        || !isPlainOrMean(levels, term -> factor(term).signum() < 0);
  }

  private static boolean isPlainOrMean(List<Term> all, Predicate<Term> sign) {
    List<Term> terms = all.stream().filter(sign).toList();
    BigDecimal number = BigDecimal.valueOf(terms.size());
    List<BigDecimal> factors = terms.stream().map(term -> factor(term).abs()).toList();
    return factors.stream().allMatch(ScaledLevels::isOne)
        || factors.stream().allMatch(factor -> isOne(factor.multiply(number)))
            && areOfOtherThings(terms);
  }

  /** Of all accounts and of some of them there is no mean: these weigh more. */
  private static boolean areOfOtherThings(List<Term> terms) {
    return terms.stream()
        .allMatch(
            one ->
                terms.stream()
                    .noneMatch(other -> other != one && Twice.isIn(one.of(), other.of())));
  }

  /**
   * Whether a rate weighs one end of the period more than the other: {@code (2 * last(a) -
   * first(a)) / first(a)} is the growth of nothing.
   */
  public static boolean areUnevenIn(Formula formula) {
    // Looks at every part of the formula by itself, which is long for one of a hundred others.
    boolean[] hasLevels = {false};
    formula.eachLeaf(leaf -> hasLevels[0] |= isLevel(leaf));
    return hasLevels[0] && areUnevenWithin(formula);
  }

  private static boolean areUnevenWithin(Formula formula) {
    if (formula instanceof Formula.Power power) {
      return areUnevenWithin(power.base());
    }
    if (!(formula instanceof Combined combined)) {
      return false;
    }
    return areUneven(levels(formula))
        || Fraction.of(formula).filter(of -> areUneven(levels(of.numerator()))).isPresent()
        || areUnevenWithin(combined.left())
        || areUnevenWithin(combined.right());
  }

  private static boolean areUneven(List<Term> levels) {
    return levels.stream().anyMatch(one -> levels.stream().anyMatch(two -> areUneven(one, two)));
  }

  private static boolean areUneven(Term one, Term other) {
    return level(one) instanceof Aggregation.Level begin
        && level(other) instanceof Aggregation.Level end
        && begin.first()
        && !end.first()
        && begin.column().equals(end.column())
        && one.factor().abs().compareTo(other.factor().abs()) != 0;
  }

  private static Aggregation level(Term term) {
    return ((Aggregate) term.of()).aggregation();
  }

  private static List<Term> levels(Formula formula) {
    return formula instanceof Constant
        ? List.of()
        : Terms.of(formula).stream()
            .filter(term -> term.over().isEmpty() && isLevel(term.of()) && !isPartOfPlan(term))
            .toList();
  }

  /** A month has its part of what is planned for the year. */
  private static boolean isPartOfPlan(Term term) {
    return level(term) instanceof Aggregation.Level planned
        && planned.column().equals("target")
        && term.factor().signum() > 0
        && term.factor().compareTo(BigDecimal.ONE) < 0;
  }

  static boolean isLevel(Formula formula) {
    return formula instanceof Aggregate aggregate
        && (LeafNature.of(formula) == Nature.STOCK || isSumOfLevels(aggregate));
  }

  /** What stood in each account, added up. */
  private static boolean isSumOfLevels(Aggregate aggregate) {
    return aggregate.aggregation() instanceof Aggregation.Sum sum
        && aggregate.rows().perKey().stream()
            .flatMap(inner -> inner.measures().stream())
            .filter(measure -> NamedColumns.of(sum.value()).contains(measure.name()))
            .map(Measure::aggregation)
            .anyMatch(of -> of instanceof Aggregation.Level || of.isOfLastRows());
  }

  private static BigDecimal factor(Term term) {
    return term.factor().multiply(RowFactor.of(level(term)));
  }

  private static boolean isOne(BigDecimal factor) {
    return factor.round(DIGITS).compareTo(BigDecimal.ONE) == 0;
  }
}
