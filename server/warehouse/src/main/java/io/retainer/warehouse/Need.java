package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import io.retainer.spi.Dataset;
import io.retainer.spi.Grain;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a query needs of a series.
 *
 * @param columns every column it names
 * @param fixed dimensions that do not count as a cut: the rows are grouped by them or held to one
 *     value
 * @param distinct columns it sums that count distinct people
 * @param levelsOnly it asks for states at the end of the period (or at its begin) and nothing else
 */
record Need(
    Set<String> columns,
    Set<String> fixed,
    Set<String> distinct,
    boolean levelsOnly,
    Optional<Grain> bucket) {

  static Need of(FactQuery query) {
    Dataset dataset = query.dataset();
    Set<String> columns = new TreeSet<>(query.by());
    Set<String> fixed = new HashSet<>(query.by());
    query.where().ifPresent(where -> collect(where, columns));
    query.where().ifPresent(where -> hold(where, fixed));
    query.perKey().ifPresent(inner -> columns.add(inner.key()));
    List<Measure> ofRows = query.perKey().map(inner -> inner.measures()).orElse(query.measures());
    Set<String> distinct = new TreeSet<>();
    for (Measure measure : ofRows) {
      collect(measure.aggregation(), columns);
      if (measure.aggregation() instanceof Aggregation.Sum sum) {
        Set<String> summed = new TreeSet<>();
        collect(sum.value(), summed);
        summed.removeIf(
            column ->
                dataset
                    .find(column)
                    .filter(known -> known.additivity() == Additivity.DISTINCT)
                    .isEmpty());
        distinct.addAll(summed);
      }
    }
    columns.forEach(dataset::column);
    return new Need(columns, fixed, distinct, areLevels(ofRows), query.bucket());
  }

  private static boolean areLevels(List<Measure> measures) {
    return measures.stream()
        .allMatch(
            measure ->
                measure.aggregation() instanceof Aggregation.CountOnLastDay
                    || measure.aggregation() instanceof Aggregation.Level level && !level.first());
  }

  private static void collect(Aggregation aggregation, Set<String> columns) {
    aggregation.where().ifPresent(where -> collect(where, columns));
    if (aggregation instanceof Aggregation.Sum sum) {
      collect(sum.value(), columns);
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      collect(statistic.value(), columns);
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      collect(mean.value(), columns);
      collect(mean.weight(), columns);
    } else if (aggregation instanceof Aggregation.Distinct distinct) {
      columns.add(distinct.column());
    } else if (aggregation instanceof Aggregation.Level level) {
      columns.add(level.column());
    } else if (aggregation instanceof Aggregation.ExistingKeys existing) {
      columns.add(existing.key());
    } else if (aggregation instanceof Aggregation.RetainedKeys retained) {
      columns.add(retained.key());
    }
  }

  static void collect(RowValue value, Set<String> columns) {
    if (value instanceof RowValue.ColumnValue column) {
      columns.add(column.column());
    } else if (value instanceof RowValue.Arithmetic arithmetic) {
      collect(arithmetic.left(), columns);
      collect(arithmetic.right(), columns);
    }
  }

  private static void collect(Condition condition, Set<String> columns) {
    if (condition instanceof Condition.Compare compare) {
      columns.add(compare.column());
    } else if (condition instanceof Condition.OneOf oneOf) {
      columns.add(oneOf.column());
    } else if (condition instanceof Condition.Matches matches) {
      columns.add(matches.column());
    } else if (condition instanceof Condition.Missing missing) {
      columns.add(missing.column());
    } else if (condition instanceof Condition.All all) {
      all.conditions().forEach(each -> collect(each, columns));
    } else if (condition instanceof Condition.AnyOf anyOf) {
      anyOf.conditions().forEach(each -> collect(each, columns));
    } else if (condition instanceof Condition.Not not) {
      collect(not.condition(), columns);
    }
  }

  private static void hold(Condition condition, Set<String> fixed) {
    if (condition instanceof Condition.Compare compare
        && compare.comparator() == Condition.Comparator.EQUAL) {
      fixed.add(compare.column());
    } else if (condition instanceof Condition.All all) {
      all.conditions().forEach(each -> hold(each, fixed));
    }
  }
}
