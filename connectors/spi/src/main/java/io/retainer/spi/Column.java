package io.retainer.spi;

import java.util.Optional;

/**
 * A column of a canonical dataset.
 *
 * @param name snake_case, the word KPI scripts use
 * @param weight the column that weighs this one, for {@link Additivity#WEIGHTED} only
 */
public record Column(
    String name, ColumnType type, Unit unit, Additivity additivity, Optional<String> weight) {

  public Column {
    if (weight.isPresent() != (additivity == Additivity.WEIGHTED)) {
      throw new IllegalArgumentException(
          "Column " + name + " is " + additivity + " and its weight is " + weight);
    }
  }

  /** Whether the source reckons what nobody counted; the name says so. */
  public boolean isEstimated() {
    return name.startsWith("estimated_");
  }
}
