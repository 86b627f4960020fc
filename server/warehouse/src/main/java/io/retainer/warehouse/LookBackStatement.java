package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.NamedMoney;
import io.retainer.model.fact.RowValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Statements about rows before the period. Each row of the facts meets each period (or bucket) at
 * most once, and only where its day can matter.
 */
final class LookBackStatement {

  private static final Field<LocalDate> DAY = Names.DAY;
  private static final Field<Integer> WAS = field(name("_was"), SQLDataType.INTEGER);
  private static final Field<Integer> IS = field(name("_is"), SQLDataType.INTEGER);
  private static final Field<?> VALUE = field(name("_value"), SQLDataType.NUMERIC);

  private final FactQuery query;
  private final FactRows rows;
  private final List<CommonTableExpression<?>> parts;

  LookBackStatement(FactQuery query, FactRows rows) {
    this.query = query;
    this.rows = rows;
    this.parts = new ArrayList<>(rows.parts());
    parts.add(
        name("slots")
            .as(
                DSL.selectDistinct(Names.PERIOD, Names.BUCKET, Names.SLOT_START, Names.SLOT_END)
                    .from(Calendar.DAYS)));
  }

  Select<?> of(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.ActiveKeys active) {
      return keys(active.key(), active.days(), active.where(), sum(WAS));
    } else if (aggregation instanceof Aggregation.LostKeys lost) {
      return keys(lost.key(), lost.days(), lost.where(), sum(WAS.mul(inline(1).sub(IS))));
    } else if (aggregation instanceof Aggregation.MaturedKeys keys) {
      matured(keys.key(), keys.days(), keys.where(), Optional.empty());
      return answer(count(), "matured");
    } else if (aggregation instanceof Aggregation.MaturedSum values) {
      matured(values.key(), values.days(), values.where(), Optional.of(values.value()));
      return maturedSum(values.days());
    }
    return open((Aggregation.OpenAtEnd) aggregation);
  }

  /** Which currencies the rows before each period have, and where it matters those in it. */
  Select<?> currencies(Aggregation aggregation) {
    appearances(
        Optional.empty(),
        new NamedMoney(query).used(aggregation),
        Optional.empty(),
        Optional.empty());
    org.jooq.Condition matter =
        DAY.lt(aggregation instanceof Aggregation.ExistingKeys ? Names.SLOT_START : Names.SLOT_END);
    Optional<Integer> days =
        aggregation instanceof Aggregation.ActiveKeys active
            ? Optional.of(active.days())
            : Optional.of(aggregation)
                .filter(Aggregation.LostKeys.class::isInstance)
                .map(lost -> ((Aggregation.LostKeys) lost).days());
    if (days.isPresent()) {
      matter = matter.and(DAY.ge(daysBefore(Names.SLOT_START, days.get())));
    }
    List<Field<?>> columns = new ArrayList<>(rows.grouping());
    columns.addAll(rows.currencies());
    return DSL.with(parts)
        .selectDistinct(columns)
        .from(table(name("appearances")))
        .join(table(name("slots")))
        .on(matter);
  }

  private Select<?> keys(String key, int days, Optional<Condition> where, Field<?> number) {
    appearances(Optional.of(key), where, Optional.empty(), Optional.empty());
    Field<LocalDate> from = daysBefore(Names.SLOT_START, days);
    // Nobody knows who ordered on days that are not imported: they make no key a lost one.
    Field<LocalDate> late = daysBefore(rows.measuredAt(), days);
    List<Field<?>> grouping = new ArrayList<>(rows.grouping());
    grouping.add(Names.KEY);
    parts.add(
        name("active")
            .as(
                DSL.select(grouping)
                    .select(flag(DAY.lt(Names.SLOT_START)).as(WAS))
                    .select(flag(DAY.ge(late)).as(IS))
                    .from(table(name("appearances")))
                    .join(table(name("slots")))
                    .on(DAY.ge(from).and(DAY.lt(Names.SLOT_END)))
                    .groupBy(grouping)));
    return answer(number, "active");
  }

  private static Field<Integer> flag(org.jooq.Condition condition) {
    return max(when(condition, inline(1)).otherwise(inline(0)));
  }

  private void matured(String key, int age, Optional<Condition> where, Optional<RowValue> value) {
    appearances(Optional.of(key), where, value, Optional.empty());
    List<Field<?>> ofKey = new ArrayList<>(rows.groups());
    ofKey.add(Names.KEY);
    parts.add(
        name("firsts")
            .as(
                DSL.select(ofKey)
                    .select(min(DAY).as(Names.FIRST))
                    .from(table(name("appearances")))
                    .groupBy(ofKey)));
    parts.add(
        name("matured")
            .as(
                DSL.select(DSL.asterisk())
                    .from(table(name("firsts")))
                    .join(table(name("slots")))
                    .on(
                        Names.FIRST
                            .ge(daysBefore(Names.SLOT_START, age))
                            .and(Names.FIRST.lt(daysBefore(rows.measuredAt(), age))))));
  }

  private Select<?> maturedSum(int age) {
    List<Field<?>> ofKey = new ArrayList<>(rows.groups());
    ofKey.add(Names.KEY);
    Field<LocalDate> end = cast(DSL.localDateAdd(Names.FIRST, inline(age)), SQLDataType.LOCALDATE);
    parts.add(
        name("counted")
            .as(
                DSL.select(Names.of("matured", rows.grouping()))
                    .select(VALUE)
                    .select(rows.currencies())
                    .from(table(name("matured")))
                    .join(table(name("appearances")))
                    .on(Names.equal("matured", "appearances", ofKey))
                    .where(DAY.lt(end))));
    return answer(sum(VALUE.coerce(SQLDataType.NUMERIC)), "counted", rows.currencies());
  }

  private Select<?> open(Aggregation.OpenAtEnd open) {
    appearances(Optional.empty(), open.where(), open.value(), Optional.of(open.ended()));
    Field<LocalDate> ended = Names.END;
    parts.add(
        name("still_open")
            .as(
                DSL.select(rows.grouping())
                    .select(open.value().isPresent() ? VALUE : inline(1).as(VALUE))
                    .select(rows.currencies())
                    .from(table(name("appearances")))
                    .join(
                        DSL.selectDistinct(Names.PERIOD, Names.BUCKET, Names.SLOT_END)
                            .from(table(name("slots")))
                            .asTable("slot_ends"))
                    .on(DAY.lt(Names.SLOT_END))
                    .and(ended.isNull().or(ended.ge(Names.SLOT_END)))));
    return answer(sum(VALUE.coerce(SQLDataType.NUMERIC)), "still_open", rows.currencies());
  }

  /** Rows of all days up to the end of each period that the question cannot decide. */
  Select<?> undecided(Aggregation.Undecided undecided) {
    appearances(
        Optional.empty(), undecided.where(), Optional.of(undecided.lack()), Optional.empty());
    parts.add(
        name("undecided")
            .as(
                DSL.select(rows.grouping())
                    .select(VALUE)
                    .from(table(name("appearances")))
                    .join(table(name("slots")))
                    .on(DAY.lt(Names.SLOT_END))));
    return answer(sum(VALUE.coerce(SQLDataType.NUMERIC)), "undecided");
  }

  /** Rows of all times: groups, key, day, and what else is needed of them. */
  private void appearances(
      Optional<String> key,
      Optional<Condition> where,
      Optional<RowValue> value,
      Optional<String> ended) {
    Scope facts = rows.factScope();
    List<Field<?>> columns = new ArrayList<>(rows.factGroups());
    columns.add(rows.day().as(DAY));
    columns.addAll(rows.factCurrencies());
    org.jooq.Condition counts = new MeasureSql(facts, query.dataset()).where(where);
    if (key.isPresent()) {
      Field<String> text = cast(facts.named(key.get()).field(), SQLDataType.VARCHAR);
      columns.add(text.as(Names.KEY));
      counts = counts.and(text.isNotNull());
    }
    value.ifPresent(of -> columns.add(new Numbers(facts).of(of).field().as(VALUE)));
    ended.ifPresent(
        column ->
            columns.add(cast(facts.named(column).field(), SQLDataType.LOCALDATE).as(Names.END)));
    parts.add(
        name("appearances")
            .as(
                DSL.select(columns)
                    .from(rows.factTable())
                    .where(rows.ofChosenSeries())
                    .and(counts)));
  }

  private Select<?> answer(Field<?> number, String source) {
    return answer(number, source, List.of());
  }

  /**
   * @param currencies what a sum is parted by, so that it is known which ones it is made of
   */
  private Select<?> answer(Field<?> number, String source, List<Field<String>> currencies) {
    List<Field<?>> grouping = new ArrayList<>(rows.grouping());
    grouping.addAll(currencies);
    return DSL.with(parts)
        .select(grouping)
        .select(number.as(Names.measure(0)))
        .from(table(name(source)))
        .groupBy(grouping)
        .orderBy(grouping)
        .limit(inline(FactStatement.MOST_CELLS + 1));
  }

  private static Field<LocalDate> daysBefore(Field<LocalDate> day, int days) {
    return cast(DSL.localDateSub(day, inline(days)), SQLDataType.LOCALDATE);
  }
}
