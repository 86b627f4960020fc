package io.retainer.kpi.formula;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import io.retainer.model.fact.RowValue.Operator;
import java.util.Optional;

/** A formula in the words a script would use, for reasons. */
public final class FormulaWords {

  private FormulaWords() {}

  public static String of(Formula formula) {
    if (formula instanceof Formula.Constant constant) {
      return constant.value().toPlainString();
    } else if (formula instanceof Formula.AsCounted counted) {
      return "asCounted(" + counted.column() + ")";
    } else if (formula instanceof Formula.Table table) {
      return words(table.block());
    } else if (formula instanceof Formula.Expectation expectation) {
      return words(expectation.block());
    } else if (formula instanceof Formula.Power power) {
      return "compounded(" + of(power.base()) + ", " + power.exponent() + ")";
    } else if (formula instanceof Formula.OfTotal total) {
      return "total(" + of(total.aggregation()) + ")";
    } else if (formula instanceof Formula.Combined combined) {
      return joined(part(combined.left()), combined.operator(), part(combined.right()));
    }
    Formula.Aggregate aggregate = (Formula.Aggregate) formula;
    return of(aggregate.aggregation())
        + (aggregate.aggregation().where().isPresent() ? ".where(…)" : "");
  }

  private static String words(Block block) {
    if (block instanceof Block.Cohorts cohorts) {
      return "cohorts(" + cohorts.ask().key() + ")";
    } else if (block instanceof Block.Rfm rfm) {
      return "rfm(" + rfm.ask().key() + ", " + of(rfm.ask().value()) + ")";
    } else if (block instanceof Block.Ranking ranking) {
      return "ranking(" + ranking.dimension() + ", " + of(ranking.measure()) + ")";
    } else if (block instanceof Block.Expected expected) {
      return (expected.money() ? "expectedValue(" : "expectedOrders(") + expected.ask().key() + ")";
    } else if (block instanceof Block.Funnel funnel) {
      return "funnel(" + String.join(", ", funnel.steps()) + ")";
    }
    return "uplift("
        + String.join(", ", block.parts().stream().map(FormulaWords::of).toList())
        + ")";
  }

  private static String of(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum sum) {
      return "sum(" + of(sum.value()) + ")";
    } else if (aggregation instanceof Aggregation.Distinct distinct) {
      return "distinct(" + distinct.column() + ")";
    } else if (aggregation instanceof Aggregation.Level level) {
      return (level.first() ? "first(" : "last(") + level.column() + ")";
    } else if (aggregation instanceof Aggregation.SumOnLastDay last) {
      return "sumOnLastDay(" + of(last.value()) + ")";
    } else if (aggregation instanceof Aggregation.SumOfCounts counts) {
      return "sumOfCounts(" + counts.column() + ")";
    } else if (aggregation instanceof Aggregation.ExistingKeys keys) {
      return "existing(" + keys.key() + ")";
    } else if (aggregation instanceof Aggregation.RetainedKeys keys) {
      return "retained(" + keys.key() + ")";
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      return statistic.function().name().toLowerCase(java.util.Locale.ROOT)
          + "("
          + of(statistic.value())
          + ")";
    } else if (aggregation instanceof Aggregation.Furthest) {
      return "furthest(…)";
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      return "percentile("
          + of(percentile.value())
          + ", "
          + percentile.percent().toPlainString()
          + ")";
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      return "weightedMean(" + of(mean.value()) + ", " + of(mean.weight()) + ")";
    }
    return aggregation.looksBack()
        ? lookingBack(aggregation)
        : aggregation instanceof Aggregation.Count ? "count()" : "countOnLastDay()";
  }

  private static String lookingBack(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.ActiveKeys keys) {
      return "activeBefore(" + keys.key() + ", " + keys.days() + ")";
    } else if (aggregation instanceof Aggregation.LostKeys keys) {
      return "lost(" + keys.key() + ", " + keys.days() + ")";
    } else if (aggregation instanceof Aggregation.MaturedKeys keys) {
      return "matured(" + keys.key() + ", " + keys.days() + ")";
    } else if (aggregation instanceof Aggregation.MaturedSum sum) {
      return "sumToAge(" + sum.key() + ", " + of(sum.value()) + ", " + sum.days() + ")";
    }
    return "openAtEnd(" + ((Aggregation.OpenAtEnd) aggregation).ended() + ")";
  }

  /** A number of a row. */
  static String of(RowValue value) {
    if (value instanceof RowValue.ColumnValue column) {
      return column.column();
    } else if (value instanceof RowValue.Constant constant) {
      return constant.value().toPlainString();
    }
    if (value instanceof RowValue.IfMissing ifMissing) {
      return "ifMissing(" + of(ifMissing.value()) + ", " + of(ifMissing.otherwise()) + ")";
    } else if (value instanceof RowValue.Elapsed elapsed) {
      String word = elapsed.in().name().toLowerCase(java.util.Locale.ROOT);
      return word + "(" + elapsed.from() + ", " + elapsed.to() + ")";
    } else if (value instanceof RowValue.Weekday) {
      return "weekday(day)";
    } else if (value instanceof RowValue.OfMoment moment) {
      String word = moment.part().name().toLowerCase(java.util.Locale.ROOT);
      return word + "(" + moment.column() + ")";
    }
    RowValue.Arithmetic arithmetic = (RowValue.Arithmetic) value;
    return joined(part(arithmetic.left()), arithmetic.operator(), part(arithmetic.right()));
  }

  /**
   * One side of an operator.
   *
   * @param operator the last one that is applied in it, if there is any
   */
  private record Part(String words, Optional<Operator> operator) {

    /** In brackets where it would be read as another formula without them. */
    String beside(Operator other, boolean isRight) {
      boolean isApart =
          operator.filter(own -> binds(own) < binds(other)).isPresent()
              || isRight
                  && operator.filter(own -> binds(own) == binds(other)).isPresent()
                  && (other == Operator.MINUS || other == Operator.DIVIDED_BY);
      return isApart ? "(" + words + ")" : words;
    }

    private static int binds(Operator operator) {
      return operator == Operator.PLUS || operator == Operator.MINUS ? 1 : 2;
    }
  }

  private static Part part(Formula formula) {
    return new Part(
        of(formula),
        formula instanceof Formula.Combined combined
            ? Optional.of(combined.operator())
            : Optional.empty());
  }

  private static Part part(RowValue value) {
    return new Part(
        of(value),
        value instanceof RowValue.Arithmetic arithmetic
            ? Optional.of(arithmetic.operator())
            : Optional.empty());
  }

  private static String joined(Part left, Operator operator, Part right) {
    return left.beside(operator, false) + " " + sign(operator) + " " + right.beside(operator, true);
  }

  private static String sign(Operator operator) {
    return switch (operator) {
      case PLUS -> "+";
      case MINUS -> "-";
      case TIMES -> "*";
      case DIVIDED_BY -> "/";
    };
  }
}
