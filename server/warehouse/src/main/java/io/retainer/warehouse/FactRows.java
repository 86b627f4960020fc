package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.retainer.model.client.ClientId;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.NamedMoney;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.CommonTableExpression;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The rows that a query is about, with the period and bucket they fall in. */
final class FactRows {

  static final Table<Record> ROWS = table(name("rows_of_periods"));
  private static final Field<String> KEPT_BACK =
      fact(FactTable.SUPPRESSED, SQLDataType.VARCHAR).as(DSL.name(FactTable.SUPPRESSED));

  private final FactQuery query;
  private final Need need;
  private final List<PeriodCoverage> periods;
  private final boolean hasCurrencies;
  private final boolean areUndecided;
  private final FactsInOneCurrency facts;

  FactRows(Asked asked) {
    this(asked, false);
  }

  private FactRows(Asked asked, boolean areUndecided) {
    this.query = asked.query();
    this.need = asked.need();
    this.periods = asked.periods();
    this.hasCurrencies = asked.hasCurrencies();
    this.areUndecided = areUndecided;
    this.facts = asked.facts();
  }

  /** The rows of which the query's own condition is neither true nor false. */
  static FactRows undecided(Asked asked) {
    return new FactRows(asked, true);
  }

  /** The days of each period's chosen series, and then the rows on them. */
  List<CommonTableExpression<?>> parts() {
    List<CommonTableExpression<?>> parts = new ArrayList<>(new Calendar(query, periods).parts());
    parts.add(name("rows_of_periods").as(select()));
    return parts;
  }

  private org.jooq.Select<?> select() {
    Scope scope = factScope();
    Field<LocalDate> start = day();
    Field<LocalDate> end =
        query.dated().isPresent() ? start : fact("period_end", SQLDataType.LOCALDATE);
    List<Field<?>> columns = new ArrayList<>(factGroups());
    for (String needed : need.columns()) {
      columns.add(scope.named(needed).field().as(DSL.name(needed)));
    }
    query
        .history()
        .ifPresent(
            history ->
                history
                    .columns()
                    .forEach(
                        told ->
                            columns.add(
                                scope.named(told.name()).field().as(DSL.name(told.name())))));
    return DSL.select(Names.PERIOD, Names.BUCKET, Names.SERIES, Names.DAY)
        .select(
            DSL.field(
                    DSL.condition(Names.EVENT)
                        .or(start.eq(Names.SLOT_START).and(end.eq(Names.SLOT_END))))
                .as(Names.WHOLE))
        .select(factCurrencies())
        .select(ShortfallAsked.isToldBy(query) ? List.of(KEPT_BACK) : List.of())
        .select(columns)
        .from(factTable())
        .join(Calendar.DAYS)
        .on(fact("series", SQLDataType.BIGINT).eq(Names.SERIES))
        .and(start.eq(Names.DAY))
        .and(end.le(Names.SLOT_END))
        .and(DSL.not(DSL.condition(Names.EXACT)).or(start.eq(Names.START).and(end.eq(Names.END))))
        .where(ofChosenSeries())
        .and(start.ge(first()))
        .and(start.lt(last()));
  }

  /** Rows in force of the chosen series that the query's own condition admits, of all times. */
  org.jooq.Condition ofChosenSeries() {
    org.jooq.Condition where = new MeasureSql(factScope(), query.dataset()).where(query.where());
    return inForce().and(areUndecided ? DSL.field(where).isNull() : where);
  }

  /** Rows in force of the chosen series, of all times. */
  private org.jooq.Condition inForce() {
    return ofClient(
        query.client(),
        periods.stream()
            .flatMap(period -> period.chosen().stream())
            .map(choice -> choice.series().id())
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The day that a row is counted on. */
  Field<LocalDate> day() {
    return query
        .dated()
        .<Field<LocalDate>>map(
            column -> cast(fact(column, SQLDataType.LOCALDATETIME), SQLDataType.LOCALDATE))
        .orElseGet(() -> fact("period_start", SQLDataType.LOCALDATE));
  }

  /** Rows in force of some series. */
  static org.jooq.Condition ofClient(ClientId client, Set<Long> series) {
    return fact("client", SQLDataType.VARCHAR)
        .eq(client.value())
        .and(fact("live", SQLDataType.BOOLEAN))
        .and(fact("series", SQLDataType.BIGINT).in(series));
  }

  /**
   * Where what is measured at the end of a period or bucket is measured: at its end, or where its
   * data end before that.
   */
  Field<LocalDate> measuredAt() {
    Field<LocalDate> measured = Names.SLOT_END;
    for (int i = 0; i < periods.size(); i++) {
      LocalDate end = periods.get(i).endOfData();
      if (end.isBefore(periods.get(i).period().end())) {
        measured =
            when(Names.PERIOD.eq(inline(i)), least(Names.SLOT_END, inline(end)))
                .otherwise(measured);
      }
    }
    return measured;
  }

  private static Field<LocalDate> nextDay(Field<LocalDate> day) {
    return ByDialect.plusDays(day, inline(1));
  }

  private LocalDate first() {
    return periods.stream()
        .map(each -> each.period().start())
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private LocalDate last() {
    return periods.stream()
        .map(each -> each.period().end())
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  Table<?> factTable() {
    Field<LocalDate> own = fact("period_start", SQLDataType.LOCALDATE);
    Field<LocalDate> end = fact("period_end", SQLDataType.LOCALDATE);
    Table<?> table =
        query.dated().isPresent()
            ? facts.table(coalesce(day(), own), nextDay(coalesce(day(), own)))
            : facts.table(own, end);
    if (query.history().isEmpty()) {
      return table;
    }
    HistorySql history = new HistorySql(query.history().get(), query.dataset(), day());
    return history.told(table, inForce(), facts, clock(), isCurrencyTold()).asTable("f");
  }

  /**
   * The currencies a row's amounts are in, its own and that of its key's first row: none where all
   * rows have the same.
   */
  List<Field<String>> factCurrencies() {
    if (!hasCurrencies) {
      return List.of();
    }
    Field<String> own = currency().as(Names.CURRENCY);
    return isCurrencyTold()
        ? List.of(
            own, fact(Names.TOLD_CURRENCY.getName(), SQLDataType.VARCHAR).as(Names.TOLD_CURRENCY))
        : List.of(own);
  }

  /** As they stand in parts of a statement. */
  List<Field<String>> currencies() {
    return factCurrencies().stream()
        .map(each -> field(each.getUnqualifiedName(), each.getDataType()))
        .toList();
  }

  /** The currency that a row's own amounts are in, where the facts stand. */
  Field<String> currency() {
    return facts.currency();
  }

  private boolean isCurrencyTold() {
    return hasCurrencies && new NamedMoney(query).isTold();
  }

  static Table<Record> factTable(Dataset dataset) {
    return table("{0}", IcebergTables.table(dataset)).as("f");
  }

  /** The dataset's columns as they stand in the table of facts. */
  Scope factScope() {
    Scope scope = facts.scope(clock());
    scope.countOn(day());
    query.history().ifPresent(history -> addTold(history, scope, "f"));
    return scope;
  }

  ClockSql clock() {
    return ClockSql.of(List.of(query));
  }

  static Scope factScope(Dataset dataset, ClockSql clock) {
    Scope scope = new Scope(clock);
    scope.countOn(fact("period_start", SQLDataType.LOCALDATE));
    for (Column column : dataset.columns()) {
      scope.add(column, fact(column.name(), javaType(column)));
    }
    scope.add(
        FactTable.SUPPRESSED, fact(FactTable.SUPPRESSED, SQLDataType.VARCHAR), ColumnType.TEXT, 0);
    return scope;
  }

  private void addTold(History history, Scope scope, String... qualifier) {
    for (History.Told told : history.columns()) {
      String[] path = Arrays.copyOf(qualifier, qualifier.length + 1);
      path[qualifier.length] = told.name();
      if (told.column().isPresent()) {
        Column first = query.dataset().column(told.column().get());
        scope.add(
            told.name(),
            field(name(path), javaType(first)),
            first.type(),
            facts.scope(clock()).named(first.name()).places());
      } else {
        scope.addNumber(told.name(), field(name(path), SQLDataType.BIGINT), 0);
      }
    }
  }

  /** The needed columns as they stand in the rows of the periods. */
  Scope rowScope() {
    Scope scope = new Scope(clock());
    scope.countOn(Names.DAY);
    Scope ofFacts = facts.scope(clock());
    for (String needed : need.columns()) {
      Column column = query.dataset().column(needed);
      int places = ofFacts.named(needed).places();
      scope.add(needed, field(name(needed), javaType(column)), column.type(), places);
    }
    if (ShortfallAsked.isToldBy(query)) {
      Field<String> keptBack = field(name(FactTable.SUPPRESSED), SQLDataType.VARCHAR);
      scope.add(FactTable.SUPPRESSED, keptBack, ColumnType.TEXT, 0);
      scope.keepBack(facts.keptBack());
    }
    query.history().ifPresent(history -> addTold(history, scope));
    return scope;
  }

  /** The query's groups, made from columns of the table of facts. */
  List<Field<?>> factGroups() {
    List<Field<?>> groups = new ArrayList<>();
    for (int i = 0; i < query.by().size(); i++) {
      groups.add(
          coalesce(
                  cast(fact(query.by().get(i), SQLDataType.VARCHAR), SQLDataType.VARCHAR),
                  inline(""))
              .as(Names.group(i)));
    }
    return groups;
  }

  List<Field<?>> groups() {
    List<Field<?>> groups = new ArrayList<>();
    for (int i = 0; i < query.by().size(); i++) {
      groups.add(Names.group(i));
    }
    return groups;
  }

  /** What every answer is grouped by: period, bucket and the query's groups. */
  List<Field<?>> grouping() {
    List<Field<?>> grouping = new ArrayList<>(List.of(Names.PERIOD, Names.BUCKET));
    grouping.addAll(groups());
    return grouping;
  }

  static <T> Field<T> fact(String column, DataType<T> type) {
    return field(name("f", column), type);
  }

  private static DataType<?> javaType(Column column) {
    return switch (column.type()) {
      case TEXT -> SQLDataType.VARCHAR;
      case INTEGER -> SQLDataType.BIGINT;
      case DECIMAL -> SQLDataType.DECIMAL(18, 6);
      case BOOLEAN -> SQLDataType.BOOLEAN;
      case DATE -> SQLDataType.LOCALDATE;
      case TIMESTAMP -> SQLDataType.LOCALDATETIME;
    };
  }
}
