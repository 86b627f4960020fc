package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.Measure;
import java.util.List;

/** A query, what it needs, and the series that answer for each of its periods. */
record Asked(FactQuery query, Need need, List<PeriodCoverage> periods) {

  boolean isAnswerable() {
    return periods.stream().anyMatch(period -> !period.chosen().isEmpty());
  }

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
