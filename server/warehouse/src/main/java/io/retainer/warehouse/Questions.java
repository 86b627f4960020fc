package io.retainer.warehouse;

import io.retainer.model.fact.Conversion;
import io.retainer.model.fact.FactAnswer;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.FactSource;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAnswer;
import io.retainer.model.fact.TableQuery;
import java.util.List;
import java.util.Optional;

/**
 * Questions to the facts, each from one snapshot. All of them throw a {@link WarehouseException}
 * when a statement fails or takes too long.
 *
 * @param conversions whose amounts are converted
 */
record Questions(Warehouse.Answers facts, Conversion.Choice conversions) implements FactSource {

  @Override
  public FactAnswer answer(FactQuery query) {
    return facts.read(
        "answer about " + query.dataset().name(),
        connection -> Plan.alone(facts.engine(connection), query, conversions));
  }

  /** As few statements as the questions allow: their number grows with the datasets. */
  @Override
  public List<FactAnswer> answers(List<FactQuery> queries) {
    return facts.read(
        "answer about " + queries.stream().map(query -> query.dataset().name()).distinct().toList(),
        connection -> Plan.together(facts.engine(connection), queries, conversions));
  }

  @Override
  public TableAnswer table(TableQuery query) {
    return facts.read(
        "answer about " + query.dataset().name(),
        connection -> Plan.table(facts.engine(connection), query, conversions));
  }

  @Override
  public Optional<List<String>> largest(FactQuery query, RowValue value, int limit) {
    return facts.read(
        "order groups of " + query.dataset().name(),
        connection -> Plan.largest(facts.engine(connection), query, value, limit, conversions));
  }
}
