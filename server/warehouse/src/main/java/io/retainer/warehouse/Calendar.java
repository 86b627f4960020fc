package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import io.retainer.model.fact.FactQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row6;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * The days of the chosen series of each period, with the bucket they fall in: a small table that
 * the facts are joined with by equality. Overlapping periods cost no more than their days, and the
 * period is a column to group by.
 */
record Calendar(FactQuery query, List<PeriodCoverage> periods) {

  static final Table<Record> DAYS = table(name("calendar"));
  private static final Field<Long> OFFSET = field(name("_n"), SQLDataType.BIGINT);

  List<CommonTableExpression<?>> parts() {
    CommonTableExpression<?> days =
        name("days")
            .as(
                DSL.select(DSL.asterisk())
                    .select(ByDialect.plusDays(Names.START, OFFSET).as(Names.DAY))
                    .from(chosen())
                    .crossJoin(ByDialect.numbers(longest()))
                    .where(ByDialect.plusDays(Names.START, OFFSET).lt(Names.END)));
    CommonTableExpression<?> calendar =
        name("calendar")
            .as(
                DSL.select(DSL.asterisk())
                    .select(bucket().as(Names.BUCKET))
                    .select(greatest(Names.START, bucket()).as(Names.SLOT_START))
                    .select(slotEnd().as(Names.SLOT_END))
                    .from(table(name("days"))));
    return List.of(days, calendar);
  }

  private Table<?> chosen() {
    List<Row6<Integer, Long, LocalDate, LocalDate, Boolean, Boolean>> rows = new ArrayList<>();
    for (int i = 0; i < periods.size(); i++) {
      for (SeriesChoice choice : periods.get(i).chosen()) {
        rows.add(
            row(
                typed(i, SQLDataType.INTEGER),
                typed(choice.series().id(), SQLDataType.BIGINT),
                typed(choice.period().start(), SQLDataType.LOCALDATE),
                typed(choice.period().end(), SQLDataType.LOCALDATE),
                typed(choice.isExact(), SQLDataType.BOOLEAN),
                typed(choice.series().isEvents(), SQLDataType.BOOLEAN)));
      }
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    Row6<Integer, Long, LocalDate, LocalDate, Boolean, Boolean>[] table = rows.toArray(new Row6[0]);
    return values(table).as("chosen", "_period", "_series", "_start", "_end", "_exact", "_event");
  }

  private static <T> Field<T> typed(T value, DataType<T> type) {
    return cast(val(value), type);
  }

  /** Days of the longest period. */
  private int longest() {
    return periods.stream().mapToInt(each -> (int) each.period().days()).max().orElse(0);
  }

  private Field<LocalDate> bucket() {
    return query.bucket().map(bucket -> ByDialect.beginOf(bucket, Names.DAY)).orElse(Names.START);
  }

  private Field<LocalDate> slotEnd() {
    return query
        .bucket()
        .map(
            bucket ->
                least(Names.END, ByDialect.next(bucket, ByDialect.beginOf(bucket, Names.DAY))))
        .orElse(Names.END);
  }
}
