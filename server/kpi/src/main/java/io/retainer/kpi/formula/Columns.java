package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which columns of a dataset a question names. */
public final class Columns {

  private Columns() {}

  public static Set<String> of(FactQuery query) {
    Set<String> columns = new LinkedHashSet<>(query.by());
    columns.addAll(NamedColumns.of(query.where()));
    if (query.perKey().isPresent()) {
      columns.add(query.perKey().get().key());
      columns.addAll(of(query.perKey().get().measures()));
    } else {
      columns.addAll(of(query.measures()));
    }
    query.dated().ifPresent(columns::add);
    query.history().ifPresent(history -> resolve(history, columns));
    return columns;
  }

  /** What a history tells comes from its key and from the columns that it looks at. */
  private static void resolve(History history, Set<String> columns) {
    columns.add(history.key());
    columns.addAll(NamedColumns.of(history.where()));
    for (History.Told told : history.columns()) {
      columns.remove(told.name());
      told.column().ifPresent(columns::add);
    }
  }

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
