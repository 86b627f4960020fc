package io.retainer.kpi;

import static java.math.MathContext.DECIMAL128;

import io.retainer.kpi.formula.Formula;
import io.retainer.kpi.formula.RowSet;
import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.RowValue;
import io.retainer.model.kpi.Bounds;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Between what a number of the facts lies, of which values are kept back or empty. One that is kept
 * back below a threshold is anything from nothing up to that; of any other it is only assumed that
 * it is no more than twice as large as those that are there, on average.
 *
 * @param beside the numbers that were asked with it
 * @param thresholds of columns, where the source says them
 */
record LeafBounds(Map<Aggregation, BigDecimal> beside, Map<String, String> thresholds) {

  private static final BigDecimal TWICE = BigDecimal.valueOf(2);

  /**
   * How many values are missing, and what those with a threshold are at most together.
   *
   * @param isOfProfiles whether whole profiles are missing too
   */
  private record Lack(
      BigDecimal unbounded, BigDecimal bounded, BigDecimal most, boolean isOfProfiles) {
    BigDecimal number() {
      return unbounded.add(bounded);
    }
  }

  /**
   * Empty where nobody can tell: of what is counted by key, of a level, a median.
   *
   * @param counts which causes matter
   */
  Optional<Bounds> of(Formula leaf, BigDecimal number, Predicate<Shortfall.Why> counts) {
    RowSet rows = Formula.rows(leaf);
    Aggregation aggregation = Way.aggregation(leaf);
    Lack lack = lack(rows, aggregation, counts);
    if (lack.isOfProfiles) {
      // What a whole network has may be anything beside what the others have.
      return Optional.empty();
    } else if (lack.number().signum() == 0) {
      return Optional.of(Bounds.exactly(number));
    } else if (rows.perKey().isPresent() || rows.history().isPresent()) {
      return Optional.empty();
    } else if (aggregation instanceof Aggregation.Count
        || aggregation instanceof Aggregation.Distinct) {
      return Optional.of(new Bounds(number, number.add(lack.number())));
    } else if (aggregation instanceof Aggregation.Sum
        || aggregation instanceof Aggregation.SumOnLastDay) {
      return sum(aggregation, number, lack);
    }
    return aggregation instanceof Aggregation.WeightedMean
        ? mean(aggregation, number, lack)
        : Optional.empty();
  }

  private Lack lack(RowSet rows, Aggregation aggregation, Predicate<Shortfall.Why> counts) {
    BigDecimal unbounded = BigDecimal.ZERO;
    BigDecimal bounded = BigDecimal.ZERO;
    BigDecimal most = BigDecimal.ZERO;
    boolean isOfProfiles = false;
    for (var each : Shortfall.beside(rows, aggregation).entrySet()) {
      BigDecimal number = beside.getOrDefault(each.getKey(), BigDecimal.ZERO);
      if (number.signum() <= 0 || !counts.test(each.getValue().why())) {
        continue;
      }
      isOfProfiles |= each.getValue().why() == Shortfall.Why.ABSENT;
      Optional<BigDecimal> threshold = threshold(aggregation, each.getKey());
      if (threshold.isPresent()) {
        bounded = bounded.add(number);
        most = most.add(number.multiply(threshold.get()));
      } else {
        unbounded = unbounded.add(number);
      }
    }
    return new Lack(unbounded, bounded, most, isOfProfiles);
  }

  /** Of a plain sum over a column, whose kept back values are below what the source says. */
  private Optional<BigDecimal> threshold(Aggregation aggregation, Aggregation count) {
    return count instanceof Aggregation.Sum kept
            && kept.value() instanceof RowValue.Suppressed of
            && aggregation instanceof Aggregation.Sum sum
            && sum.value().equals(new RowValue.ColumnValue(of.column()))
            && sum.where().equals(kept.where())
        ? Optional.ofNullable(thresholds.get(of.column()))
            .filter(text -> text.matches("\\d+(\\.\\d+)?"))
            .map(BigDecimal::new)
        : Optional.empty();
  }

  private Optional<Bounds> sum(Aggregation sum, BigDecimal number, Lack lack) {
    if (lack.unbounded.signum() == 0) {
      return Optional.of(new Bounds(number, number.add(lack.most)));
    }
    return part(sum, lack.unbounded, lack.number())
        .map(part -> number.multiply(part, DECIMAL128).multiply(TWICE))
        .map(
            rest ->
                new Bounds(
                    number.add(rest.min(BigDecimal.ZERO)),
                    number.add(rest.max(BigDecimal.ZERO)).add(lack.most)));
  }

  /** Values that weigh twice as much may be nothing, or twice the mean. */
  private Optional<Bounds> mean(Aggregation mean, BigDecimal number, Lack lack) {
    return part(mean, lack.number(), lack.number())
        .map(part -> part.multiply(TWICE))
        .map(
            weight -> {
              BigDecimal whole = BigDecimal.ONE.add(weight);
              BigDecimal without = number.divide(whole, DECIMAL128);
              BigDecimal with = without.multiply(BigDecimal.ONE.add(weight.multiply(TWICE)));
              return new Bounds(without.min(with), without.max(with));
            });
  }

  /** How many there are of some, to one row that lacks nothing. */
  private Optional<BigDecimal> part(Aggregation of, BigDecimal some, BigDecimal lacking) {
    return rows(of)
        .map(beside::get)
        .map(rows -> rows.subtract(lacking))
        .filter(whole -> whole.signum() > 0)
        .map(whole -> some.divide(whole, DECIMAL128));
  }

  /** The number of rows that a sum or a mean is over. */
  static Optional<Aggregation> rows(Aggregation of) {
    if (of instanceof Aggregation.SumOnLastDay sum) {
      return Optional.of(new Aggregation.CountOnLastDay(sum.profiles(), sum.where()));
    }
    return of instanceof Aggregation.Sum || of instanceof Aggregation.WeightedMean
        ? Optional.of(new Aggregation.Count(of.where()))
        : Optional.empty();
  }
}
