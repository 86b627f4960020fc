package io.retainer.model.kpi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A result that is more than one number: a retention triangle, a ranking, a funnel.
 *
 * @param columns names in English; the first ones say what a row is about
 * @param rows cells are a {@link String}, a {@link BigDecimal} or null where there is nothing to
 *     say, which is not zero
 */
public record KpiTable(List<String> columns, List<List<Object>> rows) {

  public KpiTable {
    columns = List.copyOf(columns);
    List<List<Object>> copies = new ArrayList<>();
    for (List<Object> row : rows) {
      if (row.size() != columns.size()) {
        throw new IllegalArgumentException("A row of " + columns + " is " + row);
      }
      for (Object cell : row) {
        if (cell != null && !(cell instanceof String) && !(cell instanceof BigDecimal)) {
          throw new IllegalArgumentException("A cell is a text or a number, not " + cell);
        }
      }
      copies.add(Collections.unmodifiableList(new ArrayList<>(row)));
    }
    rows = List.copyOf(copies);
  }
}
