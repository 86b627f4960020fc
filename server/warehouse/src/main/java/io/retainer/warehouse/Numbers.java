package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Arithmetic on exact decimals. The database's own rules will not do: its division gives floating
 * point, and its product of two narrow decimals overflows; so every operand gets all 38 digits
 * first.
 */
final class Numbers {

  private static final int DIGITS = 38;
  private static final int MOST_PLACES = 18;
  private static final int QUOTIENT_PLACES = 12;

  private final Scope scope;

  Numbers(Scope scope) {
    this.scope = scope;
  }

  /** A number and its decimal places. */
  record Exact(Field<?> field, int places) {

    Field<BigDecimal> wide(int places) {
      return cast(field, SQLDataType.DECIMAL(DIGITS, places));
    }
  }

  Exact of(RowValue value) {
    if (value instanceof RowValue.ColumnValue column) {
      return column(column.column());
    }
    if (value instanceof RowValue.Constant constant) {
      return constant(constant.value());
    }
    if (value instanceof RowValue.IfMissing ifMissing) {
      return ifMissing(ifMissing);
    }
    if (value instanceof RowValue.Elapsed elapsed) {
      return ElapsedSql.of(elapsed, scope);
    }
    if (value instanceof RowValue.OfMoment moment) {
      return ElapsedSql.of(moment, scope);
    }
    if (value instanceof RowValue.Weekday) {
      return new Exact(ByDialect.weekday(scope.day()), 0);
    }
    if (value instanceof RowValue.Suppressed suppressed) {
      return keptBack(suppressed);
    }
    if (value instanceof RowValue.Lacking lacking) {
      return lacking(lacking.value());
    }
    RowValue.Arithmetic arithmetic = (RowValue.Arithmetic) value;
    Exact left = of(arithmetic.left());
    Exact right = of(arithmetic.right());
    int places = Math.max(left.places, right.places);
    return switch (arithmetic.operator()) {
      case PLUS -> new Exact(left.wide(places).add(right.wide(places)), places);
      case MINUS -> new Exact(left.wide(places).sub(right.wide(places)), places);
      case TIMES -> product(left, right);
      case DIVIDED_BY -> quotient(left, right);
    };
  }

  private Exact keptBack(RowValue.Suppressed suppressed) {
    return one(scope.isKeptBack(suppressed.column()));
  }

  private Exact lacking(RowValue value) {
    Condition isMissing = of(value).field().isNull();
    return one(
        scope.has(FactTable.SUPPRESSED) ? isMissing.and(DSL.not(isAnyKeptBack(value))) : isMissing);
  }

  private static Exact one(Condition where) {
    return new Exact(cast(when(where, inline(1)), SQLDataType.BIGINT), 0);
  }

  private Condition isAnyKeptBack(RowValue value) {
    return DSL.or(NamedColumns.of(value).stream().map(scope::isKeptBack).toList());
  }

  /** What is kept back is not missing. */
  private Exact ifMissing(RowValue.IfMissing ifMissing) {
    Exact value = of(ifMissing.value());
    Exact otherwise = of(ifMissing.otherwise());
    int places = Math.max(value.places, otherwise.places);
    Field<BigDecimal> there = coalesce(value.wide(places), otherwise.wide(places));
    if (!scope.has(FactTable.SUPPRESSED)) {
      return new Exact(there, places);
    }
    return new Exact(when(DSL.not(isAnyKeptBack(ifMissing.value())), there), places);
  }

  Exact column(String name) {
    Scope.Named named = scope.named(name);
    if (named.type() != ColumnType.INTEGER && named.type() != ColumnType.DECIMAL) {
      throw new IllegalArgumentException("Column \"" + name + "\" is no number");
    }
    return new Exact(named.field(), named.places());
  }

  static Exact constant(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    int places = Math.min(Math.max(plain.scale(), 0), MOST_PLACES);
    BigDecimal fitted = plain.setScale(places, RoundingMode.HALF_EVEN);
    return new Exact(cast(val(fitted), SQLDataType.DECIMAL(DIGITS, places)), places);
  }

  static Exact product(Exact left, Exact right) {
    int leftPlaces = left.places;
    int rightPlaces = right.places;
    if (leftPlaces + rightPlaces > MOST_PLACES) {
      leftPlaces = Math.min(leftPlaces, MOST_PLACES / 2);
      rightPlaces = Math.min(rightPlaces, MOST_PLACES / 2);
    }
    return new Exact(
        field(
            "({0} * {1})",
            SQLDataType.DECIMAL(DIGITS, leftPlaces + rightPlaces),
            left.wide(leftPlaces),
            right.wide(rightPlaces)),
        leftPlaces + rightPlaces);
  }

  /** Division of whole numbers after shifting the point; by zero it is missing. */
  static Exact quotient(Exact left, Exact right) {
    int places = Math.min(Math.max(left.places, right.places), QUOTIENT_PLACES);
    Field<?> digits =
        ByDialect.wholeQuotient(
            shifted(left, places), shifted(right, places), BigDecimal.TEN.pow(QUOTIENT_PLACES));
    return new Exact(
        field(
            "({0} * cast({1} as decimal(38,12)))",
            SQLDataType.DECIMAL(DIGITS, QUOTIENT_PLACES), digits, inline("0.000000000001")),
        QUOTIENT_PLACES);
  }

  private static Field<?> shifted(Exact number, int places) {
    return field(
        "({0} * cast({1} as decimal(38,0)))",
        SQLDataType.DECIMAL(DIGITS, places),
        number.wide(places),
        inline(BigDecimal.TEN.pow(places).toPlainString()));
  }
}
