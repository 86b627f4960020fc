package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A formula as what it adds up in the end, however it is bracketed: {@code a - (0 - b)}. */
final class Terms {

  /**
   * @param factor never zero
   * @param over what it is divided by, one after the other
   */
  record Term(BigDecimal factor, Formula of, List<Formula> over) {

    Term negated() {
      return new Term(factor.negate(), of, over);
    }

    boolean hasSignOf(Term other) {
      return factor.signum() == other.factor.signum();
    }
  }

  private record Part(Formula of, List<Formula> over) {}

  private final Map<Part, BigDecimal> found = new LinkedHashMap<>();

  private Terms() {}

  static List<Term> of(Formula formula) {
    Terms terms = new Terms();
    terms.collect(formula, BigDecimal.ONE, List.of());
    return terms.found.entrySet().stream()
        .filter(term -> term.getValue().signum() != 0)
        .map(term -> new Term(term.getValue(), term.getKey().of, term.getKey().over))
        .toList();
  }

  private void collect(Formula formula, BigDecimal factor, List<Formula> over) {
    if (!(formula instanceof Combined combined)) {
      found.merge(new Part(formula, over), factor, BigDecimal::add);
      return;
    }
    Formula left = combined.left();
    Formula right = combined.right();
    Operator operator = combined.operator();
    if (operator == Operator.PLUS || operator == Operator.MINUS) {
      collect(left, factor, over);
      collect(right, operator == Operator.PLUS ? factor : factor.negate(), over);
    } else if (operator == Operator.TIMES && left instanceof Constant constant) {
      collect(right, factor.multiply(constant.value()), over);
    } else if (operator == Operator.TIMES && right instanceof Constant constant) {
      collect(left, factor.multiply(constant.value()), over);
    } else if (operator == Operator.DIVIDED_BY && right instanceof Constant constant) {
      collect(left, factor.divide(constant.value(), MathContext.DECIMAL128), over);
    } else if (operator == Operator.DIVIDED_BY) {
      List<Formula> more = new ArrayList<>(over);
      more.add(right);
      collect(left, factor, List.copyOf(more));
    } else {
      found.merge(new Part(formula, over), factor, BigDecimal::add);
    }
  }
}
