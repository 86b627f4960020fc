package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.AsCounted;
import io.retainer.kpi.formula.Formula.OfTotal;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One number that a formula adds or takes off: a column, or a number of rows, under its conditions.
 * What is added within each row is added as well.
 *
 * @param factor below zero for what is taken off
 * @param measure the same for numbers of the same thing, whatever rows they are of
 * @param column of the dataset, where it is one
 * @param isOfRows whether a row that is not in another number adds nothing to it: people may be in
 *     both
 */
record Summand(
    BigDecimal factor,
    RowSet rows,
    Set<Condition> conditions,
    Measure measure,
    Optional<String> column,
    boolean isOfRows) {

  /** What is counted, and of it what: all days, the last one, the first one. */
  record Measure(String how, Object what) {

    /** Whether it is a level at one end of the period. */
    boolean isOfEnd() {
      return how.equals(FIRST) || how.equals(LAST);
    }
  }

  /** A number of rows, of all days. */
  static final Measure ROWS = new Measure("rows", "");

  private static final String FIRST = "first";
  private static final String LAST = "last";

  /**
   * @return empty where a part of it is neither a column nor a number of rows
   */
  static Optional<List<Summand>> in(Formula formula) {
    List<Summand> found = new ArrayList<>();
    for (Terms.Term term : Terms.of(formula)) {
      if (!term.over().isEmpty() || !add(term, found)) {
        return Optional.empty();
      }
    }
    return Optional.of(found);
  }

  /**
   * @return false when the term, whatever it is divided by, is something else
   */
  static boolean add(Terms.Term term, List<Summand> found) {
    Formula leaf = term.of();
    if (leaf instanceof AsCounted counted) {
      found.add(
          new Summand(
              term.factor(),
              counted.rows(),
              Condition.conjuncts(counted.rows().where()),
              new Measure("people", counted.column()),
              Optional.of(counted.column()),
              false));
      return true;
    } else if (leaf instanceof OfTotal total) {
      return new Leaf(term.factor(), total.rows(), total.aggregation()).add(found);
    }
    return leaf instanceof Aggregate aggregate
        && new Leaf(term.factor(), aggregate.rows(), aggregate.aggregation()).add(found);
  }

  /** The parts of a value that is computed from each row. */
  static List<Summand> in(RowSet rows, RowValue value) {
    List<Summand> found = new ArrayList<>();
    new Leaf(BigDecimal.ONE, rows, new Aggregation.Sum(value, Optional.empty())).add(found);
    return found;
  }

  boolean isAdded() {
    return factor.signum() > 0;
  }

  /** Whether it is as much of the same rows, their conditions aside. */
  boolean isOfRowsOf(Summand other) {
    return rows.dataset().equals(other.rows.dataset())
        && rows.dated().equals(other.rows.dated())
        && (rows.perKey().isEmpty() && other.rows.perKey().isEmpty() || rows.equals(other.rows));
  }

  /** Whether both are the same number, of whatever rows. */
  boolean isLike(Summand other) {
    return measure.equals(other.measure) && isOfRowsOf(other);
  }

  /** A number that the facts give. */
  private record Leaf(BigDecimal factor, RowSet rows, Aggregation aggregation) {

    boolean add(List<Summand> found) {
      if (aggregation instanceof Aggregation.Sum sum) {
        add("sum", sum.value(), factor, found);
      } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
        add("sum on the last day", sum.value(), factor, found);
      } else if (aggregation instanceof Aggregation.Count) {
        found.add(of(ROWS, Optional.empty(), true));
      } else if (aggregation instanceof Aggregation.CountOnLastDay) {
        found.add(of(new Measure("rows of the last day", ""), Optional.empty(), true));
      } else if (aggregation instanceof Aggregation.Level level) {
        String end = level.first() ? FIRST : LAST;
        found.add(of(new Measure(end, level.column()), Optional.of(level.column()), true));
      } else if (aggregation instanceof Aggregation.Distinct keys) {
        boolean tellsRowsApart = rows.dataset().key().equals(List.of(keys.column()));
        found.add(of(new Measure("different", keys.column()), Optional.empty(), tellsRowsApart));
      } else {
        return false;
      }
      return true;
    }

    private void add(String how, RowValue value, BigDecimal times, List<Summand> found) {
      if (value instanceof RowValue.Arithmetic arithmetic) {
        RowValue left = arithmetic.left();
        RowValue right = arithmetic.right();
        Operator operator = arithmetic.operator();
        if (operator == Operator.PLUS || operator == Operator.MINUS) {
          add(how, left, times, found);
          add(how, right, operator == Operator.PLUS ? times : times.negate(), found);
          return;
        } else if (operator == Operator.TIMES && left instanceof RowValue.Constant constant) {
          add(how, right, times.multiply(constant.value()), found);
          return;
        } else if (operator == Operator.TIMES && right instanceof RowValue.Constant constant) {
          add(how, left, times.multiply(constant.value()), found);
          return;
        } else if (operator == Operator.DIVIDED_BY
            && right instanceof RowValue.Constant constant
            && constant.value().signum() != 0) {
          add(how, left, times.divide(constant.value(), MathContext.DECIMAL128), found);
          return;
        }
      } else if (value instanceof RowValue.IfMissing ifMissing) {
        add(how, ifMissing.value(), times, found);
        return;
      }
      Optional<String> column =
          value instanceof RowValue.ColumnValue named
              ? ofDataset(named.column())
              : Optional.empty();
      found.add(new Summand(times, rows, conditions(), new Measure(how, value), column, true));
    }

    /** What an inner grouping adds up is added up again, and is the same in the end. */
    private Optional<String> ofDataset(String column) {
      return rows.perKey().isEmpty()
          ? Optional.of(column)
          : rows.perKey().get().measures().stream()
              .filter(result -> result.name().equals(column))
              .flatMap(
                  result ->
                      result.aggregation() instanceof Aggregation.Sum sum
                              && sum.where().isEmpty()
                              && sum.value() instanceof RowValue.ColumnValue summed
                          ? Optional.of(summed.column()).stream()
                          : Optional.<String>empty().stream())
              .findFirst();
    }

    private Summand of(Measure measure, Optional<String> column, boolean isOfRows) {
      return new Summand(factor, rows, conditions(), measure, column, isOfRows);
    }

    /** Rows of an inner grouping are keys, which its own condition did not choose. */
    private Set<Condition> conditions() {
      Set<Condition> all = new HashSet<>(Condition.conjuncts(aggregation.where()));
      if (rows.perKey().isEmpty()) {
        all.addAll(Condition.conjuncts(rows.where()));
      }
      return all;
    }
  }
}
