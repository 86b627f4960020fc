package io.retainer.kpi.script;

import io.retainer.kpi.formula.Dimension;
import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Meaning;
import io.retainer.kpi.formula.Nature;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.kpi.KpiUnit;

/** A target has the unit of the KPI that it is for, which the KPI that shows it declares. */
final class Targets {

  private static final String COLUMN = "target";

  private Targets() {}

  static Meaning in(KpiUnit unit, Meaning meaning) {
    boolean isTarget =
        unit == KpiUnit.MONEY
            && meaning.nature() == Nature.STOCK
            && meaning.dimension().equals(Dimension.NONE)
            && isTarget(meaning.formula());
    return isTarget ? new Meaning(meaning.formula(), meaning.nature(), Dimension.MONEY) : meaning;
  }

  /** A number of it, such as the twelfth part of a year's. */
  static boolean isTarget(Formula formula) {
    if (formula instanceof Formula.Combined part && part.right() instanceof Formula.Constant) {
      return isTarget(part.left());
    } else if (formula instanceof Formula.Combined part
        && part.left() instanceof Formula.Constant) {
      return isTarget(part.right());
    }
    return formula instanceof Formula.Aggregate aggregate
        && aggregate.aggregation() instanceof Aggregation.Level level
        && level.column().equals(COLUMN);
  }
}
