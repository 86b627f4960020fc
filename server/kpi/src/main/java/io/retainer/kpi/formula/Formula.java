package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** What a KPI's value is computed from. Other KPIs are already replaced by their formulas. */
public sealed interface Formula {

  /**
   * A number.
   *
   * @param dimension of a parameter that states what it measures
   */
  record Constant(BigDecimal value, Dimension dimension) implements Formula {

    public Constant(BigDecimal value) {
      this(value, Dimension.NONE);
    }

    /** Whether it multiplies and is nothing else. */
    public boolean isPlain() {
      return dimension.equals(Dimension.NONE);
    }
  }

  /** A number that the facts give. */
  record Aggregate(RowSet rows, Aggregation aggregation) implements Formula {}

  /**
   * A count of distinct people as the source counted it: there is a number only where exactly one
   * row answers for the period.
   */
  record AsCounted(RowSet rows, String column) implements Formula {}

  /** A number of all groups together, wherever a breakdown is: the whole that a share is of. */
  record OfTotal(RowSet rows, Aggregation aggregation) implements Formula {}

  /** A building block, which is never a part of another formula. */
  record Table(Block block) implements Formula {}

  /** The number that a model gives, as a part of another formula. */
  record Expectation(Block.Expected block) implements Formula {}

  /** A formula multiplied by itself. */
  record Power(Formula base, int exponent) implements Formula {}

  /** Two formulas combined. */
  record Combined(Operator operator, Formula left, Formula right) implements Formula {}

  /** Shows every part that the facts must answer, from left to right. */
  default void eachLeaf(Consumer<Formula> leaves) {
    if (this instanceof Combined combined) {
      combined.left.eachLeaf(leaves);
      combined.right.eachLeaf(leaves);
    } else if (this instanceof Table table) {
      table.block.parts().forEach(part -> part.eachLeaf(leaves));
    } else if (this instanceof Power power) {
      power.base.eachLeaf(leaves);
    } else if (!(this instanceof Constant) && !(this instanceof Expectation)) {
      leaves.accept(this);
    }
  }

  /** Shows every model that has to be fitted first. */
  default void eachExpectation(Consumer<Block.Expected> models) {
    if (this instanceof Combined combined) {
      combined.left.eachExpectation(models);
      combined.right.eachExpectation(models);
    } else if (this instanceof Power power) {
      power.base.eachExpectation(models);
    } else if (this instanceof Expectation expectation) {
      models.accept(expectation.block);
    }
  }

  /** Those that are multiplied and added only, and are no parts of a rate. */
  default void eachOfNoRate(Consumer<Formula> leaves) {
    if (this instanceof Combined combined) {
      if (combined.operator != Operator.DIVIDED_BY || combined.right instanceof Constant) {
        combined.left.eachOfNoRate(leaves);
        combined.right.eachOfNoRate(leaves);
      }
    } else if (!(this instanceof Table) && !(this instanceof Power)) {
      eachLeaf(leaves);
    }
  }

  /** The rows of a part that the facts must answer. */
  static RowSet rows(Formula leaf) {
    if (leaf instanceof Aggregate aggregate) {
      return aggregate.rows;
    }
    return leaf instanceof OfTotal total ? total.rows : ((AsCounted) leaf).rows;
  }

  static Formula times(Formula left, Formula right) {
    return new Combined(Operator.TIMES, left, right);
  }

  static Formula dividedBy(Formula left, Formula right) {
    return new Combined(Operator.DIVIDED_BY, left, right);
  }
}
