package io.retainer.warehouse;

import io.retainer.model.fact.Aggregation;
import io.retainer.model.fact.Converted;
import io.retainer.model.fact.FactQuery;
import io.retainer.model.fact.History;
import io.retainer.model.fact.Measure;
import io.retainer.model.fact.NamedMoney;
import io.retainer.spi.DateSpan;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A query, what it needs, and the series that answer for each of its periods.
 *
 * @param exchange what amounts are converted by, when the client wants that; the periods say which
 *     rates that takes
 */
record Asked(
    FactQuery query, Need need, List<PeriodCoverage> periods, Optional<Exchange> exchange) {

  boolean isAnswerable() {
    return periods.stream().anyMatch(period -> !period.chosen().isEmpty());
  }

  /** Knows of all currencies that the rows may have, where those of other days are used too. */
  static Asked of(
      FactQuery query, Need need, List<PeriodCoverage> periods, Optional<Exchange> exchange) {
    Asked asked = new Asked(query, need, periods, exchange);
    if (exchange.isPresent() && !looksFurther(query) && query.dated().isPresent()) {
      return asked.onDaysOfPeriods(exchange.get());
    }
    boolean isConvertedBefore = exchange.isPresent() && looksFurther(query);
    return usesOtherDays(query) || isConvertedBefore ? asked.inCurrenciesOfAllTimes() : asked;
  }

  Asked inCurrenciesOfAllTimes() {
    Set<String> all = new HashSet<>();
    periods.forEach(period -> all.addAll(period.currenciesOfAllTimes()));
    return in(
        period ->
            exchange
                .map(by -> by.convert(period, amountsOfAllTimes(all)))
                .orElseGet(() -> period.inCurrencies(all)));
  }

  private Asked in(UnaryOperator<PeriodCoverage> currencies) {
    return new Asked(
        query,
        need,
        periods.stream()
            .map(period -> period.chosen().isEmpty() ? period : currencies.apply(period))
            .toList(),
        exchange);
  }

  /** What a row that is dated by a column is worth is decided by that day, which may be any. */
  private Set<Converted.Amounts> amountsOfAllTimes(Set<String> currencies) {
    Set<Converted.Amounts> amounts = new HashSet<>();
    periods.forEach(period -> amounts.addAll(period.amountsOfAllTimes()));
    if (query.dated().isEmpty()) {
      return amounts;
    }
    SortedSet<LocalDate> ends = new TreeSet<>();
    amounts.forEach(each -> ends.addAll(List.of(each.days().start(), each.days().end())));
    query.periods().forEach(each -> ends.addAll(List.of(each.start(), each.end())));
    return amounts(new DateSpan(ends.first(), ends.last()), currencies);
  }

  private static Set<Converted.Amounts> amounts(DateSpan days, Set<String> currencies) {
    return days.start()
        .datesUntil(days.end())
        .map(DateSpan::ofDay)
        .flatMap(day -> currencies.stream().map(each -> new Converted.Amounts(each, day)))
        .collect(Collectors.toSet());
  }

  /** Rows that are dated by a column, of any series, on the days of a period. */
  private Asked onDaysOfPeriods(Exchange by) {
    return in(
        period -> by.convert(period, amounts(period.period(), period.currenciesOfAllTimes())));
  }

  /** The facts that its statements are about. */
  FactsInOneCurrency facts() {
    return new FactsInOneCurrency(query.dataset(), periods);
  }

  private static boolean usesOtherDays(FactQuery query) {
    return query.dated().isPresent()
        || query.measures().stream().anyMatch(each -> each.aggregation().looksBack())
        || new NamedMoney(query).isTold();
  }

  /** Whether rows matter that are in no period. */
  private static boolean looksFurther(FactQuery query) {
    return query.history().isPresent()
        || query.measures().stream().anyMatch(each -> each.aggregation().looksBack());
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

  /**
   * The question for rows that its condition cannot decide, of which a history has to know too. The
   * series stay as chosen.
   */
  Asked undecided(List<Measure> measures) {
    return new Asked(
        new FactQuery(
            query.client(),
            query.dataset(),
            query.where(),
            query.by(),
            Optional.empty(),
            measures,
            query.periods(),
            query.bucket(),
            query.dated(),
            query
                .history()
                .map(history -> new History(history.key(), Optional.empty(), history.columns())),
            query.zone()),
        need,
        periods,
        exchange);
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
            query.history(),
            query.zone()),
        need,
        periods,
        exchange);
  }
}
