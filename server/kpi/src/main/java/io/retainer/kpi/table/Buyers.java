package io.retainer.kpi.table;

import java.math.BigDecimal;
import java.util.List;

/**
 * Customers with the same purchases.
 *
 * @param repeats purchases after the first one
 * @param last weeks from the first purchase to the last
 * @param age weeks from the first purchase to the end of what was observed
 * @param spent on repeats whose worth is known, all together
 * @param valued how many these are
 * @param count how many customers
 */
record Buyers(double repeats, double last, double age, double spent, double valued, double count) {

  private static final double DAYS_OF_A_WEEK = 7;

  static List<Buyers> of(List<List<BigDecimal>> rows) {
    return rows.stream()
        .map(
            row ->
                new Buyers(
                    row.get(0).doubleValue(),
                    row.get(1).doubleValue() / DAYS_OF_A_WEEK,
                    row.get(2).doubleValue() / DAYS_OF_A_WEEK,
                    row.get(3).doubleValue(),
                    row.get(4).doubleValue(),
                    row.get(5).doubleValue()))
        .toList();
  }

  /** What one repeat purchase was worth on average. */
  double average() {
    return spent / valued;
  }
}
