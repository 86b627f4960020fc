package io.retainer.kpi.table;

import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The retention triangle: a row per month of first purchases with the customers of that month, and
 * the share of them that bought again in each later month. The first share is 100 % by definition.
 * A month that is not over has no share at all: it would be read as a drop.
 */
public final class CohortTriangle {

  private CohortTriangle() {}

  /**
   * @param rows month of the first row, months since, keys; months are counted from the year 0
   * @param until the day before which everything is known
   */
  public static TableResult of(List<List<BigDecimal>> rows, LocalDate until) {
    TreeMap<Integer, TreeMap<Integer, BigDecimal>> cohorts = new TreeMap<>();
    rows.forEach(
        row ->
            cohorts
                .computeIfAbsent(row.get(0).intValueExact(), cohort -> new TreeMap<>())
                .put(row.get(1).intValueExact(), row.get(2)));
    int firstOpenMonth = number(until);
    int width = cohorts.isEmpty() ? 1 : Math.max(1, firstOpenMonth - cohorts.firstKey());
    List<String> columns = new ArrayList<>(List.of("cohort", "customers"));
    for (int month = 0; month < width; month++) {
      columns.add(Integer.toString(month));
    }
    List<List<Object>> table = new ArrayList<>();
    BigDecimal base = BigDecimal.ZERO;
    BigDecimal returned = BigDecimal.ZERO;
    for (var cohort : cohorts.entrySet()) {
      BigDecimal size = cohort.getValue().get(0);
      List<Object> line = new ArrayList<>(List.of(name(cohort.getKey()), size));
      for (int month = 0; month < width; month++) {
        boolean isOver = cohort.getKey() + month < firstOpenMonth;
        BigDecimal active = cohort.getValue().getOrDefault(month, BigDecimal.ZERO);
        line.add(month == 0 ? BigDecimal.ONE : isOver ? TableResult.divided(active, size) : null);
        if (month == 1 && isOver) {
          base = base.add(size);
          returned = returned.add(active);
        }
      }
      table.add(line);
    }
    return TableResult.share(new KpiTable(columns, table), returned, base);
  }

  /** The month of a day, counted from the year 0; January is 1. */
  static int number(LocalDate day) {
    return day.getYear() * 12 + day.getMonthValue();
  }

  private static String name(int month) {
    return String.format(Locale.ROOT, "%04d-%02d", (month - 1) / 12, (month - 1) % 12 + 1);
  }
}
