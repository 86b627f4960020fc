package io.retainer.kpi.table;

import io.retainer.model.kpi.KpiTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The largest groups with their share of the total, and all others together. Equal ones stand in
 * the order of their names, so that two prints never differ.
 */
public final class RankingTable {

  private static final Comparator<Map.Entry<String, BigDecimal>> LARGEST_FIRST =
      Map.Entry.<String, BigDecimal>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private RankingTable() {}

  public static TableResult of(String dimension, Map<String, BigDecimal> groups, int limit) {
    return of(dimension, groups, BigDecimal.ZERO, limit);
  }

  /**
   * @param rest of all groups that are smaller than these
   */
  public static TableResult of(
      String dimension, Map<String, BigDecimal> groups, BigDecimal rest, int limit) {
    List<Map.Entry<String, BigDecimal>> sorted =
        groups.entrySet().stream().sorted(LARGEST_FIRST).toList();
    BigDecimal total = sum(sorted).add(rest);
    List<List<Object>> table = new ArrayList<>();
    for (int i = 0; i < Math.min(limit, sorted.size()); i++) {
      String name = sorted.get(i).getKey();
      table.add(
          row(
              BigDecimal.valueOf(i + 1L),
              name.isEmpty() ? "not stated" : name,
              sorted.get(i).getValue(),
              total));
    }
    BigDecimal other = sum(sorted.subList(Math.min(limit, sorted.size()), sorted.size())).add(rest);
    if (sorted.size() > limit || rest.signum() != 0) {
      table.add(row(null, "other", other, total));
    }
    return TableResult.of(new KpiTable(List.of("rank", dimension, "value", "share"), table), total);
  }

  private static List<Object> row(
      BigDecimal rank, String name, BigDecimal value, BigDecimal total) {
    List<Object> row = new ArrayList<>();
    row.add(rank);
    row.add(name);
    row.add(value);
    row.add(TableResult.divided(value, total));
    return row;
  }

  private static BigDecimal sum(List<Map.Entry<String, BigDecimal>> groups) {
    return groups.stream().map(Map.Entry::getValue).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
