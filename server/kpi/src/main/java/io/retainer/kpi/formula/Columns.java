package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a dataset aggregations name. */
public final class Columns {

  private Columns() {}

  /** The columns one aggregation names. */
  public static Set<String> of(Aggregation aggregation) {
    return NamedColumns.of(aggregation);
  }

  /** The columns that several measures name. */
  public static Set<String> of(List<Measure> measures) {
    Set<String> columns = new LinkedHashSet<>();
    measures.forEach(measure -> columns.addAll(NamedColumns.of(measure.aggregation())));
    return columns;
  }
}
