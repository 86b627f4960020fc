package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.month;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.partitionBy;
import static org.jooq.impl.DSL.rank;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.DSL.year;

import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.TableAsk;
import io.retainer.model.fact.TableQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Statements whose answer is a table: the keys' rows are gathered and grouped where they lie. */
final class TableStatement {

  /** A handful of numbers each, and one for nearly every customer who came back. */
  static final int MOST_ROWS = 200_000;

  private static final Field<BigDecimal> VALUE = field(name("_value"), SQLDataType.NUMERIC);
  private static final Field<LocalDate> LAST = field(name("_last"), SQLDataType.LOCALDATE);
  private static final Field<Long> TIMES = field(name("_times"), SQLDataType.BIGINT);

  private static final Field<String> WHOSE = field(name("_whose"), SQLDataType.VARCHAR);
  private static final Field<Integer> COHORT = field(name("_cohort"), SQLDataType.INTEGER);
  private static final Field<Integer> SINCE = field(name("_since"), SQLDataType.INTEGER);

  private final TableQuery query;
  private final FactRows rows;
  private final List<CommonTableExpression<?>> parts = new ArrayList<>();

  TableStatement(TableQuery query, FactRows rows) {
    this.query = query;
    this.rows = rows;
  }

  /** Numbers, in the order that the question names them. */
  Select<?> select() {
    if (query.ask() instanceof TableAsk.Cohorts cohorts) {
      return cohorts(cohorts);
    } else if (query.ask() instanceof TableAsk.Scores scores) {
      return scores(scores);
    }
    return purchases((TableAsk.Purchases) query.ask());
  }

  /** Which currencies the rows have. */
  Select<?> currencies() {
    appearances(
        Optional.empty(),
        query.ask() instanceof TableAsk.Scores scores
            ? Optional.of(from(scores))
            : Optional.empty());
    return DSL.with(parts)
        .selectDistinct(Names.CURRENCY)
        .from(table(name("appearances")))
        .where(Names.CURRENCY.isNotNull());
  }

  private LocalDate from(TableAsk.Scores ask) {
    return query.period().end().minusDays(ask.days());
  }

  private Select<?> cohorts(TableAsk.Cohorts ask) {
    appearances(Optional.empty(), Optional.empty());
    parts.add(
        name("firsts")
            .as(
                DSL.select(Names.KEY.as(WHOSE), min(Names.DAY).as(Names.FIRST))
                    .from(table(name("appearances")))
                    .groupBy(Names.KEY)));
    LocalDate last = query.period().lastDay();
    int oldest = last.getYear() * 12 + last.getMonthValue() - ask.months() + 1;
    Field<Integer> cohort = monthNumber(Names.FIRST);
    parts.add(
        name("months")
            .as(
                DSL.select(
                        cohort.as(COHORT), monthNumber(Names.DAY).sub(cohort).as(SINCE), Names.KEY)
                    .from(table(name("appearances")))
                    .join(table(name("firsts")))
                    .on(WHOSE.eq(Names.KEY))
                    .where(cohort.ge(oldest))));
    return DSL.with(parts)
        .select(COHORT, SINCE, countDistinct(Names.KEY))
        .from(table(name("months")))
        .groupBy(COHORT, SINCE)
        .orderBy(COHORT, SINCE)
        .limit(inline(MOST_ROWS + 1));
  }

  private static Field<Integer> monthNumber(Field<LocalDate> day) {
    return cast(year(day).mul(inline(12)).add(month(day)), SQLDataType.INTEGER);
  }

  private Select<?> scores(TableAsk.Scores ask) {
    appearances(Optional.of(ask.value()), Optional.of(from(ask)));
    parts.add(
        name("keys")
            .as(
                DSL.select(
                        Names.KEY,
                        max(Names.DAY).as(LAST),
                        count().cast(SQLDataType.BIGINT).as(TIMES),
                        sum(DSL.coalesce(VALUE, inline(BigDecimal.ZERO))).as(VALUE))
                    .from(table(name("appearances")))
                    .groupBy(Names.KEY)));
    parts.add(
        name("scored")
            .as(
                DSL.select(
                        score(LAST, ask.ties()).as("_r"),
                        score(TIMES, ask.ties()).as("_f"),
                        score(VALUE, ask.ties()).as("_a"),
                        VALUE)
                    .from(table(name("keys")))));
    List<Field<Long>> scores =
        List.of(
            field(name("_r"), SQLDataType.BIGINT),
            field(name("_f"), SQLDataType.BIGINT),
            field(name("_a"), SQLDataType.BIGINT));
    return DSL.with(parts)
        .select(scores)
        .select(count(), sum(VALUE))
        .from(table(name("scored")))
        .groupBy(scores)
        .orderBy(scores);
  }

  /** In whole numbers, so that no rounding moves anybody over a border. */
  private static Field<Long> score(Field<?> of, TableAsk.Ties ties) {
    Field<Long> below = cast(rank().over(orderBy(of)).sub(inline(1)), SQLDataType.BIGINT);
    Field<Long> equal = cast(count().over(partitionBy(of)), SQLDataType.BIGINT);
    Field<Long> all = cast(count().over(), SQLDataType.BIGINT);
    return switch (ties) {
      case COUNT_BELOW -> ByDialect.whole(below.mul(inline(5L)), all).add(inline(1L));
      case MIDRANK ->
          ByDialect.whole(below.mul(inline(2L)).add(equal).mul(inline(5L)), all.mul(inline(2L)))
              .add(inline(1L));
      case CUMULATIVE ->
          ByDialect.whole(below.add(equal).mul(inline(5L)).add(all).sub(inline(1L)), all);
    };
  }

  /** What was bought on a day is worth what is known only if all of it is known. */
  private Select<?> purchases(TableAsk.Purchases ask) {
    appearances(Optional.of(ask.value()), Optional.empty());
    parts.add(
        name("purchases")
            .as(
                DSL.select(
                        Names.KEY, Names.DAY, when(count(VALUE).eq(count()), sum(VALUE)).as(VALUE))
                    .from(table(name("appearances")))
                    .groupBy(Names.KEY, Names.DAY)));
    parts.add(
        name("dated_purchases")
            .as(
                DSL.select(DSL.asterisk())
                    .select(min(Names.DAY).over(partitionBy(Names.KEY)).as(Names.FIRST))
                    .from(table(name("purchases")))));
    Field<Integer> repeats = count().sub(inline(1));
    parts.add(
        name("keys")
            .as(
                DSL.select(
                        repeats.as("_repeats"),
                        ByDialect.daysBetween(min(Names.FIRST), max(Names.DAY)).as("_lasted"),
                        ByDialect.daysBetween(
                                min(Names.FIRST),
                                cast(val(query.period().lastDay()), SQLDataType.LOCALDATE))
                            .as("_age"),
                        sum(when(Names.DAY.gt(Names.FIRST), VALUE)).as("_spent"),
                        count(when(Names.DAY.gt(Names.FIRST), VALUE)).as("_valued"))
                    .from(table(name("dated_purchases")))
                    .groupBy(Names.KEY)));
    List<Field<?>> grouping =
        List.of(
            field(name("_repeats"), SQLDataType.BIGINT),
            field(name("_lasted"), SQLDataType.BIGINT),
            field(name("_age"), SQLDataType.BIGINT),
            DSL.coalesce(field(name("_spent"), SQLDataType.NUMERIC), inline(BigDecimal.ZERO)),
            field(name("_valued"), SQLDataType.BIGINT));
    return DSL.with(parts)
        .select(grouping)
        .select(count())
        .from(table(name("keys")))
        .groupBy(grouping)
        .orderBy(inline(1), inline(2), inline(3), inline(4), inline(5))
        .limit(inline(MOST_ROWS + 1));
  }

  /** Key, day and value of each row that counts, up to the end of the period. */
  private void appearances(Optional<RowValue> value, Optional<LocalDate> from) {
    Scope facts = rows.factScope();
    List<Field<?>> columns = new ArrayList<>();
    Field<String> key = cast(facts.named(query.ask().key()).field(), SQLDataType.VARCHAR);
    columns.add(key.as(Names.KEY));
    columns.add(rows.day().as(Names.DAY));
    columns.add(rows.currency().as(Names.CURRENCY));
    value.ifPresent(of -> columns.add(new Numbers(facts).of(of).field().as(VALUE)));
    org.jooq.Condition counts = key.isNotNull().and(rows.day().lt(query.period().end()));
    if (from.isPresent()) {
      counts = counts.and(rows.day().ge(from.get()));
    }
    parts.add(
        name("appearances")
            .as(
                DSL.select(columns)
                    .from(rows.factTable())
                    .where(rows.ofChosenSeries())
                    .and(counts)));
  }
}
