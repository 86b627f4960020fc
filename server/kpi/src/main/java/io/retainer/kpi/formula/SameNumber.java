package io.retainer.kpi.formula;

import java.util.List;
import java.util.Optional;

/** Whether two formulas give the same number in every period, as far as they tell. */
final class SameNumber {

  private SameNumber() {}

  static boolean are(Formula one, Formula other) {
    if (one instanceof Formula.Constant || other instanceof Formula.Constant) {
      return false;
    }
    return one.equals(other)
        || isOfAll(one) == isOfAll(other) && areAlike(Summand.in(one), Summand.in(other));
  }

  /** Of a group and of all groups together are two numbers, wherever a breakdown is. */
  private static boolean isOfAll(Formula formula) {
    boolean[] found = {false};
    formula.eachLeaf(leaf -> found[0] |= leaf instanceof Formula.OfTotal);
    return found[0];
  }

  private static boolean areAlike(Optional<List<Summand>> some, Optional<List<Summand>> others) {
    return some.filter(parts -> parts.size() == 1)
        .flatMap(
            parts ->
                others
                    .filter(rest -> rest.size() == 1)
                    .map(rest -> areAlike(parts.get(0), rest.get(0))))
        .orElse(false);
  }

  /** Rows that are told apart by a key are as many as there are keys. */
  private static boolean areAlike(Summand one, Summand other) {
    boolean areBothRows = isNumberOfRows(one) && isNumberOfRows(other);
    return one.factor().compareTo(other.factor()) == 0
        && (areBothRows || one.measure().equals(other.measure()))
        && one.isOfRowsOf(other)
        && one.rows().history().equals(other.rows().history())
        && Twice.isWithin(one.conditions(), other.conditions())
        && Twice.isWithin(other.conditions(), one.conditions());
  }

  private static boolean isNumberOfRows(Summand of) {
    return of.measure().how().equals("rows")
        || of.measure().how().equals("different") && of.isOfRows();
  }
}
