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
import java.util.function.Predicate;

/**
 * The part of a question that counts values which a number lacks: kept back by the source, missing,
 * or of a profile that is not read any more. Most tables have none, and then the question is asked
 * without that part: its answer is known.
 */
final class ShortfallAsked {

  private ShortfallAsked() {}

  /** Whether it must be known of each row which of its values are kept back. */
  static boolean isToldBy(FactQuery query) {
    List<Measure> ofRows = query.perKey().map(PerKey::measures).orElse(query.measures());
    return ofRows.stream().map(Measure::aggregation).anyMatch(ShortfallAsked::isToldBy)
        || query.where().filter(ShortfallAsked::isToldBy).isPresent()
        || query.history().flatMap(History::where).filter(ShortfallAsked::isToldBy).isPresent();
  }

  private static boolean isToldBy(Aggregation aggregation) {
    return values(aggregation).stream().anyMatch(ShortfallAsked::isToldBy)
        || aggregation.where().filter(ShortfallAsked::isToldBy).isPresent()
        || aggregation instanceof Aggregation.Furthest furthest
            && furthest.steps().stream().anyMatch(ShortfallAsked::isToldBy);
  }

  /** What is kept back is not missing, also where only a condition asks. */
  private static boolean isToldBy(Condition condition) {
    if (condition instanceof Condition.CompareNumbers numbers) {
      return isToldBy(numbers.left()) || isToldBy(numbers.right());
    } else if (condition instanceof Condition.Missing) {
      return true;
    } else if (condition instanceof Condition.Not not) {
      return isToldBy(not.condition());
    } else if (condition instanceof Condition.All all) {
      return all.conditions().stream().anyMatch(ShortfallAsked::isToldBy);
    }
    return condition instanceof Condition.AnyOf any
        && any.conditions().stream().anyMatch(ShortfallAsked::isToldBy);
  }

  private static boolean isToldBy(RowValue value) {
    if (value instanceof RowValue.Arithmetic arithmetic) {
      return isToldBy(arithmetic.left()) || isToldBy(arithmetic.right());
    }
    return isIt(value) || value instanceof RowValue.IfMissing;
  }

  private static List<RowValue> values(Aggregation aggregation) {
    if (aggregation instanceof Aggregation.Sum sum) {
      return List.of(sum.value());
    } else if (aggregation instanceof Aggregation.Undecided undecided) {
      return List.of(undecided.lack());
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

  /** The question without it, for columns of which the chosen tables have every value. */
  static FactQuery onlyWhereItMatters(FactQuery query, List<PeriodCoverage> periods) {
    EmptyCells cells = new EmptyCells(query.dataset(), periods);
    Set<String> keptBack = cells.keptBack();
    Set<String> missing = cells.lacking();
    return without(query, measure -> isInVain(measure, keptBack, missing, cells));
  }

  private static boolean isInVain(
      Measure measure, Set<String> keptBack, Set<String> missing, EmptyCells cells) {
    if (measure.aggregation() instanceof Aggregation.AbsentProfiles absent) {
      return absent.profile().stream().noneMatch(cells::isAnywhere);
    }
    return isIt(measure)
        && values(measure.aggregation()).stream()
            .allMatch(
                value ->
                    NamedColumns.of(value).stream()
                        .noneMatch(
                            value instanceof RowValue.Lacking
                                ? missing::contains
                                : keptBack::contains));
  }

  private static FactQuery without(FactQuery query, Predicate<Measure> isInVain) {
    Set<String> gone = new HashSet<>();
    Optional<PerKey> perKey =
        query
            .perKey()
            .map(
                inner -> {
                  inner.measures().stream()
                      .filter(isInVain)
                      .forEach(measure -> gone.add(measure.name()));
                  return new PerKey(
                      inner.key(), inner.measures().stream().filter(isInVain.negate()).toList());
                });
    List<Measure> measures =
        query.measures().stream()
            .filter(isInVain.negate())
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
        query.history(),
        query.zone());
  }

  /** Whether a measure counts values that another one lacks, and nothing else. */
  static boolean isIt(Measure measure) {
    return measure.aggregation() instanceof Aggregation.AbsentProfiles
        || values(measure.aggregation()).stream().anyMatch(ShortfallAsked::isIt);
  }

  static boolean isIt(RowValue value) {
    return value instanceof RowValue.Suppressed || value instanceof RowValue.Lacking;
  }
}
