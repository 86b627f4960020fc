package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Condition;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedColumns;
import io.retainer.model.fact.PerKey;
import io.retainer.model.fact.RowValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of a question that counts values kept back. Nearly no table has any, and then the
 * question is asked without that part: its answer is known.
 */
final class KeptBackAsked {

  private KeptBackAsked() {}

  /** Whether it must be known of each row which of its values are kept back. */
  static boolean isToldBy(FactQuery query) {
    List<Measure> ofRows = query.perKey().map(PerKey::measures).orElse(query.measures());
    return ofRows.stream().map(Measure::aggregation).anyMatch(KeptBackAsked::isToldBy)
        || query.where().filter(KeptBackAsked::isToldBy).isPresent()
        || query.history().flatMap(History::where).filter(KeptBackAsked::isToldBy).isPresent();
  }

  private static boolean isToldBy(Aggregation aggregation) {
    return values(aggregation).stream().anyMatch(KeptBackAsked::isToldBy)
        || aggregation.where().filter(KeptBackAsked::isToldBy).isPresent()
        || aggregation instanceof Aggregation.Furthest furthest
            && furthest.steps().stream().anyMatch(KeptBackAsked::isToldBy);
  }

  /** What is kept back is not missing, also where only a condition asks. */
  private static boolean isToldBy(Condition condition) {
    if (condition instanceof Condition.CompareNumbers numbers) {
      return isToldBy(numbers.left()) || isToldBy(numbers.right());
    } else if (condition instanceof Condition.Not not) {
      return isToldBy(not.condition());
    } else if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(KeptBackAsked::isToldBy);
    }
    return condition instanceof Condition.AnyOf any
        && any.conditions().stream().anyMatch(KeptBackAsked::isToldBy);
  }

  private static boolean isToldBy(RowValue value) {
    if (value instanceof RowValue.Arithmetic arithmetic) {
      return isToldBy(arithmetic.left()) || isToldBy(arithmetic.right());
    }
    return value instanceof RowValue.Suppressed || value instanceof RowValue.IfMissing;
  }

  private static List<RowValue> values(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum sum) {
      return List.of(sum.value());
    } else if (aggregation instanceof Aggregation.Statistic statistic) {
      return List.of(statistic.value());
    } else if (aggregation instanceof Aggregation.Percentile percentile) {
      return List.of(percentile.value());
    } else if (aggregation instanceof Aggregation.WeightedMean mean) {
      return List.of(mean.value(), mean.weight());
    } else if (aggregation instanceof Aggregation.MaturedSum sum) {
      return List.of(sum.value());
    } else if (aggregation instanceof Aggregation.SumOnLastDay sum) {
      return List.of(sum.value());
    }
    return aggregation instanceof Aggregation.OpenAtEnd open
        ? open.value().stream().toList()
        : List.of();
  }

  /** The question without it, where the chosen tables have none of those columns kept back. */
  static FactQuery onlyWhereItMatters(FactQuery query, List<PeriodCoverage> periods) {
    boolean matters =
        periods.stream()
            .flatMap(period -> period.coverage().thresholds().keySet().stream())
            .anyMatch(column -> names(query, column));
    return matters ? query : without(query);
  }

  private static boolean names(FactQuery query, String column) {
    return query.measures().stream().anyMatch(measure -> names(measure, column))
        || query.perKey().stream()
            .flatMap(inner -> inner.measures().stream())
            .anyMatch(measure -> names(measure, column));
  }

  private static boolean names(Measure measure, String column) {
    return isIt(measure) && NamedColumns.of(measure.aggregation()).contains(column);
  }

  private static FactQuery without(FactQuery query) {
    Set<String> gone = new HashSet<>();
    Optional<PerKey> perKey =
        query
            .perKey()
            .map(
                inner -> {
                  inner.measures().stream()
                      .filter(KeptBackAsked::isIt)
                      .forEach(measure -> gone.add(measure.name()));
                  return new PerKey(
                      inner.key(),
                      inner.measures().stream().filter(measure -> !isIt(measure)).toList());
                });
    List<Measure> measures =
        query.measures().stream()
            .filter(measure -> !isIt(measure))
            .filter(
                measure ->
                    NamedColumns.of(measure.aggregation()).stream().noneMatch(gone::contains))
            .toList();
    return new FactQuery(
        query.client(),
        query.dataset(),
        query.where(),
        query.by(),
        perKey,
        measures,
        query.periods(),
        query.bucket(),
        query.dated(),
        query.history());
  }

  /** Whether a measure counts values kept back and nothing else. */
  static boolean isIt(Measure measure) {
    return values(measure.aggregation()).stream().anyMatch(RowValue.Suppressed.class::isInstance);
  }
}
