package io.retainer.kpi.table;

import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Customers by their three scores, best first. */
public final class RfmTable {

  private static final List<String> COLUMNS =
      List.of("code", "recency", "frequency", "amount", "customers", "value");

  private RfmTable() {}

  /**
   * @param rows recency, frequency, amount, keys, value
   */
  public static TableResult of(List<List<BigDecimal>> rows) {
    List<List<Object>> table = new ArrayList<>();
    BigDecimal customers = BigDecimal.ZERO;
    for (int i = rows.size() - 1; i >= 0; i--) {
      List<BigDecimal> row = rows.get(i);
      List<Object> line = new ArrayList<>();
      line.add(
          row.get(0).toBigInteger() + "" + row.get(1).toBigInteger() + row.get(2).toBigInteger());
      line.addAll(row);
      table.add(line);
      customers = customers.add(row.get(3));
    }
    return TableResult.of(new KpiTable(COLUMNS, table), customers);
  }
}
