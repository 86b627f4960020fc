package io.retainer.kpi;

import io.retainer.kpi.formula.Block;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Coverage;
import io.retainer.model.fact.Reason;
import io.retainer.model.kpi.KpiValue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What the facts said for one period and group.
 *
 * @param totals the same numbers of all groups together
 * @param isOfUnlikeDays whether some parts have days that others lack
 * @param expected what models give that are a part of a formula
 * @param earlier why days are missing that it looks back to
 */
record Numbers(
    Map<RowSet, Map<Aggregation, BigDecimal>> byRows,
    Map<RowSet, Map<Aggregation, BigDecimal>> totals,
    Coverage coverage,
    boolean isOfUnlikeDays,
    Map<Block.Expected, KpiValue> expected,
    Optional<Reason> earlier) {

  Numbers(
      Map<RowSet, Map<Aggregation, BigDecimal>> byRows,
      Map<RowSet, Map<Aggregation, BigDecimal>> totals,
      Coverage coverage,
      boolean isOfUnlikeDays) {
    this(byRows, totals, coverage, isOfUnlikeDays, Map.of(), Optional.empty());
  }

  /** All parts have the same days. */
  Numbers(
      Map<RowSet, Map<Aggregation, BigDecimal>> byRows,
      Map<RowSet, Map<Aggregation, BigDecimal>> totals,
      Coverage coverage) {
    this(byRows, totals, coverage, false);
  }

  Numbers with(Map<Block.Expected, KpiValue> ofModels) {
    return new Numbers(byRows, totals, coverage, isOfUnlikeDays, ofModels, earlier);
  }

  Numbers lacking(Optional<Reason> earlierDays) {
    return new Numbers(byRows, totals, coverage, isOfUnlikeDays, expected, earlierDays);
  }

  /** The number of rows, asked beside every other measure. */
  static final Aggregation ROWS = new Aggregation.Count(Optional.empty());

  /** The number of rows that a sum of the last day is over, before a condition of its own. */
  static Aggregation rowsOfLastDay(Aggregation sum) {
    return new Aggregation.CountOnLastDay(sum.profiles(), Optional.empty());
  }

  Optional<BigDecimal> number(RowSet rows, Aggregation aggregation) {
    return Optional.ofNullable(byRows.get(rows).get(aggregation));
  }

  Optional<BigDecimal> total(RowSet rows, Aggregation aggregation) {
    return Optional.ofNullable(totals.get(rows).get(aggregation));
  }

  boolean hasRows(RowSet rows) {
    return number(rows, ROWS).map(count -> count.signum() > 0).orElse(false);
  }
}
