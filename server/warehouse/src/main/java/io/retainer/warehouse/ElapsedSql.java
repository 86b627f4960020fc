package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;

import io.retainer.model.fact.RowValue;
import io.retainer.spi.ColumnType;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * Time between two columns: whole days by the calendar, hours and minutes by the clock of the
 * client's zone, through its changes.
 */
final class ElapsedSql {

  private ElapsedSql() {}

  static Numbers.Exact of(RowValue.Elapsed elapsed, Scope scope) {
    Field<LocalDateTime> from = moment(scope.named(elapsed.from()), elapsed.from());
    Field<LocalDateTime> to = moment(scope.named(elapsed.to()), elapsed.to());
    return switch (elapsed.in()) {
      case DAYS ->
          new Numbers.Exact(
              ByDialect.daysBetween(
                  cast(from, SQLDataType.LOCALDATE), cast(to, SQLDataType.LOCALDATE)),
              0);
      case HOURS -> parts(from, to, scope.clock(), 3600);
      case MINUTES -> parts(from, to, scope.clock(), 60);
    };
  }

  static Numbers.Exact of(RowValue.OfMoment of, Scope scope) {
    Field<?> at = moment(scope.named(of.column()), of.column());
    return new Numbers.Exact(
        switch (of.part()) {
          case WEEKDAY -> ByDialect.weekday(at);
          case HOUR -> ByDialect.hour(at);
        },
        0);
  }

  private static Numbers.Exact parts(
      Field<LocalDateTime> from, Field<LocalDateTime> to, ClockSql clock, int seconds) {
    Field<?> elapsed = clock.secondsBetween(from, to);
    return Numbers.quotient(
        new Numbers.Exact(elapsed, 0), Numbers.constant(BigDecimal.valueOf(seconds)));
  }

  private static Field<LocalDateTime> moment(Scope.Named column, String name) {
    if (column.type() != ColumnType.DATE && column.type() != ColumnType.TIMESTAMP) {
      throw new IllegalArgumentException("Column \"" + name + "\" is no date");
    }
    return cast(column.field(), SQLDataType.LOCALDATETIME);
  }
}
