package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.firstValue;
import static org.jooq.impl.DSL.lag;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.History;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Facts beside what each row knows of all rows of its key, in one pass of window functions. */
final class HistorySql {

  private final History history;
  private final Dataset dataset;
  private final Field<LocalDate> day;

  /**
   * @param day the day that a row is counted on
   */
  HistorySql(History history, Dataset dataset, Field<LocalDate> day) {
    this.history = history;
    this.dataset = dataset;
    this.day = day;
  }

  /**
   * @param inForce which rows there are at all
   * @param isCurrencyTold whether the currency of the first row is told too
   */
  Select<?> told(
      Table<?> table,
      Condition inForce,
      FactsInOneCurrency facts,
      ClockSql clock,
      boolean isCurrencyTold) {
    Scope scope = facts.scope(clock);
    List<Field<?>> columns = new ArrayList<>();
    if (isCurrencyTold) {
      columns.add(currency(scope, facts.currency()).as(Names.TOLD_CURRENCY));
    }
    for (History.Told told : history.columns()) {
      Field<?> key = scope.named(history.key()).field();
      columns.add(when(key.isNotNull(), value(told, key, scope)).as(name(told.name())));
    }
    return DSL.select(DSL.asterisk())
        .select(columns)
        .from(table)
        .where(inForce)
        .and(new MeasureSql(scope, dataset).where(history.where()));
  }

  private Field<?> value(History.Told told, Field<?> key, Scope scope) {
    return switch (told.tells()) {
      case NTH -> rowNumber().over().partitionBy(key).orderBy(order(scope));
      case FIRST ->
          firstValue(scope.named(told.column().orElseThrow()).field())
              .over()
              .partitionBy(key)
              .orderBy(order(scope));
      case DAYS_SINCE_FIRST -> days(min(day).over().partitionBy(key));
      case DAYS_SINCE_PREVIOUS -> days(lag(day).over().partitionBy(key).orderBy(order(scope)));
    };
  }

  private Field<String> currency(Scope scope, Field<String> own) {
    Field<?> key = scope.named(history.key()).field();
    return when(key.isNotNull(), firstValue(own).over().partitionBy(key).orderBy(order(scope)));
  }

  private Field<Long> days(Field<LocalDate> since) {
    return ByDialect.daysBetween(
        cast(since, SQLDataType.LOCALDATE), cast(day, SQLDataType.LOCALDATE));
  }

  private List<OrderField<?>> order(Scope scope) {
    // Rows without the date that puts them into a period come last, in every database.
    List<OrderField<?>> order = new ArrayList<>(List.of(day.asc().nullsLast()));
    dataset.columns().stream()
        .filter(column -> column.type() == ColumnType.TIMESTAMP)
        .findFirst()
        .map(Column::name)
        .ifPresent(moment -> order.add(scope.named(moment).field().asc().nullsLast()));
    dataset.key().forEach(part -> order.add(scope.named(part).field().asc().nullsLast()));
    return order;
  }
}
