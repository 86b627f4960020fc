package io.retainer.warehouse;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;

import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The columns that can be named at one place of a statement. */
final class Scope {

  private final Map<String, Named> columns = new LinkedHashMap<>();
  private final Set<String> keptBack = new HashSet<>();
  private final ClockSql clock;
  private Optional<Field<LocalDate>> day = Optional.empty();

  /**
   * @param clock on which moments were read
   */
  Scope(ClockSql clock) {
    this.clock = clock;
  }

  ClockSql clock() {
    return clock;
  }

  /** Tells on which day a row is counted. */
  void countOn(Field<LocalDate> own) {
    day = Optional.of(own);
  }

  /** The day that a row is counted on. */
  Field<LocalDate> day() {
    return day.orElseThrow(
        () -> new IllegalArgumentException("What stands here is no row of a day"));
  }

  /**
   * @param places decimal places of a number
   */
  record Named(Field<?> field, ColumnType type, int places) {}

  void add(Column column, Field<?> field) {
    add(column.name(), field, column.type(), column.type() == ColumnType.DECIMAL ? 6 : 0);
  }

  void addNumber(String name, Field<?> field, int places) {
    add(name, field, places == 0 ? ColumnType.INTEGER : ColumnType.DECIMAL, places);
  }

  void add(String name, Field<?> field, ColumnType type, int places) {
    columns.put(name, new Named(field, type, places));
  }

  boolean has(String name) {
    return columns.containsKey(name);
  }

  /** Tells of which columns some values are kept back. */
  void keepBack(Set<String> some) {
    keptBack.addAll(some);
  }

  /** Whether values of the column are kept back, and it is told of which rows. */
  boolean keepsBack(String column) {
    return has(FactTable.SUPPRESSED) && keptBack.contains(column);
  }

  /** Whether the source keeps the row's value back. */
  Condition isKeptBack(String column) {
    if (!keepsBack(column)) {
      return DSL.falseCondition();
    }
    Field<String> names = named(FactTable.SUPPRESSED).field().coerce(SQLDataType.VARCHAR);
    return DSL.condition(
        ByDialect.contains(coalesce(names, inline("")), inline("," + column + ",")));
  }

  Named named(String name) {
    Named found = columns.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "There is no column \"" + name + "\" here; there are " + columns.keySet());
    }
    return found;
  }
}
