package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which columns of a dataset a question names. */
public final class Columns {

  private Columns() {}

  public static Set<String> of(FactQuery query) {
    Set<String> columns = new LinkedHashSet<>(query.by());
    add(query.where(), columns);
    if (query.perKey().isPresent()) {
      columns.add(query.perKey().get().key());
      query.perKey().get().measures().forEach(m -> add(m.aggregation(), columns));
    } else {
      query.measures().forEach(measure -> add(measure.aggregation(), columns));
    }
    return columns;
  }

  /** The columns one aggregation names. */
  public static Set<String> of(Aggregation aggregation) {
    Set<String> columns = new LinkedHashSet<>();
    add(aggregation, columns);
    return columns;
  }

  /** The columns that several measures name. */
  public static Set<String> of(List<Measure> measures) {
    Set<String> columns = new LinkedHashSet<>();
    measures.forEach(measure -> add(measure.aggregation(), columns));
    return columns;
  }

  private static void add(Aggregation aggregation, Set<String> columns) {
    add(aggregation.where(), columns);
    if (aggregation instanceof Aggregation.Sum sum) {
      add(sum.value(), columns);
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      add(statistic.value(), columns);
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      add(mean.value(), columns);
      add(mean.weight(), columns);
    } else if (aggregation instanceof Aggregation.Distinct distinct) {
      columns.add(distinct.column());
    } else if (aggregation instanceof Aggregation.Level level) {
      columns.add(level.column());
    } else if (aggregation instanceof Aggregation.ExistingKeys keys) {
      columns.add(keys.key());
    } else if (aggregation instanceof Aggregation.RetainedKeys keys) {
      columns.add(keys.key());
    }
  }

  private static void add(RowValue value, Set<String> columns) {
    if (value instanceof RowValue.ColumnValue column) {
      columns.add(column.column());
    } else if (value instanceof RowValue.Arithmetic arithmetic) {
      add(arithmetic.left(), columns);
      add(arithmetic.right(), columns);
    }
  }

  private static void add(Optional<Condition> condition, Set<String> columns) {
    condition.ifPresent(present -> add(present, columns));
  }

  private static void add(Condition condition, Set<String> columns) {
    if (condition instanceof Condition.Compare compare) {
      columns.add(compare.column());
    } else if (condition instanceof Condition.OneOf oneOf) {
      columns.add(oneOf.column());
    } else if (condition instanceof Condition.Matches matches) {
      columns.add(matches.column());
    } else if (condition instanceof Condition.Missing missing) {
      columns.add(missing.column());
    } else if (condition instanceof Condition.Not not) {
      add(not.condition(), columns);
    } else if (condition instanceof Condition.All all) {
      all.conditions().forEach(inner -> add(inner, columns));
    } else if (condition instanceof Condition.AnyOf any) {
      any.conditions().forEach(inner -> add(inner, columns));
    }
  }
}
