package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.retainer.spi.Dataset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What an empty cell says. Of some columns it says that there was none, which is zero; but not
 * where the row's table has no such column, nor where the source keeps the value back.
 */
final class EmptyCells {

  private final Dataset dataset;
  private final Map<Long, Series> series = new LinkedHashMap<>();

  /**
   * @param periods whose chosen series the rows are from
   */
  EmptyCells(Dataset dataset, Collection<PeriodCoverage> periods) {
    this.dataset = dataset;
    for (PeriodCoverage period : periods) {
      period.chosen().forEach(choice -> series.put(choice.series().id(), choice.series()));
    }
  }

  /** Columns of which some values are kept back. */
  Set<String> keptBack() {
    Set<String> keptBack = new TreeSet<>();
    series.values().forEach(each -> keptBack.addAll(each.thresholds().keySet()));
    return keptBack;
  }

  /** Columns that rows may have no value in. */
  Set<String> lacking() {
    Set<String> lacking = new TreeSet<>();
    for (Series each : series.values()) {
      Set<String> gaps = new TreeSet<>(each.gaps());
      gaps.removeIf(column -> saysNone(column) && each.hasEverywhere(column));
      lacking.addAll(gaps);
    }
    return lacking;
  }

  /** Whether any of the tables has the column. */
  boolean isAnywhere(String column) {
    return series.values().stream().anyMatch(each -> each.hasAnywhere(column));
  }

  private boolean saysNone(String column) {
    return dataset.noneWhereEmpty().contains(column);
  }

  /** Puts zero in the place of empty cells that say so, among the columns of the facts. */
  void fill(Scope facts) {
    for (String column : new TreeSet<>(dataset.noneWhereEmpty())) {
      if (series.values().stream().anyMatch(each -> each.gaps().contains(column))) {
        Scope.Named cell = facts.named(column);
        facts.add(column, filled(facts, column), cell.type(), cell.places());
      }
    }
  }

  private Field<?> filled(Scope facts, String column) {
    Field<?> cell = facts.named(column).field();
    Condition isNone = cell.isNull();
    if (facts.keepsBack(column)) {
      isNone = isNone.and(DSL.not(facts.isKeptBack(column)));
    }
    for (Series each : series.values()) {
      if (!each.hasEverywhere(column)) {
        isNone = isNone.and(DSL.not(isWithout(column, each)));
      }
    }
    return filled(isNone, cell);
  }

  private static <T> Field<T> filled(Condition isNone, Field<T> cell) {
    return when(isNone, cast(inline(0), cell.getDataType())).otherwise(cell);
  }

  private static Condition isWithout(String column, Series series) {
    Condition isOfIt = FactRows.fact("series", SQLDataType.BIGINT).eq(series.id());
    return series.keyed()
        ? isOfIt.and(FactRows.fact("batch", SQLDataType.BIGINT).in(series.batchesWithout(column)))
        : isOfIt;
  }
}
