package io.retainer.warehouse;

import static io.retainer.warehouse.FactRows.fact;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.val;

import io.retainer.spi.Column;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The statements that read rows of one table for somebody to look at. Names of columns come from
 * the vocabulary; what was typed is bound.
 */
final class RowsSelect {

  /** What stands before the table's columns. */
  static final int OWN = 6;

  private static final Field<LocalDate> START = fact("period_start", SQLDataType.LOCALDATE);

  private final RowsAsk ask;
  private final DataTable table;

  RowsSelect(RowsAsk ask, DataTable table) {
    this.ask = ask;
    this.table = table;
  }

  /**
   * @param skip rows before the first one
   */
  Select<?> rows(long skip, long most) {
    List<Field<?>> fields = new ArrayList<>();
    fields.add(field(name("f", "batch")));
    fields.add(field(name("f", "line")));
    fields.add(START);
    fields.add(fact("period_end", SQLDataType.LOCALDATE));
    fields.add(fact("currency", SQLDataType.VARCHAR));
    fields.add(field(name("f", FactTable.SUPPRESSED)));
    table.columns().forEach(column -> fields.add(of(column)));
    return DSL.select(fields)
        .from(FactRows.factTable(table.dataset()))
        .where(where())
        .orderBy(order())
        .limit(most)
        .offset(skip);
  }

  /** Any two rows that differ have an order, so that no page has what another one has. */
  private List<OrderField<?>> order() {
    List<OrderField<?>> order = new ArrayList<>();
    Field<?> by =
        ask.sort()
            .filter(asked -> !asked.equals(RowsAsk.DATE))
            .<Field<?>>map(asked -> of(table.dataset().column(asked)))
            .orElse(START);
    order.add((ask.descending() ? by.desc() : by.asc()).nullsLast());
    order.add(START);
    order.add(field(name("f", "batch")));
    order.add(field(name("f", "line")));
    table.columns().forEach(column -> order.add(of(column)));
    return order;
  }

  /**
   * One row: how many there are, how many currencies and which, and of each column its sum and how
   * many rows have it, or how many different values.
   */
  Select<?> totals(List<Column> added, List<Column> told) {
    Field<String> currency = coalesce(fact("currency", SQLDataType.VARCHAR), inline(""));
    List<Field<?>> fields = new ArrayList<>();
    fields.add(count());
    fields.add(countDistinct(currency));
    fields.add(DSL.min(currency));
    for (Column column : added) {
      fields.add(sum(fact(column.name(), SQLDataType.DECIMAL(18, 6))));
      fields.add(count(of(column)));
    }
    told.forEach(column -> fields.add(countDistinct(of(column))));
    return DSL.select(fields).from(FactRows.factTable(table.dataset())).where(where());
  }

  /** The values of a column and how many rows have each. */
  Select<?> values(Column column, int most) {
    Field<String> value = text(column);
    return DSL.select(value, count())
        .from(FactRows.factTable(table.dataset()))
        .where(where())
        .groupBy(value)
        .orderBy(count().desc(), value.asc())
        .limit(most);
  }

  private Condition where() {
    Condition where = FactRows.ofClient(ask.client(), Set.of(Long.parseLong(table.id())));
    if (ask.days().isPresent()) {
      where = where.and(START.ge(ask.days().get().start())).and(START.lt(ask.days().get().end()));
    }
    if (ask.batch().isPresent()) {
      where = where.and(fact("batch", SQLDataType.BIGINT).eq(Long.parseLong(ask.batch().get())));
    }
    for (RowsAsk.Filter filter : ask.where()) {
      where = where.and(holds(filter));
    }
    return where;
  }

  private Condition holds(RowsAsk.Filter filter) {
    Field<String> text = text(table.dataset().column(filter.column()));
    return switch (filter.match()) {
      case IS -> text.eq(filter.text());
      case CONTAINS ->
          DSL.condition(
              ByDialect.contains(ByDialect.lower(text), ByDialect.lower(val(filter.text()))));
    };
  }

  private static Field<String> text(Column column) {
    return coalesce(cast(of(column), SQLDataType.VARCHAR), inline(""));
  }

  private static Field<?> of(Column column) {
    return field(name("f", column.name()));
  }
}
