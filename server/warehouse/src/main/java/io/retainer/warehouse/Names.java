package io.retainer.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Names inside a statement. The underscore keeps them apart from the vocabulary's columns. */
final class Names {

  static final Field<Integer> PERIOD = field(name("_period"), SQLDataType.INTEGER);
  static final Field<Long> SERIES = field(name("_series"), SQLDataType.BIGINT);
  static final Field<LocalDate> START = field(name("_start"), SQLDataType.LOCALDATE);
  static final Field<LocalDate> END = field(name("_end"), SQLDataType.LOCALDATE);
  static final Field<Boolean> EXACT = field(name("_exact"), SQLDataType.BOOLEAN);
  static final Field<Boolean> EVENT = field(name("_event"), SQLDataType.BOOLEAN);
  static final Field<LocalDate> DAY = field(name("_day"), SQLDataType.LOCALDATE);
  static final Field<LocalDate> BUCKET = field(name("_bucket"), SQLDataType.LOCALDATE);
  static final Field<LocalDate> SLOT_START = field(name("_slot_start"), SQLDataType.LOCALDATE);
  static final Field<LocalDate> SLOT_END = field(name("_slot_end"), SQLDataType.LOCALDATE);
  static final Field<Boolean> WHOLE = field(name("_whole"), SQLDataType.BOOLEAN);
  static final Field<String> KEY = field(name("_key"), SQLDataType.VARCHAR);
  static final Field<LocalDate> FIRST = field(name("_first"), SQLDataType.LOCALDATE);

  static final Field<String> CURRENCY = field(name("_currency"), SQLDataType.VARCHAR);

  /** The currency of the first row of a history's key. */
  static final Field<String> TOLD_CURRENCY = field(name("_told_currency"), SQLDataType.VARCHAR);

  private Names() {}

  static Field<String> group(int index) {
    return field(name("_g" + index), SQLDataType.VARCHAR);
  }

  /** Columns as they stand in one of several tables. */
  static List<Field<?>> of(String table, List<Field<?>> columns) {
    List<Field<?>> qualified = new ArrayList<>();
    columns.forEach(column -> qualified.add(of(table, column)));
    return qualified;
  }

  private static <T> Field<T> of(String table, Field<T> column) {
    return field(name(table, column.getName()), column.getDataType());
  }

  /** Some databases do not merge the columns of a {@code using}. */
  static Condition equal(String one, String other, List<Field<?>> columns) {
    return DSL.and(columns.stream().map(column -> equal(one, other, column)).toList());
  }

  private static <T> Condition equal(String one, String other, Field<T> column) {
    return of(one, column).eq(of(other, column));
  }

  static String measure(int index) {
    return "_m" + index;
  }

  static String divisor(int index) {
    return "_d" + index;
  }

  static String refused(int index) {
    return "_r" + index;
  }

  static String used(int index) {
    return "_u" + index;
  }

  static String lastDay(int index) {
    return "_l" + index;
  }
}
