package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.values;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.Converted;
import io.retainer.model.fact.Converted.Used;
import io.retainer.model.fact.ExchangeRates;
import io.retainer.spi.Column;
import io.retainer.spi.ColumnType;
import io.retainer.spi.Dataset;
import io.retainer.spi.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Row4;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The facts of a dataset as questions see them: where the client wants it, every amount is in its
 * currency. Rates are a small table that the facts are joined with by equality; without foreign
 * amounts there is none, and the facts are as they lie. An amount without a rate stays as it was
 * booked, and its row in that currency, which stops whatever would add it to others; were it empty,
 * a condition like {@code total > 0} would pass it over, and nobody would miss it.
 */
final class FactsInOneCurrency {

  private static final int PLACES_AS_BOOKED = 6;

  /** All those of the product: to round each of many rows would take longer than all the rest. */
  private static final int PLACES = PLACES_AS_BOOKED + ExchangeRates.PLACES;

  private static final Field<String> OF = field(name("_rate_of"), SQLDataType.VARCHAR);
  private static final Field<LocalDate> FROM = field(name("_rate_from"), SQLDataType.LOCALDATE);
  private static final Field<LocalDate> TO = field(name("_rate_to"), SQLDataType.LOCALDATE);
  private static final Field<BigDecimal> RATE =
      field(name("_rate"), SQLDataType.DECIMAL(38, ExchangeRates.PLACES));

  private final Dataset dataset;
  private final EmptyCells emptyCells;
  private final SortedSet<Used> rates = new TreeSet<>();
  private String into = "";

  /**
   * @param periods what answers for them has been converted by these rates
   */
  FactsInOneCurrency(Dataset dataset, Collection<PeriodCoverage> periods) {
    this.dataset = dataset;
    this.emptyCells = new EmptyCells(dataset, periods);
    for (PeriodCoverage period : periods) {
      for (Converted converted : period.coverage().converted().stream().toList()) {
        rates.addAll(converted.used());
        into = converted.into();
      }
    }
  }

  private boolean isConverted() {
    return !rates.isEmpty();
  }

  /**
   * @param start the day that decides the rate, or the first of several
   * @param end after the last of them
   */
  Table<?> table(Field<LocalDate> start, Field<LocalDate> end) {
    Table<Record> facts = FactRows.factTable(dataset);
    return isConverted()
        ? facts.leftJoin(rates()).on(booked().eq(OF)).and(start.eq(FROM)).and(end.eq(TO))
        : facts;
  }

  private Table<?> rates() {
    List<Row4<String, LocalDate, LocalDate, BigDecimal>> rows = new ArrayList<>();
    for (Used rate : rates) {
      rows.add(
          row(
              cast(inline(rate.currency()), SQLDataType.VARCHAR),
              cast(inline(rate.days().start()), SQLDataType.LOCALDATE),
              cast(inline(rate.days().end()), SQLDataType.LOCALDATE),
              cast(inline(rate.factor()), SQLDataType.DECIMAL(38, ExchangeRates.PLACES))));
    }
    @SuppressWarnings({"unchecked", "rawtypes"})
    Row4<String, LocalDate, LocalDate, BigDecimal>[] table = rows.toArray(new Row4[0]);
    return values(table).as("rates", OF.getName(), FROM.getName(), TO.getName(), RATE.getName());
  }

  /** The columns as they stand there. */
  Scope scope(ClockSql clock) {
    Scope scope = FactRows.factScope(dataset, clock);
    if (isConverted()) {
      dataset.columns().stream()
          .filter(column -> column.unit() == Unit.MONEY)
          .forEach(
              column -> scope.add(column.name(), converted(column), ColumnType.DECIMAL, PLACES));
    }
    scope.keepBack(emptyCells.keptBack());
    emptyCells.fill(scope);
    return scope;
  }

  /** Columns of which some values are kept back. */
  Set<String> keptBack() {
    return emptyCells.keptBack();
  }

  private Field<?> converted(Column column) {
    Field<BigDecimal> amount =
        FactRows.fact(column.name(), SQLDataType.DECIMAL(18, PLACES_AS_BOOKED));
    Field<BigDecimal> product =
        field(
            "({0} * {1})",
            SQLDataType.DECIMAL(38, PLACES),
            cast(amount, SQLDataType.DECIMAL(38, PLACES_AS_BOOKED)),
            RATE);
    return when(RATE.isNull(), cast(amount, SQLDataType.DECIMAL(38, PLACES))).otherwise(product);
  }

  /** The currency that a row's amounts are in now. */
  Field<String> currency() {
    return isConverted() ? when(RATE.isNotNull(), inline(into)).otherwise(booked()) : booked();
  }

  private static Field<String> booked() {
    return FactRows.fact("currency", SQLDataType.VARCHAR);
  }
}
