package io.retainer.warehouse;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.Measure;
import io.retainer.spi.Dataset;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * An aggregation over the rows of a group, as one SQL expression: conditions stand inside a {@code
 * case}, since a {@code filter} for each measure is many times slower on this engine.
 */
final class MeasureSql {

  private final Scope scope;
  private final Numbers numbers;
  private final Conditions conditions;
  private final Dataset dataset;

  /**
   * @param dataset tells which columns count distinct people
   */
  MeasureSql(Scope scope, Dataset dataset) {
    this.scope = scope;
    this.numbers = new Numbers(scope);
    this.conditions = new Conditions(scope);
    this.dataset = dataset;
  }

  /**
   * @param value the number
   * @param divisor what the number is still to be divided by: outside, where no digit is lost
   * @param refused 1 when distinct counts would have had to be added
   */
  record Expression(
      Field<?> value, int places, Optional<Numbers.Exact> divisor, Optional<Field<?>> refused) {

    static Expression of(Field<?> value, int places) {
      return new Expression(value, places, Optional.empty(), Optional.empty());
    }

    /** As one number, for where an outer aggregation goes on with it. */
    Numbers.Exact inSql() {
      Numbers.Exact number = new Numbers.Exact(value, places);
      return divisor.map(by -> Numbers.quotient(number, by)).orElse(number);
    }
  }

  /**
   * @param lastDay the column with the day whose rows count, for levels
   */
  Expression of(Measure measure, Optional<Field<?>> lastDay) {
    Aggregation aggregation = measure.aggregation();
    org.jooq.Condition where = where(aggregation.where());
    if (aggregation instanceof Aggregation.Count) {
      return Expression.of(sum(when(where, inline(1)).otherwise(inline(0))), 0);
    }
    if (aggregation instanceof Aggregation.Sum sum) {
      return total(sum, where);
    }
    if (aggregation instanceof Aggregation.Distinct distinct) {
      return Expression.of(countDistinct(when(where, scope.named(distinct.column()).field())), 0);
    }
    if (aggregation instanceof Aggregation.Statistic statistic) {
      return statistic(statistic, where);
    }
    if (aggregation instanceof Aggregation.Percentile percentile) {
      Numbers.Exact value = numbers.of(percentile.value());
      return PercentileSql.of(
          new Numbers.Exact(when(where, value.field()), value.places()), percentile.percent());
    }
    if (aggregation instanceof Aggregation.Furthest furthest) {
      return Expression.of(max(furthest(furthest, where)), 0);
    }
    if (aggregation instanceof Aggregation.WeightedMean mean) {
      return weightedMean(mean, where);
    }
    if (aggregation instanceof Aggregation.Level level) {
      Numbers.Exact column = numbers.column(level.column());
      return Expression.of(
          sum(number(when(where.and(onDay(lastDay)), column.field()))), column.places());
    }
    if (aggregation instanceof Aggregation.CountOnLastDay) {
      return Expression.of(sum(when(where.and(onDay(lastDay)), inline(1)).otherwise(inline(0))), 0);
    }
    if (aggregation instanceof Aggregation.SumOnLastDay last) {
      Numbers.Exact value = numbers.of(last.value());
      return Expression.of(
          sum(number(when(where.and(onDay(lastDay)), value.field()))), value.places());
    }
    if (aggregation instanceof Aggregation.SumOfCounts counts) {
      Numbers.Exact column = numbers.column(counts.column());
      return Expression.of(sum(number(when(where, column.field()))), column.places());
    }
    throw new IllegalArgumentException(measure.name() + " cannot be asked for here");
  }

  private Field<Integer> furthest(Aggregation.Furthest furthest, org.jooq.Condition where) {
    Field<Integer> step = inline(0);
    for (int i = 1; i <= furthest.steps().size(); i++) {
      org.jooq.Condition reached = where.and(conditions.of(furthest.steps().get(i - 1)));
      step = when(reached, inline(i)).otherwise(step);
    }
    return step;
  }

  org.jooq.Condition where(Optional<Condition> where) {
    return where.map(conditions::of).orElse(DSL.trueCondition());
  }

  private Expression total(Aggregation.Sum sum, org.jooq.Condition where) {
    Numbers.Exact value = numbers.of(sum.value());
    Field<?> counted = when(where, value.field());
    Field<BigDecimal> total = sum(number(counted));
    if (!Need.sumsDistinct(sum.value(), dataset)) {
      return Expression.of(total, value.places());
    }
    Field<?> inPart = when(where.and(Names.WHOLE.isFalse()), value.field());
    org.jooq.Condition refused = count(counted).gt(1).or(count(inPart).gt(0));
    return new Expression(
        when(DSL.not(refused), total),
        value.places(),
        Optional.empty(),
        Optional.of(when(refused, inline(1)).otherwise(inline(0))));
  }

  private Expression statistic(Aggregation.Statistic statistic, org.jooq.Condition where) {
    Numbers.Exact value = numbers.of(statistic.value());
    Field<?> counted = when(where, value.field());
    return switch (statistic.function()) {
      case MIN -> Expression.of(min(counted), value.places());
      case MAX -> Expression.of(max(counted), value.places());
      case MEDIAN -> median(new Numbers.Exact(counted, value.places()));
    };
  }

  /** The engine's own median is floating point, so the middle of the sorted list is taken. */
  private static Expression median(Numbers.Exact value) {
    int places = Math.min(value.places(), 17);
    DataType<BigDecimal> type = SQLDataType.DECIMAL(38, places);
    Field<?> sorted = ByDialect.sorted(value.wide(places));
    Field<Long> length = ByDialect.length(sorted);
    Field<Long> two = inline(2L);
    Field<?> middle =
        field(
            "(({0} + {1}) * cast(0.5 as decimal(38,1)))",
            SQLDataType.DECIMAL(38, places + 1),
            ByDialect.at(sorted, ByDialect.whole(length.plus(inline(1L)), two), type),
            ByDialect.at(sorted, ByDialect.whole(length, two).plus(inline(1L)), type));
    return Expression.of(
        ByDialect.percentile(value.wide(places), BigDecimal.valueOf(50), middle), places + 1);
  }

  private Expression weightedMean(Aggregation.WeightedMean mean, org.jooq.Condition where) {
    Numbers.Exact value = numbers.of(mean.value());
    Numbers.Exact weight = numbers.of(mean.weight());
    Numbers.Exact product = Numbers.product(value, weight);
    Field<?> weighted = sum(number(when(where, product.field())));
    Field<?> weights = sum(number(when(where.and(value.field().isNotNull()), weight.field())));
    return new Expression(
        weighted,
        product.places(),
        Optional.of(new Numbers.Exact(weights, weight.places())),
        Optional.empty());
  }

  private static org.jooq.Condition onDay(Optional<Field<?>> lastDay) {
    return Names.DAY.eq(cast(lastDay.orElseThrow(), SQLDataType.LOCALDATE));
  }

  private static Field<BigDecimal> number(Field<?> any) {
    // Only the Java type changes: a cast in SQL would cost a copy of each value.
    return any.coerce(SQLDataType.NUMERIC);
  }
}
