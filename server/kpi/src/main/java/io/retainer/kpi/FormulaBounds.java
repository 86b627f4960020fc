package io.retainer.kpi;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.model.kpi.Bounds;
import java.util.Optional;
import java.util.function.Function;

/**
 * Between what a formula's value lies when its parts lie between theirs, whatever each of them is.
 *
 * @param parts those that the facts answer; empty where nobody can tell
 */
record FormulaBounds(Function<Formula, Optional<Bounds>> parts) {

  Optional<Bounds> of(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return Optional.of(Bounds.exactly(constant.value()));
    } else if (formula instanceof Combined combined) {
      return of(combined.left())
          .flatMap(left -> of(combined.right()).flatMap(right -> combined(combined, left, right)));
    } else if (formula instanceof Formula.Power power) {
      return of(power.base()).flatMap(base -> power(base, power.exponent()));
    }
    boolean isOfModel = formula instanceof Formula.Table || formula instanceof Formula.Expectation;
    return isOfModel ? Optional.empty() : parts.apply(formula);
  }

  private static Optional<Bounds> combined(Combined combined, Bounds left, Bounds right) {
    return switch (combined.operator()) {
      case PLUS -> Optional.of(left.plus(right));
      case MINUS -> Optional.of(left.minus(right));
      case TIMES -> Optional.of(left.times(right));
      case DIVIDED_BY -> left.dividedBy(right);
    };
  }

  private static Optional<Bounds> power(Bounds base, int exponent) {
    Bounds product = base;
    for (int i = 1; i < exponent; i++) {
      product = product.times(base);
    }
    return exponent > 0 ? Optional.of(product) : Optional.empty();
  }
}
