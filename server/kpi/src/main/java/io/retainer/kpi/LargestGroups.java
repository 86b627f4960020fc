package io.retainer.kpi;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.Constant;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.client.Client;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the largest groups where there are more than an answer may have: the facts order them, by
 * the KPI's own formula.
 *
 * @param totals of all groups together, for a share of the whole
 */
record LargestGroups(FactSource facts, Client client, DateSpan span, Numbers totals) {

  /** Their names, the largest first; empty when the formula is made of rows of several kinds. */
  Optional<List<String>> of(Way way, String dimension, int limit) {
    if (way.asks().size() != 1) {
      return Optional.empty();
    }
    RowSet rows = way.asks().keySet().iterator().next();
    Set<Aggregation> aggregations = way.asks().get(rows);
    Question question = Question.of(rows, aggregations, List.of(dimension));
    FactQuery query = question.query(client, aggregations, List.of(span), Optional.empty());
    return value(way.formula(), question.names(aggregations))
        .flatMap(value -> facts.largest(query, value, limit));
  }

  private Optional<RowValue> value(Formula formula, Map<String, Aggregation> names) {
    if (formula instanceof Constant constant) {
      return Optional.of(new RowValue.Constant(constant.value()));
    } else if (formula instanceof Combined combined) {
      Optional<RowValue> left = value(combined.left(), names);
      Optional<RowValue> right = value(combined.right(), names);
      return left.isPresent() && right.isPresent()
          ? Optional.of(new RowValue.Arithmetic(combined.operator(), left.get(), right.get()))
          : Optional.empty();
    } else if (formula instanceof Formula.OfTotal total) {
      return Optional.of(
          new RowValue.Constant(
              totals.number(total.rows(), total.aggregation()).orElse(BigDecimal.ZERO)));
    } else if (formula instanceof Formula.Power
        || formula instanceof Formula.Table
        || formula instanceof Formula.Expectation) {
      return Optional.empty();
    }
    Aggregation aggregation = Way.aggregation(formula);
    return names.entrySet().stream()
        .filter(name -> name.getValue().equals(aggregation))
        .findFirst()
        .map(name -> orZero(new RowValue.ColumnValue(name.getKey()), aggregation));
  }

  /** No row that a condition leaves is nothing, not a missing number. */
  private static RowValue orZero(RowValue value, Aggregation aggregation) {
    boolean adds =
        aggregation instanceof Aggregation.Sum
            || aggregation instanceof Aggregation.SumOfCounts
            || aggregation instanceof Aggregation.SumOnLastDay;
    return adds && aggregation.where().isPresent()
            || aggregation instanceof Aggregation.WeightedMean
        ? new RowValue.IfMissing(value, new RowValue.Constant(BigDecimal.ZERO))
        : value;
  }
}
