package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedMoney;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A query, what it needs, and the series that answer for each of its periods. */
record Asked(FactQuery query, Need need, List<PeriodCoverage> periods) {

  boolean isAnswerable() {
    return periods.stream().anyMatch(period -> !period.chosen().isEmpty());
  }

  /** Knows of all currencies that the rows may have, where those of other days are used too. */
  static Asked of(FactQuery query, Need need, List<PeriodCoverage> periods) {
    Asked asked = new Asked(query, need, periods);
    return usesOtherDays(query) ? asked.inCurrenciesOfAllTimes() : asked;
  }

  Asked inCurrenciesOfAllTimes() {
    Set<String> all = new HashSet<>();
    periods.forEach(period -> all.addAll(period.currenciesOfAllTimes()));
    return new Asked(
        query,
        need,
        periods.stream()
            .map(period -> period.chosen().isEmpty() ? period : period.inCurrencies(all))
            .toList());
  }

  private static boolean usesOtherDays(FactQuery query) {
    return query.dated().isPresent()
        || query.measures().stream().anyMatch(each -> each.aggregation().looksBack())
        || new NamedMoney(query).isTold();
  }

  /** Whether which currencies the rows have must be asked. */
  boolean hasCurrencies() {
    return periods.stream().anyMatch(period -> period.coverage().currencies().size() > 1);
  }

  /** The measures whose numbers over parts of the rows give the number over all of them. */
  List<Measure> additive() {
    boolean hasPlainRows =
        query.perKey().isEmpty()
            && query.bucket().isEmpty()
            && query.dated().isEmpty()
            && query.history().isEmpty();
    return hasPlainRows ? query.measures().stream().filter(Asked::isAdditive).toList() : List.of();
  }

  private static boolean isAdditive(Measure measure) {
    Aggregation aggregation = measure.aggregation();
    return aggregation instanceof Aggregation.Sum
        || aggregation instanceof Aggregation.Count
        || aggregation instanceof Aggregation.WeightedMean;
  }

  /** The same question with fewer measures; the series stay as chosen for all of them. */
  Asked only(List<Measure> measures) {
    return new Asked(
        new FactQuery(
            query.client(),
            query.dataset(),
            query.where(),
            query.by(),
            query.perKey(),
            measures,
            query.periods(),
            query.bucket(),
            query.dated(),
            query.history()),
        need,
        periods);
  }
}
