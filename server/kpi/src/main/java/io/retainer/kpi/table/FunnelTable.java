package io.retainer.kpi.table;

import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Things by the furthest step they reached. Who skipped a step has passed it, so no step is reached
 * by more than the one before and no drop is negative.
 */
public final class FunnelTable {

  private static final List<String> COLUMNS =
      List.of("step", "reached", "of first", "of step before", "dropped");

  private FunnelTable() {}

  /**
   * @param reached how many reached each step or a later one
   */
  public static TableResult of(List<String> steps, List<BigDecimal> reached) {
    List<List<Object>> table = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      List<Object> row = new ArrayList<>();
      row.add(steps.get(i));
      row.add(reached.get(i));
      row.add(TableResult.divided(reached.get(i), reached.get(0)));
      BigDecimal kept = i == 0 ? null : TableResult.divided(reached.get(i), reached.get(i - 1));
      row.add(kept);
      row.add(kept == null ? null : BigDecimal.ONE.subtract(kept));
      table.add(row);
    }
    return TableResult.share(
        new KpiTable(COLUMNS, table), reached.get(reached.size() - 1), reached.get(0));
  }
}
