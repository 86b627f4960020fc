package io.retainer.connector.ads;

import io.retainer.toolkit.Columns;
import io.retainer.toolkit.Fields;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What rows add up to, to be compared with what a line says that they do. */
final class SumOfRows {

  /** By how much a rounded amount may be off. */
  private static final BigDecimal HALF_A_PENNY = new BigDecimal("0.005");

  private final List<String> keys;
  private final Map<String, BigDecimal> sums = new HashMap<>();
  private long rows;

  SumOfRows(Columns columns) {
    this.keys =
        Stream.concat(AdKeys.COUNTS.stream(), AdKeys.DECIMALS.stream())
            .filter(key -> columns.has(key) && !key.equals("results"))
            .toList();
  }

  SumOfRows add(Fields fields) {
    rows++;
    for (String key : keys) {
      // A number that is kept back, or none, adds nothing that could be compared.
      if (fields.measured(row -> row.decimal(key)) instanceof BigDecimal value) {
        sums.merge(key, value, BigDecimal::add);
      }
    }
    return this;
  }

  SumOfRows add(SumOfRows other) {
    rows += other.rows;
    other.sums.forEach((key, sum) -> sums.merge(key, sum, BigDecimal::add));
    return this;
  }

  /** Whether all that both have is the same, and something is. */
  boolean is(SumOfRows other) {
    List<String> shared = sums.keySet().stream().filter(other.sums::containsKey).toList();
    return shared.stream().anyMatch(key -> sums.get(key).signum() != 0)
        && shared.stream().allMatch(key -> isNear(key, other));
  }

  private boolean isNear(String key, SumOfRows other) {
    BigDecimal least = AdKeys.COUNTS.contains(key) ? BigDecimal.ZERO : HALF_A_PENNY;
    BigDecimal off = sums.get(key).subtract(other.sums.get(key)).abs();
    return off.compareTo(least.multiply(BigDecimal.valueOf(rows + other.rows))) <= 0;
  }
}
