package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import java.util.ArrayList;
import java.util.List;

/** A level at one end of the period divided by another level at the other end. */
public final class TwoDays {

  private TwoDays() {}

  public static boolean areDividedIn(Fraction fraction) {
    List<Aggregation.Level> parts = levels(fraction.numerator());
    List<Aggregation.Level> wholes = levels(fraction.denominator());
    return !parts.isEmpty()
        && !wholes.isEmpty()
        && parts.stream()
            .allMatch(
                part ->
                    wholes.stream()
                        .allMatch(
                            whole ->
                                whole.first() != part.first()
                                    && !whole.column().equals(part.column())));
  }

  private static List<Aggregation.Level> levels(Formula formula) {
    List<Aggregation.Level> levels = new ArrayList<>();
    formula.eachLeaf(
        leaf -> {
          if (leaf instanceof Formula.Aggregate aggregate
              && aggregate.aggregation() instanceof Aggregation.Level level) {
            levels.add(level);
          }
        });
    return levels;
  }
}
