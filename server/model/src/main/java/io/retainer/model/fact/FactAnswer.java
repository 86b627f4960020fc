package io.retainer.model.fact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * @param cells the numbers; a period, bucket or group without rows has no cell
 * @param coverage for each period of the query, in its order, what the numbers rest on
 */
public record FactAnswer(List<Cell> cells, List<Coverage> coverage) {

  public FactAnswer {
    cells = List.copyOf(cells);
    coverage = List.copyOf(coverage);
  }

  /**
   * @param period index into the query's periods
   * @param bucket first day of the bucket, when the query asked for buckets
   * @param group values of the query's {@code by}, in its order; empty text where a row has none
   * @param values numbers by measure name; a measure without a number is absent
   * @param currencies by measure name, of the rows that its number is made of, earlier ones too;
   *     may be left out where the coverage has one at most
   */
  public record Cell(
      int period,
      Optional<LocalDate> bucket,
      List<String> group,
      Map<String, BigDecimal> values,
      Map<String, Set<String>> currencies) {

    public Cell {
      group = List.copyOf(group);
      values = Map.copyOf(values);
      currencies = Map.copyOf(currencies);
    }
  }
}
