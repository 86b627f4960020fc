package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.Meaning.Refused;
import io.retainer.model.fact.RowValue.Operator;
import java.util.List;
import java.util.Optional;

/**
 * The click rate of one set less that of another. It is in points and no rate: nothing is added to
 * it, and it is a part of nothing. Rates over one whole are subtracted as their parts are.
 */
public record DifferenceOfRates(Formula minuend, Formula subtrahend) {

  /** The difference that a formula is, whatever number it is multiplied by. */
  public static Optional<DifferenceOfRates> in(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return Optional.empty();
    }
    return switch (combined.operator()) {
      case TIMES ->
          combined.left() instanceof Constant ? in(combined.right()) : in(combined.left());
      case DIVIDED_BY ->
          combined.right() instanceof Constant ? in(combined.left()) : Optional.empty();
      case PLUS -> Optional.empty();
      case MINUS -> of(combined);
    };
  }

  private static Optional<DifferenceOfRates> of(Combined combined) {
    boolean isOfRates =
        Fraction.of(combined).isEmpty()
            && Fraction.of(combined.left()).isPresent()
            && Fraction.of(combined.right()).isPresent();
    return isOfRates
        ? Optional.of(new DifferenceOfRates(combined.left(), combined.right()))
        : Optional.empty();
  }

  /**
   * Whether both are means of one amount over two groups: their difference is an amount as well.
   */
  static boolean areMeansOfOne(Formula left, Formula right) {
    Optional<Fraction> one = Fraction.of(left);
    Optional<Fraction> other = Fraction.of(right);
    return one.isPresent()
        && other.isPresent()
        && areLike(one.get().numerator(), other.get().numerator())
        && areLike(one.get().denominator(), other.get().denominator());
  }

  private static boolean areLike(Formula left, Formula right) {
    Optional<List<Summand>> some = Summand.in(left);
    Optional<List<Summand>> others = Summand.in(right);
    return some.isPresent()
        && others.isPresent()
        && some.get().size() == 1
        && others.get().size() == 1
        && some.get().get(0).isLike(others.get().get(0));
  }

  /**
   * @throws Refused when one of the two is a difference and the other is not what it is divided by
   */
  static void check(Operator operator, Formula left, Formula right) throws Refused {
    Optional<DifferenceOfRates> divided = in(left);
    boolean isChange =
        operator == Operator.DIVIDED_BY
            && divided.filter(of -> of.subtrahend.equals(right)).isPresent();
    boolean isScaled =
        (operator == Operator.TIMES || operator == Operator.DIVIDED_BY) && right instanceof Constant
            || operator == Operator.TIMES && left instanceof Constant;
    if (!isChange && !isScaled && (divided.isPresent() || in(right).isPresent())) {
      throw new Refused(
          "calculates with a difference of two rates",
          "it stands alone, like 100 * (a - b) in points, or is a change, like (a - b) / b");
    }
  }
}
