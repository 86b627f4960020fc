package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.NeededColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.SingleDays;
import io.retainer.spi.Additivity;
import io.retainer.spi.Dataset;
import io.retainer.spi.Grain;
import io.retainer.spi.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a query needs of a series.
 *
 * @param columns every column it names
 * @param required those that a table must have
 * @param fixed dimensions that do not count as a cut: the rows are grouped by them or held to one
 *     value
 * @param distinct columns it sums that count distinct people
 * @param levelsOnly it asks for states at the end of the period (or at its begin) and nothing else
 * @param ofWeekdays whether it is for their weekdays that rows have to be of single days
 */
record Need(
    Set<String> columns,
    Set<String> required,
    Set<String> fixed,
    Set<String> distinct,
    boolean levelsOnly,
    Optional<Grain> bucket,
    boolean ofWeekdays) {

  private static final String CURRENCY = "currency";

  static Need of(FactQuery query) {
    Dataset dataset = query.dataset();
    Set<String> columns = new TreeSet<>(query.by());
    Set<String> fixed = new HashSet<>(query.by());
    columns.addAll(NamedColumns.of(query.where()));
    query.where().ifPresent(where -> hold(where, fixed));
    query.perKey().ifPresent(inner -> columns.add(inner.key()));
    List<Measure> ofRows = query.perKey().map(inner -> inner.measures()).orElse(query.measures());
    Set<String> distinct = new TreeSet<>();
    for (Measure measure : ofRows) {
      columns.addAll(NamedColumns.of(measure.aggregation()));
      columns.addAll(measure.aggregation().profiles());
      if (measure.aggregation() instanceof Aggregation.Sum sum
          && sumsDistinct(sum.value(), dataset)) {
        Set<String> summed = new TreeSet<>(NamedColumns.of(sum.value()));
        summed.removeIf(
            column ->
                dataset
                    .find(column)
                    .filter(known -> known.additivity() == Additivity.DISTINCT)
                    .isEmpty());
        distinct.addAll(summed);
      }
    }
    // Beside what is grouped by key they are of the rows all the same.
    query.measures().stream()
        .filter(Answering::isOfRowsBeside)
        .map(Measure::aggregation)
        .forEach(
            beside -> {
              columns.addAll(NamedColumns.of(beside));
              columns.addAll(beside.profiles());
            });
    query.dated().ifPresent(columns::add);
    query.history().ifPresent(history -> resolve(history, columns));
    columns.forEach(dataset::column);
    return new Need(
        columns,
        required(query),
        fixed,
        distinct,
        areLevels(ofRows),
        split(query),
        SingleDays.areAsked(query));
  }

  /** Into what rows have to be split: who asks for weekdays needs those of single days. */
  private static Optional<Grain> split(FactQuery query) {
    return SingleDays.areAsked(query) ? Optional.of(Grain.DAY) : query.bucket();
  }

  /** Every amount has a currency, whether its table has a column for it or says it once. */
  private static Set<String> required(FactQuery query) {
    Set<String> required = NeededColumns.of(query);
    boolean hasMoney =
        required.stream()
            .flatMap(name -> query.dataset().find(name).stream())
            .anyMatch(column -> column.unit() == Unit.MONEY);
    if (hasMoney && !query.by().contains(CURRENCY)) {
      required.remove(CURRENCY);
    }
    return required;
  }

  /** What a history tells comes from its key and from the columns that it looks at. */
  private static void resolve(History history, Set<String> columns) {
    if (!history.columns().isEmpty()) {
      columns.add(history.key());
    }
    columns.addAll(NamedColumns.of(history.where()));
    for (History.Told told : history.columns()) {
      columns.remove(told.name());
      told.column().ifPresent(columns::add);
    }
  }

  /** Whether distinct people would be added. */
  static boolean sumsDistinct(RowValue value, Dataset dataset) {
    return !ShortfallAsked.isIt(value)
        && NamedColumns.of(value).stream()
            .flatMap(column -> dataset.find(column).stream())
            .anyMatch(column -> column.additivity() == Additivity.DISTINCT);
  }

  Need with(Set<String> allColumns) {
    return new Need(allColumns, required, fixed, distinct, levelsOnly, bucket, ofWeekdays);
  }

  private static boolean areLevels(List<Measure> measures) {
    List<Measure> numbers =
        measures.stream().filter(measure -> !ShortfallAsked.isIt(measure)).toList();
    return !numbers.isEmpty()
        && numbers.stream()
            .allMatch(
                measure ->
                    measure.aggregation().isOfLastRows()
                        || measure.aggregation() instanceof Aggregation.Level level
                            && !level.first());
  }

  private static void hold(Condition condition, Set<String> fixed) {
    if (condition instanceof Condition.Compare compare
        && compare.comparator() == Condition.Comparator.EQUAL) {
      fixed.add(compare.column());
    } else if (condition instanceof Condition.Exactly exactly) {
      fixed.add(exactly.column());
    } else if (condition instanceof Condition.Not not
        && not.condition() instanceof Condition.Exactly exactly) {
      // Some groups and all others are parts of the same rows.
      fixed.add(exactly.column());
    } else if (condition instanceof Condition.All all) {
      all.conditions().forEach(each -> hold(each, fixed));
    }
  }
}
