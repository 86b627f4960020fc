package io.retainer.model.fact;

import java.util.List;

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
   */
  FactAnswer answer(FactQuery query);

  /**
   * Answers many queries at once, in their order. Each answer is the one that {@link #answer}
   * gives, from one state of the facts; asking together only saves work.
   */
  default List<FactAnswer> answers(List<FactQuery> queries) {
    return queries.stream().map(this::answer).toList();
  }

  /** Answers a question whose answer is a table. */
  TableAnswer table(TableQuery query);
}
