package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedMoney;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One statement for all measures, periods, buckets and groups of a query. */
final class FactStatement {

  /**
   * More groups than anybody can look at; the statement stops there. A server has 384 MiB, and a
   * group takes a kilobyte or two of them.
   */
  static final int MOST_CELLS = 50_000;

  private final FactQuery query;
  private final FactRows rows;

  FactStatement(FactQuery query, FactRows rows) {
    this.query = query;
    this.rows = rows;
  }

  /** What measures are computed from. */
  private record Source(List<CommonTableExpression<?>> parts, Scope scope, Table<Record> rows) {}

  /** The measures that aggregate rows of the periods. Columns are named by position. */
  Select<?> measures(List<Measure> measures) {
    Source source = source(measures);
    return outer(measures, source.scope, source.parts, source.rows);
  }

  /** Names of the first groups by a value of the query's measures. */
  Select<?> largest(RowValue value, int limit) {
    Source source = source(query.measures());
    MeasureSql sql = new MeasureSql(source.scope, query.dataset());
    List<Field<?>> columns = new ArrayList<>(rows.groups());
    Scope ofGroups = new Scope(rows.clock());
    for (int i = 0; i < query.measures().size(); i++) {
      Measure measure = query.measures().get(i);
      Numbers.Exact number = sql.of(measure, lastDay(measure, i)).inSql();
      columns.add(number.field().as(Names.measure(i)));
      ofGroups.addNumber(
          measure.name(), field(name(Names.measure(i)), SQLDataType.NUMERIC), number.places());
    }
    source.parts.add(
        name("groups").as(DSL.select(columns).from(source.rows).groupBy(rows.grouping())));
    Field<?> order = new Numbers(ofGroups).of(value).field();
    return DSL.with(source.parts)
        .select(rows.groups())
        .from(table(name("groups")))
        .orderBy(order.desc().nullsLast(), rows.groups().get(0))
        .limit(inline(limit));
  }

  private Source source(List<Measure> measures) {
    List<Field<?>> grouping = rows.grouping();
    Scope scope = rows.rowScope();
    List<Measure> ofRows = query.perKey().map(PerKey::measures).orElse(measures);
    boolean levels = ofRows.stream().anyMatch(FactStatement::isLevel);
    List<CommonTableExpression<?>> parts = new ArrayList<>(rows.parts());
    Table<Record> source = FactRows.ROWS;
    List<Field<?>> rowGrouping = new ArrayList<>(grouping);
    query.perKey().ifPresent(inner -> rowGrouping.add(key(scope, inner.key())));
    if (levels) {
      parts.add(withLastDays(ofRows, scope, rowGrouping));
      source = table(name("rows_with_last_days"));
    }
    if (query.perKey().isPresent()) {
      PerKey inner = query.perKey().get();
      Scope keyScope = new Scope(rows.clock());
      parts.add(keys(inner, scope, keyScope, source));
      return new Source(parts, keyScope, table(name("keys")));
    }
    return new Source(parts, scope, source);
  }

  private Select<?> outer(
      List<Measure> measures,
      Scope scope,
      List<CommonTableExpression<?>> parts,
      Table<Record> source) {
    List<Field<?>> columns = new ArrayList<>(rows.grouping());
    MeasureSql sql = new MeasureSql(scope, query.dataset());
    for (int i = 0; i < measures.size(); i++) {
      int index = i;
      MeasureSql.Expression expression = sql.of(measures.get(i), lastDay(measures.get(i), i));
      columns.add(expression.value().as(Names.measure(i)));
      expression.divisor().ifPresent(by -> columns.add(by.field().as(Names.divisor(index))));
      expression.refused().ifPresent(flag -> columns.add(flag.as(Names.refused(index))));
    }
    return DSL.with(parts)
        .select(columns)
        .from(source)
        .groupBy(rows.grouping())
        .orderBy(rows.grouping())
        .limit(inline(MOST_CELLS + 1));
  }

  /** The inner grouping: a row per key, whose columns are the inner measures. */
  private CommonTableExpression<?> keys(
      PerKey inner, Scope scope, Scope keyScope, Table<Record> source) {
    Field<String> key = key(scope, inner.key());
    List<Field<?>> columns = new ArrayList<>(rows.grouping());
    columns.add(key.as(name(inner.key())));
    keyScope.add(
        query.dataset().column(inner.key()), field(name(inner.key()), SQLDataType.VARCHAR));
    MeasureSql sql = new MeasureSql(scope, query.dataset());
    for (int i = 0; i < inner.measures().size(); i++) {
      Measure measure = inner.measures().get(i);
      MeasureSql.Expression expression = sql.of(measure, lastDay(measure, i));
      Numbers.Exact number = expression.inSql();
      columns.add(number.field().as(name(measure.name())));
      keyScope.addNumber(
          measure.name(), field(name(measure.name()), SQLDataType.NUMERIC), number.places());
    }
    List<Field<?>> grouping = new ArrayList<>(rows.grouping());
    grouping.add(key);
    return name("keys")
        .as(DSL.select(columns).from(source).where(key.isNotNull()).groupBy(grouping));
  }

  /** Each row beside the day whose rows count for a level. */
  private CommonTableExpression<?> withLastDays(
      List<Measure> measures, Scope scope, List<Field<?>> grouping) {
    List<Field<?>> days = new ArrayList<>();
    MeasureSql sql = new MeasureSql(scope, query.dataset());
    for (int i = 0; i < measures.size(); i++) {
      Aggregation aggregation = measures.get(i).aggregation();
      if (aggregation instanceof Aggregation.Level level) {
        List<Field<?>> partition = new ArrayList<>(grouping);
        partition.add(Names.SERIES);
        level.profile().forEach(column -> partition.add(scope.named(column).field()));
        Field<LocalDate> counted =
            when(
                sql.where(level.where()).and(scope.named(level.column()).field().isNotNull()),
                Names.DAY);
        days.add(
            (level.first() ? min(counted) : max(counted))
                .over()
                .partitionBy(partition)
                .as(Names.lastDay(i)));
      } else if (aggregation.isOfLastRows()) {
        // The last check is the same for all groups.
        List<Field<?>> partition =
            new ArrayList<>(List.of(Names.PERIOD, Names.BUCKET, Names.SERIES));
        aggregation.profiles().forEach(column -> partition.add(scope.named(column).field()));
        days.add(max(Names.DAY).over().partitionBy(partition).as(Names.lastDay(i)));
      }
    }
    return name("rows_with_last_days")
        .as(DSL.select(DSL.asterisk()).select(days).from(FactRows.ROWS));
  }

  private static boolean isLevel(Measure measure) {
    return measure.aggregation() instanceof Aggregation.Level
        || measure.aggregation().isOfLastRows();
  }

  private static Optional<Field<?>> lastDay(Measure measure, int index) {
    return isLevel(measure)
        ? Optional.of(field(name(Names.lastDay(index)), SQLDataType.LOCALDATE))
        : Optional.empty();
  }

  private static Field<String> key(Scope scope, String column) {
    return cast(scope.named(column).field(), SQLDataType.VARCHAR);
  }

  /** Which currencies the rows of each period and group have, and which measures use such rows. */
  Select<?> currencies(List<Measure> measures) {
    List<Field<?>> grouping = new ArrayList<>(rows.grouping());
    grouping.addAll(rows.currencies());
    List<Field<?>> columns = new ArrayList<>(grouping);
    MeasureSql sql = new MeasureSql(rows.rowScope(), query.dataset());
    NamedMoney money = new NamedMoney(query);
    for (int i = 0; i < measures.size(); i++) {
      Optional<Condition> used = money.used(measures.get(i).aggregation());
      if (used.isPresent()) {
        columns.add(max(when(sql.where(used), inline(1)).otherwise(inline(0))).as(Names.used(i)));
      }
    }
    return DSL.with(rows.parts()).select(columns).from(FactRows.ROWS).groupBy(grouping);
  }

  /**
   * Keys that have a row before each period (or bucket) begins; when retained, those of them that
   * have one in it too.
   */
  Select<?> earlierKeys(Measure measure) {
    Scope facts = rows.factScope();
    String column = keyOf(measure);
    Field<String> key = key(facts, column);
    org.jooq.Condition counts =
        new MeasureSql(facts, query.dataset()).where(measure.aggregation().where());
    Field<LocalDate> day = rows.day();
    List<CommonTableExpression<?>> parts = new ArrayList<>(rows.parts());
    List<Field<?>> firstGrouping = new ArrayList<>(rows.groups());
    firstGrouping.addAll(List.of(Names.SERIES, Names.KEY));
    parts.add(
        name("appearances")
            .as(
                DSL.select(rows.factGroups())
                    .select(FactRows.fact("series", SQLDataType.BIGINT).as(Names.SERIES))
                    .select(key.as(Names.KEY), day.as(Names.DAY))
                    .from(rows.factTable())
                    .where(rows.ofChosenSeries())
                    .and(counts)
                    .and(key.isNotNull())));
    parts.add(
        name("firsts")
            .as(
                DSL.select(firstGrouping)
                    .select(min(Names.DAY).as(Names.FIRST))
                    .from(table(name("appearances")))
                    .groupBy(firstGrouping)));
    parts.add(
        name("slots")
            .as(
                DSL.selectDistinct(Names.PERIOD, Names.BUCKET, Names.SERIES, Names.SLOT_START)
                    .from(Calendar.DAYS)));
    List<Field<?>> known = new ArrayList<>(rows.grouping());
    known.add(Names.KEY);
    parts.add(
        name("known_keys")
            .as(
                DSL.selectDistinct(known)
                    .from(table(name("firsts")))
                    .join(table(name("slots")))
                    .using(Names.SERIES)
                    .where(Names.FIRST.lt(Names.SLOT_START))));
    if (measure.aggregation() instanceof Aggregation.RetainedKeys) {
      Scope scope = rows.rowScope();
      parts.add(
          name("present_keys")
              .as(
                  DSL.selectDistinct(rows.grouping())
                      .select(key(scope, column).as(Names.KEY))
                      .from(FactRows.ROWS)
                      .where(
                          new MeasureSql(scope, query.dataset())
                              .where(measure.aggregation().where()))));
    }
    boolean retained = measure.aggregation() instanceof Aggregation.RetainedKeys;
    Table<?> source =
        retained
            ? table(name("known_keys"))
                .leftJoin(presentKeys())
                .on(Names.equal("known_keys", "present", known))
            : table(name("known_keys"));
    List<Field<?>> grouping = Names.of("known_keys", rows.grouping());
    return DSL.with(parts)
        .select(grouping)
        .select(countDistinct(retained ? PRESENT : Names.KEY).as(Names.measure(0)))
        .from(source)
        .groupBy(grouping)
        .orderBy(grouping)
        .limit(inline(MOST_CELLS + 1));
  }

  private static final Field<String> PRESENT = field(name("_present"), SQLDataType.VARCHAR);

  private Table<?> presentKeys() {
    List<Field<?>> columns = new ArrayList<>(rows.grouping());
    columns.add(Names.KEY);
    return DSL.select(columns)
        .select(Names.KEY.as(PRESENT))
        .from(table(name("present_keys")))
        .asTable("present");
  }

  private static String keyOf(Measure measure) {
    return measure.aggregation() instanceof Aggregation.RetainedKeys retained
        ? retained.key()
        : ((Aggregation.ExistingKeys) measure.aggregation()).key();
  }
}
