package io.retainer.warehouse;

import io.retainer.spi.Column;
import io.retainer.spi.Suppressed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values of a table that its source keeps back as below a threshold, counted by column. */
final class KeptBack {

  private final Map<String, Values> byColumn = new TreeMap<>();

  /**
   * @param threshold the highest that the source named
   */
  record Values(long count, Optional<BigDecimal> threshold) {

    Values and(Suppressed another) {
      Optional<BigDecimal> highest =
          threshold.isPresent() && another.below().isPresent()
              ? threshold.map(known -> known.max(another.below().get()))
              : threshold.or(another::below);
      return new Values(count + 1, highest);
    }
  }

  /** Counts those of a row and names their columns, each between commas; null for none. */
  String note(List<Column> columns, Object[] values) {
    StringBuilder names = null;
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Suppressed suppressed) {
        String name = columns.get(i).name();
        names = names == null ? new StringBuilder(",") : names;
        names.append(name).append(',');
        byColumn.merge(
            name, new Values(1, suppressed.below()), (known, one) -> known.and(suppressed));
      }
    }
    return names == null ? null : names.toString();
  }

  Map<String, Values> byColumn() {
    return byColumn;
  }
}
