package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.model.fact.RowValue;
import io.retainer.model.kpi.KpiUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Whether a declared unit is the one that the formula has. */
final class UnitCheck {

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private UnitCheck() {}

  /** Whether a hundred stands at the top of it, as a factor or as what a rate is taken from. */
  private static boolean isHundredfold(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return constant.value().compareTo(BigDecimal.valueOf(100)) == 0;
    }
    return formula instanceof Formula.Combined combined
        && (isHundredfold(combined.left())
            || combined.operator() != RowValue.Operator.DIVIDED_BY
                && isHundredfold(combined.right()));
  }

  /** What is for every thousand is no part of a whole. */
  private static BigDecimal factor(Formula formula) {
    if (formula instanceof Formula.Constant constant && constant.value().signum() != 0) {
      return constant.value();
    }
    if (!(formula instanceof Formula.Combined combined)) {
      return BigDecimal.ONE;
    }
    return switch (combined.operator()) {
      case TIMES -> factor(combined.left()).multiply(factor(combined.right()));
      case DIVIDED_BY ->
          factor(combined.left()).divide(factor(combined.right()), MathContext.DECIMAL64);
      case PLUS, MINUS -> BigDecimal.ONE;
    };
  }

  static Optional<String> problem(KpiUnit unit, Meaning meaning) {
    Dimension expected =
        switch (unit) {
          case MONEY -> Dimension.MONEY;
          case SECONDS -> Dimension.SECONDS;
          case MINUTES -> Dimension.MINUTES;
          case HOURS -> Dimension.HOURS;
          case DAYS -> Dimension.DAYS;
          case POSITION -> Dimension.POSITION;
          case COUNT, RATIO, PERCENT, POINTS, SCORE -> Dimension.NONE;
        };
    if (!expected.equals(meaning.dimension())) {
      return Optional.of(
          "the unit is " + unit.word() + ", but the value is " + meaning.dimension());
    }
    boolean isPart = unit == KpiUnit.PERCENT || unit == KpiUnit.RATIO;
    if (isPart && isHundredfold(meaning.formula())) {
      return Optional.of(
          "the unit is "
              + unit.word()
              + ", and the formula has a factor 100 or takes off from 100: a percentage is a"
              + " fraction here, 0.07 is printed as 7 %");
    }
    if (unit == KpiUnit.PERCENT && factor(meaning.formula()).abs().compareTo(THOUSAND) == 0) {
      return Optional.of("the unit is percent, but the value is for every thousand");
    }
    if (unit == KpiUnit.SCORE && meaning.nature() == Nature.FLOW) {
      return Optional.of("the unit is score, but the value is " + meaning.nature());
    }
    boolean isRate = meaning.nature() == Nature.RATIO || meaning.nature() == Nature.WMEAN;
    boolean wants = unit == KpiUnit.PERCENT || unit == KpiUnit.RATIO || unit == KpiUnit.POINTS;
    if (wants && !isRate && meaning.nature() != Nature.DISTRIBUTION) {
      return Optional.of("the unit is " + unit.word() + ", but the value is " + meaning.nature());
    }
    if (unit == KpiUnit.COUNT && isRate) {
      return Optional.of("the unit is count, but the value is " + meaning.nature());
    }
    return Optional.empty();
  }
}
