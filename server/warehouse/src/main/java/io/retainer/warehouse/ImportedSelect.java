package io.retainer.warehouse;

import static io.retainer.warehouse.FactRows.fact;
import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.values;

import io.retainer.model.client.ClientId;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.DateSpan;
import io.retainer.spi.Grain;
import io.retainer.spi.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The statements that read rows in force of series that are alike, as they are or by day. */
final class ImportedSelect {

  private static final Set<String> DIMENSIONS = Set.of("channel", "campaign", "network", "status");

  private final ClientId client;
  private final Dataset dataset;
  private final List<Series> series;
  private final DateSpan period;
  private final Set<String> present;

  ImportedSelect(ClientId client, Dataset dataset, List<Series> series, DateSpan period) {
    this.client = client;
    this.dataset = dataset;
    this.series = series;
    this.period = period;
    this.present =
        series.stream()
            .flatMap(one -> one.columnsIn(period).stream())
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Column own(String name, ColumnType type) {
    return new Column(name, type, Unit.NONE, Additivity.DIMENSION, Optional.empty());
  }

  private List<Column> ofDataset() {
    return dataset.columns().stream()
        .filter(column -> present.contains(column.name()))
        .filter(column -> !isOfAPerson(column))
        // The row's own currency is there already, and comes from this column where there is one.
        .filter(column -> !column.name().equals("currency"))
        .toList();
  }

  private static boolean isOfAPerson(Column column) {
    return column.additivity() == Additivity.KEY && column.name().endsWith("_key");
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(own("row_id", ColumnType.TEXT));
    columns.add(own("source", ColumnType.TEXT));
    columns.add(own("account", ColumnType.TEXT));
    columns.add(own("date", ColumnType.DATE));
    columns.add(own("last_day", ColumnType.DATE));
    columns.add(own("currency", ColumnType.TEXT));
    columns.addAll(ofDataset());
    return columns;
  }

  Select<?> rows(long most) {
    List<Field<?>> fields = new ArrayList<>();
    // The import and the line of its file: together they find the row again.
    fields.add(DSL.concat(number("batch"), inline("-"), number("line")));
    fields.add(text("source"));
    fields.add(text("account"));
    fields.add(fact("period_start", SQLDataType.LOCALDATE));
    fields.add(ByDialect.plusDays(fact("period_end", SQLDataType.LOCALDATE), inline(-1)));
    fields.add(fact("currency", SQLDataType.VARCHAR));
    ofDataset().forEach(column -> fields.add(field(name("f", column.name()))));
    List<OrderField<?>> order = new ArrayList<>();
    order.add(field(name("f", "batch")));
    order.add(field(name("f", "line")));
    order.addAll(fields.subList(1, fields.size()));
    return DSL.select(fields)
        .from(FactRows.factTable(dataset))
        .join(known())
        .on(field(name("s", "id")).eq(field(name("f", "series"))))
        .where(within())
        .orderBy(order)
        .limit(most);
  }

  Select<?> count() {
    return DSL.select(DSL.count()).from(FactRows.factTable(dataset)).where(within());
  }

  Select<?> dailyCount() {
    return DSL.select(DSL.count()).from(daily());
  }

  List<Column> dailyColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(own("date", ColumnType.DATE));
    columns.add(own("source", ColumnType.TEXT));
    columns.add(own("account", ColumnType.TEXT));
    columns.add(own("currency", ColumnType.TEXT));
    columns.addAll(dimensions());
    columns.add(
        new Column("rows", ColumnType.INTEGER, Unit.COUNT, Additivity.ADDITIVE, Optional.empty()));
    columns.addAll(additive());
    return columns;
  }

  Select<?> daily() {
    List<Field<?>> groups = new ArrayList<>();
    groups.add(fact("period_start", SQLDataType.LOCALDATE));
    groups.add(text("source"));
    groups.add(text("account"));
    groups.add(fact("currency", SQLDataType.VARCHAR));
    dimensions().forEach(column -> groups.add(field(name("f", column.name()))));
    List<Field<?>> fields = new ArrayList<>(groups);
    fields.add(DSL.count());
    for (Column column : additive()) {
      fields.add(sum(fact(column.name(), SQLDataType.DECIMAL(18, 6))).as(DSL.name(column.name())));
    }
    return DSL.select(fields)
        .from(FactRows.factTable(dataset))
        .join(known())
        .on(field(name("s", "id")).eq(field(name("f", "series"))))
        .where(within())
        .and(
            ByDialect.daysBetween(
                    fact("period_start", SQLDataType.LOCALDATE),
                    fact("period_end", SQLDataType.LOCALDATE))
                .eq(1L))
        .groupBy(groups)
        .orderBy(groups);
  }

  private List<Column> dimensions() {
    return ofDataset().stream().filter(column -> DIMENSIONS.contains(column.name())).toList();
  }

  private List<Column> additive() {
    return ofDataset().stream()
        .filter(column -> column.additivity() == Additivity.ADDITIVE)
        .toList();
  }

  /** What the rows' series are of, as we know it: the facts may lie apart from what tells it. */
  private Table<?> known() {
    RowN[] rows =
        series.stream()
            .map(one -> row(List.of(inline(one.id()), inline(one.source()), inline(one.account()))))
            .toArray(RowN[]::new);
    return values(rows).as("s", "id", "source", "account");
  }

  private static Field<String> number(String column) {
    return cast(fact(column, SQLDataType.BIGINT), SQLDataType.VARCHAR);
  }

  private static Field<String> text(String column) {
    return field(name("s", column), SQLDataType.VARCHAR);
  }

  private Condition within() {
    Set<Long> ids = series.stream().map(Series::id).collect(Collectors.toCollection(TreeSet::new));
    Field<LocalDate> start = fact("period_start", SQLDataType.LOCALDATE);
    Field<LocalDate> end = fact("period_end", SQLDataType.LOCALDATE);
    Condition within =
        FactRows.ofClient(client, ids).and(start.ge(period.start())).and(end.le(period.end()));
    boolean isExact = series.get(0).grain() == Grain.PERIOD && !series.get(0).keyed();
    return isExact ? within.and(start.eq(period.start())).and(end.eq(period.end())) : within;
  }
}
