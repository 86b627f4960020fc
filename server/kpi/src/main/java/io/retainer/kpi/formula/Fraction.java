package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.RowValue.Operator;
import java.util.Optional;

/**
 * A formula as one division, so that a rate can be shown with its parts and recomputed for any
 * total: {@code 1 - a / b} is {@code (b - a) / b}.
 */
public record Fraction(Formula numerator, Formula denominator) {

  public static Optional<Fraction> of(Formula formula) {
    if (!(formula instanceof Combined combined)) {
      return Optional.empty();
    }
    Formula left = combined.left();
    Formula right = combined.right();
    return switch (combined.operator()) {
      case DIVIDED_BY -> division(left, right);
      case TIMES -> product(left, right);
      case PLUS, MINUS -> sum(combined.operator(), left, right);
    };
  }

  private static Optional<Fraction> division(Formula left, Formula right) {
    if (!(right instanceof Constant)) {
      return Optional.of(new Fraction(left, right));
    }
    return of(left).map(f -> new Fraction(Formula.dividedBy(f.numerator, right), f.denominator));
  }

  private static Optional<Fraction> product(Formula left, Formula right) {
    if (left instanceof Constant) {
      return of(right).map(f -> new Fraction(Formula.times(left, f.numerator), f.denominator));
    }
    return right instanceof Constant ? product(right, left) : Optional.empty();
  }

  private static Optional<Fraction> sum(Operator operator, Formula left, Formula right) {
    Optional<Fraction> first = of(left);
    Optional<Fraction> second = of(right);
    if (first.isPresent() && second.isPresent()) {
      Formula whole = first.get().denominator;
      return whole.equals(second.get().denominator)
          ? Optional.of(
              new Fraction(
                  new Combined(operator, first.get().numerator, second.get().numerator), whole))
          : Optional.empty();
    }
    if (left instanceof Constant && second.isPresent()) {
      return second.map(
          f ->
              new Fraction(
                  new Combined(operator, scaled(left, f.denominator), f.numerator), f.denominator));
    }
    if (right instanceof Constant && first.isPresent()) {
      return first.map(
          f ->
              new Fraction(
                  new Combined(operator, f.numerator, scaled(right, f.denominator)),
                  f.denominator));
    }
    return Optional.empty();
  }

  private static Formula scaled(Formula constant, Formula whole) {
    boolean isOne = ((Constant) constant).value().compareTo(java.math.BigDecimal.ONE) == 0;
    return isOne ? whole : Formula.times(constant, whole);
  }
}
