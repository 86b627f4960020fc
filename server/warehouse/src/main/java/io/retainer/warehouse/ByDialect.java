package io.retainer.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.retainer.spi.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.CustomField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * What each database says in words of its own: the one seam between the plan and DuckDB,
 * PostgreSQL, H2 and Trino. Everything else of a statement is the same for all.
 */
final class ByDialect {

  private ByDialect() {}

  /** Templates, with {@code {0}}, {@code {1}} … for the parts. */
  private static <T> Field<T> say(
      DataType<T> type,
      String duckdb,
      String postgres,
      String h2,
      String trino,
      QueryPart... parts) {
    return choose(
        type,
        dialect ->
            field(
                switch (dialect) {
                  case POSTGRES -> postgres;
                  case H2 -> h2;
                  case TRINO -> trino;
                  default -> duckdb;
                },
                type,
                parts));
  }

  private static <T> Field<T> choose(DataType<T> type, Function<SQLDialect, Field<T>> choice) {
    return CustomField.of(
        DSL.name("by_dialect"), type, context -> context.visit(choice.apply(context.family())));
  }

  /** The whole numbers from 0 to one before the end, as column {@code _n}. */
  static Table<Record> numbers(int end) {
    Field<Object> rows =
        say(
            SQLDataType.OTHER,
            "range({0}, {1})",
            "generate_series({0}, {1} - 1)",
            "system_range({0}, {1} - 1)",
            "unnest(sequence({0}, {1} - 1))",
            inline(0),
            inline(end));
    return DSL.table("{0}", rows).as("numbers", "_n");
  }

  static Field<LocalDate> plusDays(Field<LocalDate> day, Field<?> days) {
    String sum = "({0} + cast({1} as integer))";
    return say(
        SQLDataType.LOCALDATE,
        sum,
        sum,
        "dateadd(day, {1}, {0})",
        "date_add('day', {1}, {0})",
        day,
        days);
  }

  static Field<LocalDate> beginOf(Grain bucket, Field<LocalDate> day) {
    String unit = unit(bucket);
    String truncated = "cast(date_trunc('" + unit + "', {0}) as date)";
    // H2's own week begins on Sunday.
    String h2 = "cast(date_trunc(" + (bucket == Grain.WEEK ? "iso_week" : unit) + ", {0}) as date)";
    return say(SQLDataType.LOCALDATE, truncated, truncated, h2, truncated, day);
  }

  static Field<LocalDate> next(Grain bucket, Field<LocalDate> begin) {
    String unit = unit(bucket);
    return say(
        SQLDataType.LOCALDATE,
        "cast(({0} + interval 1 " + unit + ") as date)",
        "cast(({0} + interval '1 " + unit + "') as date)",
        "cast(dateadd(" + unit + ", 1, {0}) as date)",
        "cast(date_add('" + unit + "', 1, {0}) as date)",
        begin);
  }

  private static String unit(Grain bucket) {
    return switch (bucket) {
      case DAY, WEEK, MONTH -> bucket.name().toLowerCase(Locale.ROOT);
      default ->
          throw new IllegalArgumentException("Time is split by DAY, WEEK or MONTH, not " + bucket);
    };
  }

  static Field<Long> daysBetween(Field<?> from, Field<?> to) {
    return say(
        SQLDataType.BIGINT,
        "date_diff('day', {0}, {1})",
        "cast(({1} - {0}) as bigint)",
        "datediff(day, {0}, {1})",
        "date_diff('day', {0}, {1})",
        from,
        to);
  }

  static Field<Long> secondsBetween(Field<?> from, Field<?> to) {
    return say(
        SQLDataType.BIGINT,
        "date_diff('second', {0}, {1})",
        "cast(extract(epoch from (date_trunc('second', {1}) - date_trunc('second', {0}))) as bigint)",
        "datediff(second, {0}, {1})",
        "date_diff('second', {0}, {1})",
        from,
        to);
  }

  /** Monday is 1 and Sunday 7. */
  static Field<Long> weekday(Field<?> moment) {
    return say(
        SQLDataType.BIGINT,
        "isodow({0})",
        "cast(extract(isodow from {0}) as bigint)",
        "cast(extract(iso_day_of_week from {0}) as bigint)",
        "day_of_week({0})",
        moment);
  }

  static Field<Long> hour(Field<?> moment) {
    String hour = "cast(extract(hour from {0}) as bigint)";
    return say(SQLDataType.BIGINT, hour, hour, hour, hour, moment);
  }

  /**
   * How often a whole number times a factor contains another one; by zero it is missing. DuckDB's
   * own division of decimals is floating point.
   */
  static Field<BigDecimal> wholeQuotient(Field<?> left, Field<?> right, BigDecimal factor) {
    String shifted = "{0} * cast({2} as decimal(38,0))";
    // Trino rounds what does not divide evenly, and a scale takes digits of its 38 away.
    String product = "cast({0} as decimal(38,0)) * cast({2} as decimal(38,0))";
    String divisor = "nullif(cast({1} as decimal(38,0)), 0)";
    return say(
        SQLDataType.DECIMAL(38, 0),
        "cast(divide(cast({0} as hugeint) * cast({2} as hugeint), nullif(cast({1} as hugeint), 0)) as decimal(38,0))",
        "div(" + shifted + ", nullif({1}, 0))",
        "trunc(" + shifted + " / nullif({1}, 0), 0)",
        "((" + product + " - mod(" + product + ", " + divisor + ")) / " + divisor + ")",
        left,
        right,
        inline(factor.toPlainString()));
  }

  /** The values that are there, in order. */
  static Field<Object> sorted(Field<?> values) {
    String inOrder = "(array_agg({0} order by {0}) filter (where {0} is not null))";
    return say(
        SQLDataType.OTHER,
        "list_sort(list({0}) filter (where {0} is not null))",
        inOrder,
        inOrder,
        "array_sort(array_agg({0}) filter (where {0} is not null))",
        values);
  }

  static Field<Long> length(Field<?> list) {
    String length = "cardinality({0})";
    return say(SQLDataType.BIGINT, "len({0})", length, length, length, list);
  }

  /** The value at a place, counted from 1. */
  static <T> Field<T> at(Field<?> list, Field<?> place, DataType<T> type) {
    return say(
        type, "{0}[{1}]", "({0})[{1}]", "array_get({0}, {1})", "element_at({0}, {1})", list, place);
  }

  /**
   * H2's own percentile, which is exact for decimals: several lists in one expression end in an
   * error of its aggregation. For all others the one that is made of a sorted list.
   */
  static Field<?> percentile(Field<BigDecimal> values, BigDecimal percent, Field<?> ofList) {
    DataType<BigDecimal> type = SQLDataType.DECIMAL(38, 18);
    Field<BigDecimal> own =
        field(
            "(percentile_cont({0}) within group (order by {1}))",
            type, inline(percent.movePointLeft(2)), values);
    return choose(type, dialect -> dialect == SQLDialect.H2 ? own : ofList.coerce(type));
  }

  /** Division of numbers that are whole and not negative. */
  static Field<Long> whole(Field<?> left, Field<?> right) {
    String divided = "({0} / {1})";
    return say(SQLDataType.BIGINT, "divide({0}, {1})", divided, divided, divided, left, right);
  }

  /**
   * In small letters, of any alphabet. Our columns compare byte by byte, as DuckDB does, and
   * PostgreSQL's own letters for that are those of English alone.
   */
  static Field<String> lower(Field<String> text) {
    String own = "lower({0})";
    return say(
        SQLDataType.VARCHAR, own, "(lower({0} collate \"default\") collate \"C\")", own, own, text);
  }

  static Field<Boolean> contains(Field<String> text, Field<String> part) {
    String found = "(position({1} in {0}) > 0)";
    return say(SQLDataType.BOOLEAN, "contains({0}, {1})", found, found, found, text, part);
  }

  static Field<Boolean> startsWith(Field<String> text, Field<String> part) {
    String own = "starts_with({0}, {1})";
    return say(SQLDataType.BOOLEAN, own, own, "(left({0}, length({1})) = {1})", own, text, part);
  }

  static Field<Boolean> endsWith(Field<String> text, Field<String> part) {
    String right = "(right({0}, length({1})) = {1})";
    return say(
        SQLDataType.BOOLEAN,
        "ends_with({0}, {1})",
        right,
        right,
        "(substr({0}, length({0}) - length({1}) + 1) = {1})",
        text,
        part);
  }
}
