package io.retainer.kpi.formula;

import io.retainer.kpi.formula.Formula.Aggregate;
import io.retainer.kpi.formula.Formula.Combined;
import io.retainer.kpi.formula.Formula.OfTotal;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.RowValue;
import io.retainer.spi.Additivity;
import io.retainer.spi.Column;
import io.retainer.spi.Unit;
import java.util.Optional;

/**
 * How many amounts a number is a product of: one for a count or a sum, none for a rate. A mean of
 * amounts by the weight of others, which looks like a rate, is one of them too: it has the unit of
 * what is averaged.
 */
public final class Amounts {

  private final RowSet rows;

  private Amounts(RowSet rows) {
    this.rows = rows;
  }

  public static int in(Formula formula) {
    if (formula instanceof Combined combined) {
      int left = in(combined.left());
      int right = in(combined.right());
      return switch (combined.operator()) {
        case TIMES -> left + right;
        case DIVIDED_BY -> left - right;
        case PLUS, MINUS -> Math.max(left, right);
      };
    } else if (formula instanceof Formula.Power power) {
      return power.exponent() * in(power.base());
    } else if (formula instanceof Aggregate aggregate) {
      return new Amounts(aggregate.rows()).in(aggregate.aggregation());
    } else if (formula instanceof OfTotal total) {
      return new Amounts(total.rows()).in(total.aggregation());
    }
    return formula instanceof Formula.AsCounted ? 1 : 0;
  }

  private int in(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Statistic statistic) {
      return in(statistic.value());
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      return in(percentile.value());
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      return in(mean.value());
    } else if (aggregation instanceof Aggregation.Sum sum) {
      return summed(sum.value());
    } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
      return summed(sum.value());
    }
    return 1;
  }

  /** Rates of rows that are added up come to a number of rows. */
  private int summed(RowValue value) {
    return Math.max(1, in(value));
  }

  private int in(RowValue value) {
    if (value instanceof RowValue.ColumnValue column) {
      return ofColumn(column.column());
    } else if (value instanceof RowValue.IfMissing ifMissing) {
      return in(ifMissing.value());
    } else if (value instanceof RowValue.Arithmetic arithmetic) {
      int left = in(arithmetic.left());
      int right = in(arithmetic.right());
      return switch (arithmetic.operator()) {
        case TIMES -> left + right;
        case DIVIDED_BY -> left - right;
        case PLUS, MINUS -> Math.max(left, right);
      };
    }
    return value instanceof RowValue.Constant ? 0 : 1;
  }

  private int ofColumn(String name) {
    Optional<Measure> measure =
        rows.perKey().stream()
            .flatMap(inner -> inner.measures().stream())
            .filter(inner -> inner.name().equals(name))
            .findFirst();
    if (measure.isPresent()) {
      RowSet inside =
          new RowSet(rows.dataset(), rows.where(), Optional.empty(), rows.dated(), rows.history());
      return new Amounts(inside).in(measure.get().aggregation());
    }
    return rows.dataset().find(name).map(Amounts::of).orElse(1);
  }

  /** Places and answers lie on a scale. */
  private static int of(Column column) {
    boolean isRate =
        column.unit() == Unit.FRACTION
            || column.unit() == Unit.POSITION
            || column.additivity() == Additivity.MARK;
    return isRate ? 0 : 1;
  }
}
