package io.retainer.kpi.rows;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactAnswer.Cell;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.spi.DateSpan;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of which the question's own condition is neither true nor false. */
record UndecidedRows(FactQuery query, List<Row> rows) {

  /**
   * @param given all rows of the dataset
   */
  static UndecidedRows of(FactQuery query, List<Row> given) {
    Optional<History> open =
        query
            .history()
            .map(history -> new History(history.key(), Optional.empty(), history.columns()));
    return new UndecidedRows(
        query,
        Histories.told(query.dataset(), query.dated(), open, given).stream()
            .filter(row -> RowConditions.isUndecided(query.where(), row))
            .toList());
  }

  /** The cells of a part of a period, with the numbers of these rows. */
  List<Cell> beside(List<Cell> cells, int period, Optional<LocalDate> bucket, DateSpan part) {
    Map<List<String>, Cell> all = new LinkedHashMap<>();
    cells.forEach(cell -> all.put(cell.group(), cell));
    for (Measure measure : query.measures()) {
      if (measure.aggregation() instanceof Aggregation.Undecided undecided) {
        for (Row row : rows) {
          boolean isBefore = row.day().isBefore(part.end());
          boolean isOnItsDay = undecided.ever() ? isBefore : part.contains(row.day());
          if (isOnItsDay
              && RowConditions.holds(undecided.where(), row)
              && RowNumbers.of(undecided.lack(), row).isPresent()) {
            List<String> group = query.by().stream().map(row::text).toList();
            Cell empty = new Cell(period, bucket, group, Map.of(), Map.of());
            all.merge(group, empty, (known, none) -> known);
            all.computeIfPresent(group, (any, cell) -> withOneMore(cell, measure.name()));
          }
        }
      }
    }
    return new ArrayList<>(all.values());
  }

  private static Cell withOneMore(Cell cell, String name) {
    Map<String, BigDecimal> values = new HashMap<>(cell.values());
    values.merge(name, BigDecimal.ONE, BigDecimal::add);
    return new Cell(cell.period(), cell.bucket(), cell.group(), values, cell.currencies());
  }
}
