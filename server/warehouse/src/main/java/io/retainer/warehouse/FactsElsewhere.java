package io.retainer.warehouse;

import java.util.Optional;

/** Facts that are kept outside of the home. */
public sealed interface FactsElsewhere permits FactsInPostgres, FactsInTrino {

  /** Where that is, without a password. */
  String url();

  /** What it is: PostgreSQL or Trino. */
  String kind();

  /** Why nothing can be kept there, before it is tried. */
  default Optional<String> problem() {
    return Optional.empty();
  }

  /**
   * How many imports it knows, looked at without a change; empty when the first start makes the
   * tables.
   *
   * @throws WarehouseException when it cannot keep facts, with the reason and what to do
   */
  Optional<Long> imports();
}
