package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Quotients that say nothing: of the same thing, and of what each row weighs by its square. */
final class QuotientOfItself {

  private QuotientOfItself() {}

  /**
   * @throws Meaning.Refused when the quotient is a fixed number, or one of squares
   */
  static void check(Formula part, Formula whole) throws Meaning.Refused {
    if (SameNumber.are(bare(part), bare(whole))) {
      throw new Meaning.Refused(
          "divides a number by itself",
          "the result is the same in every period; divide a part by its whole, like"
              + " count().where(a != null) / count()");
    }
    if (bare(whole) instanceof Aggregate aggregate
        && aggregate.aggregation() instanceof Aggregation.Sum sum
        && hasSquare(sum.value())) {
      throw new Meaning.Refused(
          "divides by a sum of squares",
          "a row would weigh by the square of what it has; divide sums, like sum(a) / sum(b), or write"
              + " weightedMean(a, b)");
    }
  }

  /** Without a factor. */
  private static Formula bare(Formula formula) {
    if (formula instanceof Combined combined
        && (combined.operator() == Operator.TIMES || combined.operator() == Operator.DIVIDED_BY)) {
      if (combined.right() instanceof Constant) {
        return bare(combined.left());
      } else if (combined.operator() == Operator.TIMES && combined.left() instanceof Constant) {
        return bare(combined.right());
      }
    }
    return formula;
  }

  private static boolean hasSquare(RowValue value) {
    List<RowValue> factors = new ArrayList<>();
    collect(value, factors);
    return new HashSet<>(factors).size() < factors.size();
  }

  private static void collect(RowValue value, List<RowValue> factors) {
    if (value instanceof RowValue.Arithmetic product && product.operator() == Operator.TIMES) {
      collect(product.left(), factors);
      collect(product.right(), factors);
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      collect(ifMissing.value(), factors);
    } else if (!(value instanceof RowValue.Constant)) {
      factors.add(value);
    }
  }
}
