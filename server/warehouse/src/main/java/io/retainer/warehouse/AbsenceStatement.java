package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Profiles that were read before a period (or bucket) and are not read in it, although their series
 * has other rows there.
 */
final class AbsenceStatement {

  private final FactQuery query;
  private final FactRows rows;
  private final Aggregation.AbsentProfiles absent;

  AbsenceStatement(FactQuery query, FactRows rows, Aggregation.AbsentProfiles absent) {
    this.query = query;
    this.rows = rows;
    this.absent = absent;
  }

  Select<?> select() {
    List<CommonTableExpression<?>> parts = new ArrayList<>(rows.parts());
    List<Field<?>> slot = List.of(Names.PERIOD, Names.BUCKET, Names.SERIES);
    List<Field<?>> place = new ArrayList<>(slot);
    place.addAll(named());
    parts.add(name("earlier").as(earlier()));
    parts.add(
        name("slots").as(DSL.selectDistinct(slot).select(Names.SLOT_START).from(Calendar.DAYS)));
    List<Field<?>> known = new ArrayList<>(rows.grouping());
    known.addAll(Names.of("earlier", List.of(Names.SERIES)));
    known.addAll(named());
    parts.add(
        name("known")
            .as(
                DSL.selectDistinct(known)
                    .from(table(name("earlier")))
                    .join(table(name("slots")))
                    .on(Names.equal("earlier", "slots", List.of(Names.SERIES)))
                    .and(Names.DAY.lt(Names.SLOT_START))
                    .and(Names.DAY.ge(from()))));
    parts.add(name("present").as(present(slot)));
    parts.add(name("read").as(DSL.selectDistinct(slot).from(table(name("present")))));
    List<Field<?>> grouping = Names.of("known", rows.grouping());
    return DSL.with(parts)
        .select(grouping)
        .select(count().as(Names.measure(0)))
        .from(table(name("known")))
        .join(table(name("read")))
        .on(Names.equal("known", "read", slot))
        .leftJoin(table(name("present")))
        .on(Names.equal("known", "present", place))
        .where(Names.of("present", List.of(Names.SERIES)).get(0).isNull())
        .groupBy(grouping)
        .orderBy(grouping)
        .limit(inline(FactStatement.MOST_CELLS + 1));
  }

  /** Days on which profiles had rows that count, in each group. */
  private Select<?> earlier() {
    Scope facts = rows.factScope();
    return DSL.selectDistinct(rows.factGroups())
        .select(FactRows.fact("series", SQLDataType.BIGINT).as(Names.SERIES))
        .select(rows.day().as(Names.DAY))
        .select(profile(facts))
        .from(rows.factTable())
        .where(rows.ofChosenSeries())
        .and(rows.day().ge(firstOfAll()))
        .and(new MeasureSql(facts, query.dataset()).where(absent.where()));
  }

  /** In whatever group. */
  private Select<?> present(List<Field<?>> slot) {
    Scope scope = rows.rowScope();
    return DSL.selectDistinct(slot)
        .select(profile(scope))
        .from(FactRows.ROWS)
        .where(new MeasureSql(scope, query.dataset()).where(absent.where()));
  }

  /** The first day that matters; a bucket is no longer than a month. */
  private Field<LocalDate> from() {
    Field<LocalDate> from = before(Aggregation.AbsentProfiles.FEWEST_DAYS);
    for (int i = 0; i < query.periods().size() && query.bucket().isEmpty(); i++) {
      int days = Aggregation.AbsentProfiles.daysBefore(query.periods().get(i));
      if (days > Aggregation.AbsentProfiles.FEWEST_DAYS) {
        from = when(Names.PERIOD.eq(inline(i)), before(days)).otherwise(from);
      }
    }
    return from;
  }

  /** Of the days that matter to any of the periods. */
  private LocalDate firstOfAll() {
    return query.periods().stream()
        .map(each -> each.start().minusDays(Aggregation.AbsentProfiles.daysBefore(each)))
        .min(LocalDate::compareTo)
        .orElseThrow();
  }

  private static Field<LocalDate> before(int days) {
    return cast(DSL.localDateSub(Names.SLOT_START, inline(days)), SQLDataType.LOCALDATE);
  }

  private List<Field<?>> profile(Scope scope) {
    List<Field<?>> columns = new ArrayList<>();
    for (int i = 0; i < absent.profile().size(); i++) {
      Field<String> text = cast(scope.named(absent.profile().get(i)).field(), SQLDataType.VARCHAR);
      columns.add(coalesce(text, inline("")).as(profile(i)));
    }
    return columns;
  }

  private List<Field<?>> named() {
    List<Field<?>> columns = new ArrayList<>();
    for (int i = 0; i < absent.profile().size(); i++) {
      columns.add(profile(i));
    }
    return columns;
  }

  private static Field<String> profile(int index) {
    return field(name("_p" + index), SQLDataType.VARCHAR);
  }
}
