package io.retainer.kpi;

import io.retainer.kpi.formula.Columns;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.NeededColumns;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.SingleDays;
import io.retainer.spi.Additivity;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What some aggregations over the same rows need of a table: it decides which of a source's tables
 * answers them.
 *
 * @param columns all that they name
 * @param required those that the table must have
 * @param addedPeople columns of distinct people that are summed: best is a single row of them
 * @param ofSingleDays whether rows of a month or a week do not do
 * @param ofLevels whether its last day is enough
 */
record NeededTable(
    Set<String> columns,
    Set<String> required,
    Set<String> addedPeople,
    boolean ofSingleDays,
    boolean ofLevels) {

  static NeededTable of(RowSet rows, Set<Aggregation> aggregations) {
    Set<String> columns = new LinkedHashSet<>();
    Set<String> required = new LinkedHashSet<>();
    for (Aggregation aggregation : aggregations) {
      columns.addAll(Columns.of(aggregation));
      required.addAll(NeededColumns.of(aggregation));
    }
    return new NeededTable(
        columns,
        required,
        addedPeople(rows, aggregations),
        isOfSingleDays(rows, aggregations),
        aggregations.stream().allMatch(NeededTable::isOfLastDay));
  }

  /** Whether weekdays are asked of the rows. */
  static boolean isOfSingleDays(RowSet rows, Set<Aggregation> aggregations) {
    Collection<Aggregation> ofRows =
        rows.perKey()
            .map(PerKey::measures)
            .<Collection<Aggregation>>map(
                inner -> inner.stream().map(Measure::aggregation).toList())
            .orElse(aggregations);
    return SingleDays.areNamed(rows.where())
        || SingleDays.areNamed(rows.history().flatMap(History::where))
        || ofRows.stream().anyMatch(SingleDays::areNamed);
  }

  private static Set<String> addedPeople(RowSet rows, Set<Aggregation> aggregations) {
    return aggregations.stream()
        .filter(Aggregation.Sum.class::isInstance)
        .flatMap(sum -> NamedColumns.ofValues(sum).stream())
        .filter(
            column ->
                rows.dataset()
                    .find(column)
                    .filter(known -> known.additivity() == Additivity.DISTINCT)
                    .isPresent())
        .collect(Collectors.toSet());
  }

  private static boolean isOfLastDay(Aggregation aggregation) {
    return aggregation.isOfLastRows()
        || aggregation instanceof Aggregation.Level level && !level.first();
  }
}
