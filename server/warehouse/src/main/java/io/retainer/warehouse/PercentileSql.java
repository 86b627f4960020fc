package io.retainer.warehouse;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import java.math.BigDecimal;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * A percentile in exact decimals: the engine's own is floating point. The rank is counted in
 * thousandths, so that it and the way between two neighbours are whole numbers.
 */
final class PercentileSql {

  private static final int MOST_PLACES = 12;

  private PercentileSql() {}

  static MeasureSql.Expression of(Numbers.Exact value, BigDecimal percent) {
    int places = Math.min(value.places(), MOST_PLACES);
    int thousandths = percent.movePointRight(1).intValueExact();
    DataType<BigDecimal> type = SQLDataType.DECIMAL(38, places);
    Field<?> sorted = ByDialect.sorted(value.wide(places));
    Field<Long> rank = ByDialect.length(sorted).minus(inline(1L)).times(inline((long) thousandths));
    Field<Long> thousand = inline(1000L);
    Field<?> lower = ByDialect.at(sorted, ByDialect.whole(rank, thousand).plus(inline(1L)), type);
    Field<?> upper =
        ByDialect.at(
            sorted, ByDialect.whole(rank.plus(inline(999L)), thousand).plus(inline(1L)), type);
    Field<?> between =
        field(
            "({0} + ({1} - {0}) * cast(mod({2}, 1000) as decimal(38,0)) * cast(0.001 as decimal(38,3)))",
            SQLDataType.DECIMAL(38, places + 3), lower, upper, rank);
    return MeasureSql.Expression.of(
        ByDialect.percentile(value.wide(places), percent, between), places + 3);
  }
}
