package io.retainer.model.fact;

import java.util.List;
import java.util.Optional;

/**
 * Where facts are asked for. Implemented by the warehouse, and over given rows for the examples.
 */
public interface FactSource {

  /**
   * Answers all measures, periods and groups of the query together.
   *
   * <p>For each source and account one series of rows is chosen (see {@link
   * io.retainer.spi.TableHeader#cut}): one that has every column and dimension the query names and
   * covers most of the period; numerators and denominators always come from the same rows.
   *
   * @throws TooManyGroups when there are more groups than one answer may have
   */
  FactAnswer answer(FactQuery query);

  /**
   * Answers many queries at once, in their order. Each answer is the one that {@link #answer}
   * gives, from one state of the facts; asking together only saves work.
   */
  default List<FactAnswer> answers(List<FactQuery> queries) {
    return queries.stream().map(this::answer).toList();
  }

  /**
   * The first groups by a value, however many there are: the largest value first, those without one
   * last, equal ones by name. Groups are told by one dimension, over one period.
   *
   * @param value made of the query's measures, which it names as columns
   * @return empty when the source cannot order by such a value
   */
  default Optional<List<String>> largest(FactQuery query, RowValue value, int limit) {
    return Optional.empty();
  }

  /** Answers a question whose answer is a table. */
  TableAnswer table(TableQuery query);
}
