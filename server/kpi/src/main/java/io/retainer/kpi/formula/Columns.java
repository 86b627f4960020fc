package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which columns of a dataset aggregations name. */
public final class Columns {

  private Columns() {}

  /** The columns one aggregation names. */
  public static Set<String> of(Aggregation aggregation) {
    return NamedColumns.of(aggregation);
  }

  /** Columns whose missing value makes the whole missing. */
  public static Stream<String> bare(RowValue value) {
    if (value instanceof RowValue.ColumnValue column) {
      return Stream.of(column.column());
    }
    if (value instanceof RowValue.Elapsed elapsed) {
      return Stream.of(elapsed.from(), elapsed.to());
    }
    return value instanceof RowValue.Arithmetic arithmetic
        ? Stream.concat(bare(arithmetic.left()), bare(arithmetic.right()))
        : Stream.empty();
  }

  /** The columns that several measures name. */
  public static Set<String> of(List<Measure> measures) {
    Set<String> columns = new LinkedHashSet<>();
    measures.forEach(measure -> columns.addAll(NamedColumns.of(measure.aggregation())));
    return columns;
  }
}
